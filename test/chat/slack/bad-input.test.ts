/** What reaches the bot by HTTP in Slack's name and is not right, or not any more. */
import { describe, expect, test, vi } from 'vitest'

import { signed } from '../../support/slack/http-delivery.ts'
import { say } from '../../contract/chat/scene.ts'
import { onSlack } from './support/on-slack.ts'

const JSON_TYPE = 'application/json'
const FORM_TYPE = 'application/x-www-form-urlencoded'

describe('a request in HTTP mode', () => {
  const here = onSlack('http')

  const send = async (body: string, type = JSON_TYPE) => {
    const { slack, http } = here.platform
    const headers = { ...signed(slack.signingSecret, body), 'Content-Type': type }
    return fetch(`${http.url}/slack/events`, { method: 'POST', headers, body })
  }

  test('of ten megabytes is refused before it is read', async () => {
    expect((await send('x'.repeat(10 * 1024 * 1024), FORM_TYPE)).status).toBe(413)
    expect(here.heard).toEqual([])
  })

  test.each([
    ['{"type":', JSON_TYPE],
    ['[]', JSON_TYPE],
    ['"texte"', JSON_TYPE],
    [new URLSearchParams({ payload: '{"type":' }).toString(), FORM_TYPE],
  ])('that is malformed is refused: %s', async (body, type) => {
    expect((await send(body, type)).status).toBe(400)
    expect(here.heard).toEqual([])
  })

  test('that looks like nothing the bot knows is taken, and does nothing', async () => {
    const event = { type: 'event_callback', event_id: 'Ev1', event: { type: 'reaction_added' } }
    expect((await send(JSON.stringify(event))).status).toBe(200)
    expect(here.notices).toEqual([])
  })

  test.each([
    ['six minutes old', -6],
    ['six minutes from now', 6],
  ])('rightly signed, but %s, is refused', async (_, minutes) => {
    const { slack, http } = here.platform
    const body = new URLSearchParams({ command: '/recrutement' }).toString()
    const headers = signed(slack.signingSecret, body, Date.now() + minutes * 60_000)
    const sent = { method: 'POST', headers: { ...headers, 'Content-Type': FORM_TYPE }, body }
    expect((await fetch(`${http.url}/slack/events`, sent)).status).toBe(401)
    expect(here.heard).toEqual([])
  })

  test('sent a second time, signature and all, has no second effect', async () => {
    const { slack, zoe, channel } = here.platform
    const body = new URLSearchParams({
      command: '/recrutement',
      text: 'statut',
      user_id: zoe.id,
      channel_id: channel,
      team_id: slack.workspace.state.team.id,
      trigger_id: '1.2.3',
    }).toString()
    expect((await send(body, FORM_TYPE)).status).toBe(200)
    expect((await send(body, FORM_TYPE)).status).toBe(200)
    expect(here.heard).toHaveLength(1)
  })

  test('is answered to Slack’s question whether the address is right', async () => {
    const asked = JSON.stringify({ type: 'url_verification', challenge: 'c' })
    expect(await (await send(asked)).json()).toEqual({ challenge: 'c' })
  })
})

describe.each(['socket', 'http'] as const)('in %s mode', (mode) => {
  const here = onSlack(mode)

  test('a button that no version of the bot knows is answered with what to do', async () => {
    const { slack, chat, zoe, channel } = here.platform
    const buttons = [{ label: 'Agir', action: 'agir' }]
    const { post } = await chat.post(
      { channel },
      { headline: ['Un bouton'], blocks: [{ kind: 'buttons', buttons }] },
      'k',
    )
    for (const block of slack.workspace.state.channels.get(channel)?.messages.get(post)?.blocks ??
      []) {
      const [button] = Object(block)['elements'] ?? []
      if (button?.type === 'button') button.value = 'autre chose'
    }
    await zoe.press(channel, 'Agir')
    await vi.waitFor(async () =>
      expect((await here.words(channel)).join()).toContain('Ce bouton ne sert plus'),
    )
    expect(here.heard).toEqual([])
  })

  test('a form for what is over stays open with the reason', async () => {
    const form = await here.openForm()
    here.answer = () => Promise.resolve({ kind: 'invalid', message: 'Ce recrutement est clos.' })
    const outcome = await form.submit({ titre: 'x', niveau: '2' })
    expect(outcome).toMatchObject({ closed: false, error: 'Ce recrutement est clos.' })
  })

  test('a form sent by somebody whose account was just closed is heard, and fails nobody', async () => {
    const { slack, zoe, marc, chat } = here.platform
    const form = await here.openForm()
    const user = slack.workspace.state.users.get(zoe.id)
    here.answer = async () => {
      if (user) user.deleted = true
      return { kind: 'private', message: say('Bien noté') }
    }
    expect(await form.submit({ titre: 'x', niveau: '2' })).toMatchObject({ closed: true })
    await chat.post({ person: marc.id }, say('Et la suite ?'), 'k')
    expect(await here.words(await marc.directChannel(), marc)).toEqual(['Et la suite ?'])
  })

  test('an answer whose address is out of reach comes in the direct messages', async () => {
    const { slack, zoe, channel, command } = here.platform
    slack.faults.next('response_url', { kind: 'status', status: 503 }, 5)
    here.answer = () => Promise.resolve({ kind: 'private', message: say('Malgré tout') })
    await zoe.command(channel, command)
    const direct = await zoe.directChannel()
    await vi.waitFor(async () => expect(await here.words(direct)).toContain('Malgré tout'))
  })

  test('the token of an administrator that was taken back leaves the message, and fails nobody', async () => {
    const { slack, zoe, chat, channel } = here.platform
    const post = await zoe.say(channel, 'Trop tôt')
    slack.tokens.admin.revoked = true
    expect(await chat.remove({ channel, post })).toBe('no-right')
    expect(await here.words(channel)).toContain('Trop tôt')
  })

  test('what fails is logged without a word of what people wrote', async () => {
    const { slack, zoe, chat, channel, command } = here.platform
    here.answer = () => Promise.reject(new Error('Noé Lambert'))
    await zoe.command(channel, `${command} candidat Noé Lambert`)
    slack.tokens.bot.scopes.delete('chat:write')
    await expect(chat.post({ channel }, say('Noé Lambert'), 'k')).rejects.toThrow(Error)
    slack.faults.next('response_url', { kind: 'status', status: 503 }, 5)
    await zoe.command(channel, command)
    await vi.waitFor(() => expect(here.logged()).toContain('an interaction failed'))
    expect(here.logged()).not.toContain('Lambert')
  })
})
