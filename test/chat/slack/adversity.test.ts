/** The adapter on a Slack that is slow, forgetful, or says things twice. */
import { describe, expect, test, vi } from 'vitest'

import type { Answer } from '../../../src/chat/port.ts'
import { FORM, nothing, say } from '../../contract/chat/scene.ts'
import { unfold } from '../../support/slack/admin.ts'
import { onSlack } from './support/on-slack.ts'

/** Longer than the adapter waits before it acknowledges. */
const SLOW_MS = 2_300
const later = (answer: Answer) =>
  new Promise<Answer>((resolve) => setTimeout(() => resolve(answer), SLOW_MS))

describe.each(['socket', 'http'] as const)('in %s mode', (mode) => {
  const here = onSlack(mode)
  const { openForm, words } = here

  describe('a bot that is slow', () => {
    test('refuses a form with everything that was typed, which can be sent again', async () => {
      const form = await openForm()
      const fields = { titre: 'Trop court.' }
      here.answer = () => later({ kind: 'invalid', message: 'Relis.', fields })
      const chosen = { niveau: '2', questions: ['q1'], qui: here.platform.marc.id, relire: true }
      const outcome = await form.submit({ titre: 'x', ...chosen })
      expect(outcome).toMatchObject({ closed: false, error: 'Relis.\nTrop court.' })
      here.answer = nothing
      expect(await form.submit({ titre: 'Assez long' })).toMatchObject({ closed: true })
      expect(here.heard.at(-1)).toMatchObject({ values: { titre: 'Assez long', ...chosen } })
    })

    test('says in the form’s place that it is filed, and answers once', async () => {
      const form = await openForm()
      const { person } = here.platform.zoe
      here.answer = () => later({ kind: 'private', message: say('Bien noté') })
      const sent = form.submit({ titre: 'x', niveau: '2' })
      const shown = () => JSON.stringify(person.modals().map(({ blocks }) => blocks))
      await vi.waitFor(() => expect(shown()).toContain('J’enregistre ta saisie'), 5_000)
      await vi.waitFor(() => expect(shown()).toContain('C’est enregistré'), 5_000)
      const direct = await here.platform.zoe.directChannel()
      await vi.waitFor(async () => {
        const all = [...(await words(here.platform.channel)), ...(await words(direct))]
        expect(all.filter((text) => text.includes('Bien noté'))).toHaveLength(1)
      })
      for (const view of person.modals()) person.closeModal(view)
      await expect(sent).rejects.toThrow('still waiting')
    })

    test('opens its form by a button once the trigger is too old', async () => {
      const { slack, zoe, channel, command } = here.platform
      let isLate = true
      here.answer = async () => {
        if (isLate) slack.workspace.views.expireTriggers()
        isLate = false
        return { kind: 'form', form: FORM }
      }
      await zoe.command(channel, command)
      const offer = await vi.waitFor(async () => {
        const found = (await zoe.reads(channel)).find(({ buttons }) => buttons.length > 0)
        return found ?? Promise.reject(new Error('nothing is offered'))
      })
      await zoe.press(channel, offer.buttons[0] ?? '')
      expect((await zoe.form()).fields).toContain('titre')
    })
  })

  describe('what Slack sends twice', () => {
    test('is heard once', async () => {
      const { slack, zoe, channel, command } = here.platform
      await zoe.say(channel, 'Une fois')
      await slack.outbox.idle()
      await slack.outbox.repeat()
      expect(here.notices).toHaveLength(1)
      await zoe.command(channel, command)
      await slack.outbox.repeat()
      expect(here.heard).toHaveLength(1)
    })
  })

  describe('a message of somebody', () => {
    test('that nobody edited is told once, though Slack changes it', async () => {
      const { slack, zoe, channel } = here.platform
      const post = await zoe.say(channel, 'Voir https://exemple.fr')
      unfold(slack.workspace, post)
      await zoe.say(channel, 'Après')
      await vi.waitFor(() => expect(here.notices).toHaveLength(2))
      expect(here.notices).toMatchObject([
        { text: 'Voir https://exemple.fr', edited: false },
        { text: 'Après' },
      ])
    })
  })

  describe('what somebody does', () => {
    test('is told: files shared, and messages taken away, first of a thread or not', async () => {
      const { zoe, marc, channel } = here.platform
      const shared = await zoe.share(channel, 'Mes pièces', { 'cv.txt': 'a', 'lettre.txt': 'b' })
      const root = await zoe.say(channel, 'Au début')
      await marc.say(channel, 'En réponse', root)
      zoe.person.remove(shared)
      zoe.person.remove(root)
      await vi.waitFor(() => expect(here.notices).toHaveLength(5))
      expect(here.notices[0]).toMatchObject({ text: 'Mes pièces', files: ['cv.txt', 'lettre.txt'] })
      expect(here.notices.slice(3)).toEqual([
        { kind: 'deleted', ref: { channel, post: shared } },
        { kind: 'deleted', ref: { channel, post: root } },
      ])
    })
  })

  describe('a silence', () => {
    test.skipIf(mode === 'http')('is made up for, once', async () => {
      const { slack, zoe, marc, channel } = here.platform
      const root = await zoe.say(channel, 'Avant')
      await vi.waitFor(() => expect(here.notices).toHaveLength(1))
      slack.faults.next('apps.connections.open', { kind: 'status', status: 503 })
      slack.socket.cut()
      await vi.waitFor(() => expect(slack.socket.connections()).toBe(0))
      await marc.say(channel, 'Pendant')
      await marc.say(channel, 'En réponse', root)
      await zoe.edit(root, 'Avant, corrigé')
      marc.person.leave(channel)
      await vi.waitFor(() => expect(here.notices).toHaveLength(5), 5_000)
      expect(here.notices.slice(1)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ text: 'Avant, corrigé', edited: true }),
          expect.objectContaining({ text: 'En réponse', thread: root }),
          expect.objectContaining({ text: 'Pendant' }),
          { kind: 'left', channel, person: marc.id },
        ]),
      )
      await slack.outbox.redeliver()
      await zoe.say(channel, 'Après')
      await vi.waitFor(() => expect(here.notices.at(-1)).toMatchObject({ text: 'Après' }))
      expect(here.notices).toHaveLength(6)
    })

    test.skipIf(mode === 'http')('does not begin when Slack moves the connection', async () => {
      const { slack, zoe, channel } = here.platform
      const opened = () =>
        slack.calls.filter(({ method }) => method === 'apps.connections.open').length
      slack.socket.askToReconnect()
      await vi.waitFor(() => expect(opened()).toBe(2), 5_000)
      await vi.waitFor(() => expect(slack.socket.connections()).toBe(1), 5_000)
      await zoe.say(channel, 'Toujours là ?')
      await vi.waitFor(() => expect(here.notices).toMatchObject([{ text: 'Toujours là ?' }]))
    })
  })

  describe('a message', () => {
    const files = [{ name: 'a.txt', type: 'text/plain', content: 'a' }]

    test('is said once Slack takes it', async () => {
      const { slack, chat, channel } = here.platform
      slack.faults.next('chat.postMessage', { kind: 'rate-limited', seconds: 1 }, 2)
      await chat.post({ channel }, say('Patience'), 'k')
      expect(await words(channel)).toEqual(['Patience'])
    })

    test('is said once though the answer was lost', async () => {
      const { slack, chat, channel } = here.platform
      slack.faults.next('chat.postMessage', { kind: 'lost' })
      await expect(chat.post({ channel }, say('Une fois'), 'k')).rejects.toThrow(Error)
      expect(await chat.find({ channel }, 'k', 0)).toBeDefined()
      expect(await words(channel)).toEqual(['Une fois'])
    })

    test('gets the files that a failure left out, and is not said again', async () => {
      const { slack, chat, zoe, channel } = here.platform
      const message = { ...say('Avec un fichier'), files }
      slack.faults.next('chat.update', { kind: 'status', status: 500 })
      await expect(chat.post({ channel }, message, 'k')).rejects.toThrow(Error)
      expect(await chat.find({ channel }, 'k', 0)).toBeUndefined()
      await chat.post({ channel }, message, 'k')
      expect(await zoe.reads(channel)).toMatchObject([
        { text: 'Avec un fichier', files: ['a.txt'] },
      ])
    })

    test('to which many replied is listed once', async () => {
      const { chat, channel, marc } = here.platform
      const root = await chat.post({ channel }, say('Au début'), 'k')
      for (let i = 0; i < 230; i += 1) await marc.say(channel, `Réponse ${i}`, root.post)
      const own = await chat.ownMessages({ channel }, 0)
      expect(own.map(({ ref }) => ref)).toEqual([root])
    })
  })
})
