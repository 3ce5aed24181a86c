import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startFakeBot } from '../support/fake-bot.ts'
import type { FakeBot } from '../support/fake-bot.ts'
import { listen } from '../support/listening.ts'
import type { Listening } from '../support/listening.ts'
import { openWorld } from '../support/world.ts'
import type { Person, World } from '../support/world.ts'

let world: World
let bot: FakeBot
let intra: Person
let channel: string
let listening: Listening

beforeAll(async () => {
  world = await openWorld()
  bot = await startFakeBot()
  intra = await world.login('intra')
  channel = await world.channelWith(intra)
  listening = await listen(world, intra)
  await world.request(world.bot, 'POST', '/commands', {
    team_id: world.teamId,
    trigger: 'recrutement',
    method: 'P',
    url: bot.at('/command'),
  })
  bot.answers('/command', () => ({}))
})
afterAll(async () => {
  listening.close()
  await world.stop()
  await bot.stop()
})

const title = { name: 'titre', display_name: 'Titre', type: 'text', max_length: 20, min_length: 3 }
const craft = {
  name: 'metier',
  display_name: 'Métier',
  type: 'select',
  options: [{ text: 'Développement', value: 'developer' }],
}

let state = 0

function dialog(elements: readonly unknown[]): Record<string, unknown> {
  state += 1
  return {
    callback_id: 'nouveau',
    title: 'Nouveau recrutement',
    elements,
    submit_label: 'Créer',
    state: `état-${state}`,
  }
}

/** Both ends of a new trigger: the integration's, and the person's client's. */
async function trigger(): Promise<{ forBot: string; forClient: unknown }> {
  const body = { command: '/recrutement', channel_id: channel, team_id: world.teamId }
  const { trigger_id: forClient } = await world.json(intra, 'POST', '/commands/execute', body)
  const form = new URLSearchParams(bot.received('/command').at(-1)?.body)
  return { forBot: form.get('trigger_id') ?? '', forClient }
}

/** As an integration does: without any session. */
const openRaw = (trigger_id: string, opened: unknown): Promise<Response> =>
  fetch(`${world.url}/api/v4/actions/dialogs/open`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ trigger_id, url: bot.at('/submit'), dialog: opened }),
  })

const open = async (opened: unknown): Promise<Response> => openRaw((await trigger()).forBot, opened)

const submit = (
  opened: Record<string, unknown>,
  submission: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<Record<string, unknown>> =>
  world.json(intra, 'POST', '/actions/dialogs/submit', {
    url: bot.at('/submit'),
    callback_id: opened['callback_id'],
    state: opened['state'],
    user_id: intra.id,
    channel_id: channel,
    team_id: world.teamId,
    submission,
    ...more,
  })

describe('opening a dialog', () => {
  it('shows it to whoever acted, and to nobody else', async () => {
    const other = await listen(world, await world.login('metier'))
    const { forBot, forClient } = await trigger()
    const opened = dialog([title])
    expect((await openRaw(forBot, opened)).status).toBe(200)
    const { data } = await listening.next('open_dialog')
    expect(JSON.parse(String(data['dialog']))).toMatchObject({
      trigger_id: forClient,
      url: bot.at('/submit'),
      dialog: { ...opened, elements: [title] },
    })
    expect(other.events.map(({ event }) => event)).not.toContain('open_dialog')
    other.close()
  })

  it('works once per trigger, and only with one that was given', async () => {
    const { forBot } = await trigger()
    expect((await openRaw(forBot, dialog([title]))).status).toBe(200)
    expect((await openRaw(forBot, dialog([title]))).status).toBe(400)
    expect((await openRaw('inventé', dialog([title]))).status).toBe(400)
  })

  it('refuses what Mattermost 10.11 would not show, with the reason', async () => {
    const long = 'é'.repeat(13)
    for (const wrong of [
      { ...dialog([]), title: long },
      dialog([{ ...title, display_name: long }]),
      dialog([{ ...title, help_text: 'a'.repeat(151) }]),
      dialog([{ ...title, max_length: 0 }]),
      dialog([{ ...title, type: 'datetime' }]),
      dialog([{ ...craft, default: 'designer' }]),
      dialog([title, title]),
    ]) {
      const response = await open(wrong)
      expect(response.status).toBe(400)
      expect(await response.text()).toContain('app.open_interactive_dialog.invalid.app_error')
    }
  })
})

describe('submitting a dialog', () => {
  let opened: Record<string, unknown>

  beforeEach(async () => {
    opened = dialog([
      title,
      craft,
      { name: 'lien', display_name: 'Lien', type: 'text', subtype: 'url', optional: true },
      { name: 'accord', display_name: 'Accord', type: 'bool' },
    ])
    await open(opened)
  })

  const good = { titre: 'Dév back', metier: 'developer', accord: true }

  it('forwards it with who and where, whatever the client claims', async () => {
    bot.answers('/submit', () => ({}))
    expect(await submit(opened, good, { user_id: world.bot.id })).toEqual({})
    expect(bot.lastJson('/submit')).toEqual({
      type: 'dialog_submission',
      callback_id: 'nouveau',
      state: opened['state'],
      user_id: intra.id,
      channel_id: channel,
      team_id: world.teamId,
      submission: good,
      cancelled: false,
    })
  })

  it('brings back what the integration found wrong', async () => {
    bot.answers('/submit', () => ({ errors: { titre: 'Déjà pris' }, autre: 1 }))
    expect(await submit(opened, good)).toEqual({ errors: { titre: 'Déjà pris' } })
    bot.answers('/submit', () => ({ error: 'Trop tard' }))
    expect(await submit(opened, good)).toEqual({ error: 'Trop tard' })
  })

  it('stops what a client would not have sent', async () => {
    const before = bot.received('/submit').length
    const problems = await submit(opened, { titre: 'ab', metier: 'autre', lien: 'exemple' })
    expect(Object.keys(problems['errors'] ?? {}).toSorted()).toEqual([
      'accord',
      'lien',
      'metier',
      'titre',
    ])
    expect(bot.received('/submit')).toHaveLength(before)
  })

  it('tells when it was cancelled', async () => {
    bot.answers('/submit', () => ({}))
    await submit(opened, {}, { cancelled: true })
    expect(bot.lastJson('/submit')).toMatchObject({ cancelled: true, submission: {} })
  })

  it('is refused in a channel that one does not read', async () => {
    const closed = await world.channelWith()
    expect(await submit(opened, good, { channel_id: closed })).toMatchObject({ status_code: 403 })
  })
})
