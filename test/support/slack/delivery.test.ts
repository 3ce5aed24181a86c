/** The fake Slack in front of people, and on its way to the app. */
import type { webApi } from '@slack/bolt'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'

import { botServer } from '../../contract/mattermost/bot-server.ts'
import { personAt } from './person.ts'
import { refusal, smallTeam, text, type SmallTeam } from './small-team.ts'
import { addChannel } from './workspace.ts'

let team: SmallTeam
beforeEach(async () => {
  team = await smallTeam()
})
afterEach(() => team.slack.stop())

const view = (title = 'Titre') => ({
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: title },
  blocks: [text('x')],
})
const opened = (bot: webApi.WebClient, trigger_id: string) =>
  refusal(bot.views.open({ trigger_id, view: view() }))
const answer = async (url: string, body: object) =>
  (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status

describe('a modal', () => {
  test('opens once by a trigger that is not too old', async () => {
    const { slack, zoe, bot } = team
    const { views } = slack.workspace
    const trigger = views.trigger(zoe.id)
    expect(await opened(bot, trigger)).toBe('accepted')
    expect(await opened(bot, trigger)).toBe('exchanged_trigger_id')
    const old = views.trigger(zoe.id)
    views.expireTriggers()
    expect(await opened(bot, old)).toBe('expired_trigger_id')
    expect(await opened(bot, '1.2.3')).toBe('invalid_trigger_id')
  })

  test('outside the limits of Block Kit is refused, and does not spend its trigger', async () => {
    const { slack, zoe, bot } = team
    const id = slack.workspace.views.trigger(zoe.id)
    const long = view('x'.repeat(25))
    expect(await refusal(bot.views.open({ trigger_id: id, view: long }))).toBe('invalid_arguments')
    expect(await refusal(bot.views.open({ trigger_id: id, view: view() }))).toBe('accepted')
  })

  test('is changed while it is open, by whoever saw its latest version', async () => {
    const { slack, zoe, bot } = team
    const trigger_id = slack.workspace.views.trigger(zoe.id)
    const { view: opened } = await bot.views.open({ trigger_id, view: view() })
    const change = { view_id: opened?.id ?? '', view: view('Autre') }
    expect(await refusal(bot.views.update({ ...change, hash: opened?.hash ?? '' }))).toBe(
      'accepted',
    )
    expect(await refusal(bot.views.update({ ...change, hash: opened?.hash ?? '' }))).toBe(
      'hash_conflict',
    )
    for (const one of zoe.modals()) zoe.closeModal(one)
    expect(await refusal(bot.views.update(change))).toBe('not_found')
  })
})

describe('an address to answer at', () => {
  test('takes five answers, for half an hour, shown to one person', async () => {
    const { slack, channel, zoe } = team
    const url = slack.responses.make({ channel, user: zoe.id })
    for (let i = 0; i < 5; i += 1) expect(await answer(url, { text: `${i}` })).toBe(200)
    expect(await answer(url, { text: 'Un de trop' })).toBe(404)
    expect(zoe.sees(channel.id).map(({ isEphemeral }) => isEphemeral)).toEqual(Array(5).fill(true))
    expect(personAt(slack, slack.admin).sees(channel.id)).toEqual([])
    const late = slack.responses.make({ channel, user: zoe.id })
    slack.responses.expire()
    expect(await answer(late, { text: 'Trop tard' })).toBe(404)
    const other = slack.responses.make({ channel, user: zoe.id })
    expect(await answer(other, { text: 'x', blocks: [{ type: 'section' }] })).toBe(400)
  })
})

describe('an event', () => {
  test('is sent again when nobody acknowledged it, and is kept until then', async () => {
    const { slack, channel, zoe } = team
    zoe.say(channel.id, 'Personne n’écoute')
    await slack.outbox.idle()
    expect(slack.outbox.lost()).toBe(1)
  })

  test('is signed, and sent to an app that answered the challenge', async () => {
    const { slack, zoe, channel } = await smallTeam('http')
    onTestFinished(() => slack.stop())
    const sent: { readonly headers: Headers; readonly body: unknown }[] = []
    const app = await botServer()
    onTestFinished(() => app.stop())
    const routes = new Hono().post('/events', async (c) => {
      const body = await c.req.json()
      sent.push({ headers: c.req.raw.headers, body })
      return c.text(body.challenge ?? '')
    })
    app.mount(routes, '/slack')
    await slack.http.register(`${app.url}/slack/events`)
    zoe.say(channel.id, 'Bonjour')
    await slack.outbox.idle()
    expect(sent).toHaveLength(2)
    expect(sent[1]?.headers.get('x-slack-signature')).toMatch(/^v0=[0-9a-f]{64}$/u)
    expect(sent[1]?.body).toMatchObject({
      type: 'event_callback',
      event: { type: 'message', text: 'Bonjour', user: zoe.id, channel_type: 'group' },
    })
    expect(slack.outbox.lost()).toBe(0)
  })

  test('that the manifest does not ask for is not sent', async () => {
    const { slack, zoe } = team
    const about = { name: 'o', kind: 'public' } as const
    const open = addChannel(slack.workspace, about, [zoe.id, slack.workspace.state.bot])
    zoe.say(open.id, 'En public')
    zoe.say(zoe.directChannel(), 'En direct')
    await slack.outbox.idle()
    expect(slack.outbox.lost()).toBe(0)
  })
})
