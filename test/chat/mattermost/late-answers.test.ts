import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { askedBefore, openLater } from '../../../src/chat/answers.ts'
import type { Answer, Form, Interaction } from '../../../src/chat/port.ts'
import { mattermostPlatform, type MattermostPlatform } from '../../contract/mattermost/platform.ts'

const FORM: Form = {
  form: 'noter',
  title: 'Noter',
  submit: 'Déposer',
  args: {},
  fields: [{ kind: 'text', name: 'titre', label: 'Titre' }],
}
const nothing = (): Promise<Answer> => Promise.resolve({ kind: 'nothing' })

describe('an answer that comes too late', () => {
  let platform: MattermostPlatform
  let answer: (interaction: Interaction) => Promise<Answer>
  let heard: Interaction[]

  beforeAll(async () => {
    platform = await mattermostPlatform()
    await platform.chat.start({
      interaction: (interaction) => {
        heard.push(interaction)
        return answer(interaction)
      },
      notice: () => Promise.resolve(),
    })
  })
  afterAll(() => platform.stop())
  beforeEach(() => {
    answer = nothing
    heard = []
  })

  /** Uses a trigger up, as if the person had waited too long. */
  async function expire(trigger: string): Promise<void> {
    // The server takes the trigger before it looks at the dialog, and shows nothing of this one.
    const body = JSON.stringify({ trigger_id: trigger, url: platform.http.url, dialog: {} })
    const headers = { Authorization: `Bearer ${platform.server.bot.getToken()}` }
    await fetch(`${platform.server.url}/api/v4/actions/dialogs/open`, {
      method: 'POST',
      headers,
      body,
    })
  }

  const texts = async (channel = platform.channel) =>
    (await platform.zoe.reads(channel)).map(({ text }) => text)

  test('to a command offers the form behind a button, which asks the same thing again', async () => {
    const { zoe, channel } = platform
    answer = async (interaction) => {
      if (heard.length === 1) await expire(interaction.id)
      return { kind: 'form', form: FORM }
    }
    await zoe.command(channel, '/recrutement notes Camille')
    await zoe.press(channel, 'Ouvrir le formulaire')
    expect((await zoe.form()).fields).toEqual(['titre'])
    expect(heard).toMatchObject([
      { kind: 'command', command: 'recrutement', text: 'notes Camille' },
      { kind: 'command', command: 'recrutement', text: 'notes Camille', by: zoe.id, channel },
    ])
    expect(heard[0]?.id).not.toBe(heard[1]?.id)
  })

  test('to a button offers the form behind a button too, in the direct messages', async () => {
    const { zoe, chat, channel } = platform
    const buttons = [{ label: 'Noter ici', action: 'noter', args: { interview: 'i1' } }]
    const blocks = [{ kind: 'buttons', buttons }] as const
    const message = await chat.post({ channel }, { headline: ['Tes notes'], blocks }, 'late/1')
    answer = async (interaction) => {
      if (heard.length === 1) await expire(interaction.id)
      return { kind: 'form', form: FORM }
    }
    await zoe.press(channel, 'Noter ici')
    await zoe.press(await zoe.directChannel(), 'Ouvrir le formulaire')
    expect((await zoe.form()).fields).toEqual(['titre'])
    expect(heard[1]).toMatchObject({ kind: 'button', args: { interview: 'i1' }, message })
    expect(await texts()).toContain('Je te réponds en message direct.')
  })

  test('to a button replaces the message all the same', async () => {
    const { zoe, chat, channel } = platform
    const blocks = [{ kind: 'buttons', buttons: [{ label: 'Lentement', action: 'lent' }] }] as const
    await chat.post({ channel }, { headline: ['Pas encore'], blocks }, 'late/2')
    const gate = Promise.withResolvers<Answer>()
    answer = () => gate.promise
    await zoe.press(channel, 'Lentement')
    expect((await texts()).join()).toContain('la réponse arrive en message direct')
    gate.resolve({ kind: 'replace', message: { headline: ['C’est fait'] } })
    await vi.waitFor(async () => expect(await texts()).toContain('C’est fait'), 5_000)
    expect((await texts()).filter((text) => text.startsWith('Pas encore'))).toEqual([])
  })

  test('to a form keeps it open with all that was typed; pressing again gets the answer', async () => {
    const { zoe, channel } = platform
    answer = () => Promise.resolve({ kind: 'form', form: FORM })
    await zoe.command(channel, '/recrutement notes')
    const form = await zoe.form()
    const gate = Promise.withResolvers<Answer>()
    answer = () => gate.promise
    const first = await form.submit({ titre: 'Long à écrire' })
    expect(first.closed).toBe(false)
    expect(first.error).toContain('rien ne sera enregistré deux fois')
    gate.resolve({ kind: 'invalid', fields: { titre: 'Trop vague.' } })
    expect(await form.submit({ titre: 'Long à écrire' })).toEqual({
      closed: false,
      errors: { titre: 'Trop vague.' },
    })
    expect(heard.filter(({ kind }) => kind === 'form')).toHaveLength(1)
    answer = nothing
    expect((await form.submit({ titre: 'Plus précis' })).closed).toBe(true)
  })

  test('to a form that fails keeps it open and says what to do', async () => {
    const { zoe, channel } = platform
    answer = () => Promise.resolve({ kind: 'form', form: FORM })
    await zoe.command(channel, '/recrutement notes')
    const form = await zoe.form()
    answer = () => Promise.reject(new Error('database down'))
    const outcome = await form.submit({ titre: 'Gardé' })
    expect(outcome).toMatchObject({ closed: false, error: expect.stringContaining('réessaie') })
  })
})

function sealedIn(message: ReturnType<typeof openLater>): string {
  const [block] = message.blocks ?? []
  return (block?.kind === 'buttons' && block.buttons[0]?.args?.['sealed']) || ''
}

describe('the button that opens a form later', () => {
  const asked = {
    kind: 'command',
    command: 'recrutement',
    text: 'candidat Camille Dupont',
  } as const
  const HOUR_MS = 60 * 60 * 1000

  test('tells the server nothing of what was asked', () => {
    expect(JSON.stringify(openLater('secret', 'p1', asked, 0))).not.toContain('Camille')
  })

  test('works for an hour, for the same person, with the same secret', () => {
    const sealed = sealedIn(openLater('secret', 'p1', asked, 0))
    expect(askedBefore('secret', 'p1', sealed, HOUR_MS)).toEqual(asked)
    expect(askedBefore('secret', 'p1', sealed, HOUR_MS + 1)).toBeUndefined()
    expect(askedBefore('secret', 'p2', sealed, 0)).toBeUndefined()
    expect(askedBefore('other', 'p1', sealed, 0)).toBeUndefined()
    expect(askedBefore('secret', 'p1', undefined, 0)).toBeUndefined()
  })
})
