/** Where the adapter answers, and what it makes of the rights that it has or lacks. */
import { describe, expect, test, vi } from 'vitest'

import { PermanentChatError, type Answer } from '../../../src/chat/port.ts'
import { FORM, nothing, say } from '../../contract/chat/scene.ts'
import { putBotOut } from '../../support/slack/admin.ts'
import { addChannel } from '../../support/slack/workspace.ts'
import { onSlack } from './support/on-slack.ts'

const button = (label: string) =>
  ({ kind: 'buttons', buttons: [{ label, action: 'agir' }] }) as const
const part = (i: number) => ({ kind: 'text', text: [`P${i} ${'mot '.repeat(600)}`] }) as const
const privately = (...words: string[]): Answer => ({ kind: 'private', message: say(...words) })

describe.each(['socket', 'http'] as const)('in %s mode', (mode) => {
  const here = onSlack(mode)
  const { words } = here

  describe('in a public channel', () => {
    test.each([[true], [false]])(
      'answers privately and openly (bot there: %s)',
      async (isThere) => {
        const { slack, zoe, marc, command } = here.platform
        const bot = isThere ? [slack.workspace.state.bot] : []
        const about = { name: 'ailleurs', kind: 'public' } as const
        const place = addChannel(slack.workspace, about, [zoe.id, marc.id, ...bot]).id
        here.answer = () => Promise.resolve(privately('Pour toi'))
        await zoe.command(place, command)
        await vi.waitFor(async () => expect(await words(place)).toEqual(['Pour toi']))
        here.answer = () => Promise.resolve({ kind: 'shared', message: say('Pour nous') })
        await zoe.command(place, command)
        await vi.waitFor(async () => expect(await words(place, marc)).toEqual(['Pour nous']))
      },
    )

    test('answers a form in the direct messages', async () => {
      const { slack, zoe, command } = here.platform
      const about = { name: 'ailleurs', kind: 'public' } as const
      const place = addChannel(slack.workspace, about, [zoe.id]).id
      here.answer = async ({ kind }) =>
        kind === 'command' ? { kind: 'form', form: FORM } : privately('Après le formulaire')
      await zoe.command(place, command)
      await (await zoe.form()).submit({ titre: 'x', niveau: '2' })
      const direct = await zoe.directChannel()
      await vi.waitFor(async () => expect(await words(direct)).toEqual(['Après le formulaire']))
    })
  })

  describe('an answer', () => {
    test('that is longer than five messages comes whole, in the direct messages', async () => {
      const { channel, zoe, command } = here.platform
      const blocks = Array.from({ length: 40 }, (_, i) => part(i))
      here.answer = () =>
        Promise.resolve({ kind: 'private', message: { headline: ['Long'], blocks } })
      await zoe.command(channel, command)
      const direct = await zoe.directChannel()
      await vi.waitFor(async () => expect((await words(direct)).join()).toContain('P39'))
      await vi.waitFor(async () => expect(await words(channel)).toHaveLength(1))
    })

    test('to a button in a thread stays there', async () => {
      const { chat, channel, zoe } = here.platform
      const root = await chat.post({ channel }, say('Au début'), 'r')
      const message = { headline: ['Dans le fil'], blocks: [button('Un')] }
      await chat.post({ channel, thread: root }, message, 's')
      const more = { headline: ['Suite'], blocks: [button('Deux')] }
      here.answer = () => Promise.resolve({ kind: 'private', message: more })
      await zoe.press(channel, 'Un')
      here.answer = () => Promise.resolve(privately('Fin'))
      await zoe.press(channel, 'Deux')
      await vi.waitFor(async () => expect(await words(channel)).toContain('Fin'))
      expect((await zoe.reads(channel)).slice(1)).toMatchObject([
        { text: 'Dans le fil', thread: root.post },
        { text: 'Suite', thread: root.post },
        { text: 'Fin', thread: root.post },
      ])
    })

    test('keeps the three signs that Slack writes otherwise', async () => {
      await here.platform.zoe.command(here.platform.channel, `${here.platform.command} R & D <x>`)
      expect(here.heard).toMatchObject([{ text: 'R & D <x>' }])
    })
  })

  describe('the Home tab', () => {
    test('shows what the bot answers, and again after a press', async () => {
      const { person } = here.platform.zoe
      let count = 0
      here.answer = async ({ kind }) => {
        if (kind !== 'command') return nothing()
        count += 1
        const message = { headline: [`Tes tâches ${count}`], blocks: [button(`Faire ${count}`)] }
        return { kind: 'private', message }
      }
      person.openHome()
      const shown = () => JSON.stringify(person.home()?.blocks)
      await vi.waitFor(() => expect(shown()).toContain('Tes tâches 2'))
      await person.pressInHome('Faire 1')
      expect(here.heard).toContainEqual(
        expect.objectContaining({ kind: 'button', action: 'agir', direct: true }),
      )
      await vi.waitFor(() => expect(shown()).toContain('Tes tâches 4'))
    })
  })

  describe('without a right', () => {
    test('no page of Slack is taken for a file', async () => {
      const { slack, zoe, chat, channel } = here.platform
      const post = await zoe.share(channel, 'Voilà', { 'a.txt': 'contenu' })
      slack.tokens.bot.scopes.delete('files:read')
      await expect(chat.filesOf({ channel, post }, 10_000)).rejects.toThrow(Error)
    })

    test('nothing of somebody else is taken down', async () => {
      const { slack, zoe, chat, channel } = here.platform
      slack.workspace.policy.adminsDeleteMessages = false
      const post = await zoe.share(channel, 'Voilà', { 'a.txt': 'contenu' })
      expect(await chat.remove({ channel, post })).toBe('no-right')
      expect(await zoe.reads(channel)).toMatchObject([{ files: ['a.txt'] }])
    })

    test('to a channel, no later try is worth it', async () => {
      const { slack, chat, channel, marc } = here.platform
      const ref = await chat.post({ channel }, say('Avant'), 'k')
      putBotOut(slack.workspace, channel)
      const tries = {
        post: () => chat.post({ channel }, say('Après'), 'l'),
        find: () => chat.find({ channel }, 'k', 0),
        update: () => chat.update(ref, say('Après')),
        ownMessages: () => chat.ownMessages({ channel }, 0),
        retract: () => chat.retract(ref, ['Effacé']),
        filesOf: () => chat.filesOf(ref, 1_000),
        addMember: () => chat.addMember(channel, marc.id),
        removeMember: () => chat.removeMember(channel, marc.id),
      }
      const worth = await Promise.all(
        Object.entries(tries).map(([name, run]) =>
          run().then(
            () => name,
            (error: unknown) => (error instanceof PermanentChatError ? [] : name),
          ),
        ),
      )
      expect(worth.flat()).toEqual([])
      expect(await chat.remove(ref)).toBe('no-right')
    })
  })
})
