/** The fake Slack refuses what Slack refuses: no test passes on it with what Slack would not take. */
import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { refusal, smallTeam, text, type SmallTeam } from './small-team.ts'
import { addChannel } from './workspace.ts'

let team: SmallTeam
beforeEach(async () => {
  team = await smallTeam()
})
afterEach(() => team.slack.stop())

describe('a call', () => {
  test('needs a token that Slack gave, of the right kind, with the right', async () => {
    const { slack, bot, client, say } = team
    const bare = await fetch(`${slack.url}auth.test`, { method: 'POST' })
    expect(await bare.json()).toMatchObject({ ok: false, error: 'not_authed' })
    expect(await refusal(client('xoxb-guess').auth.test())).toBe('invalid_auth')
    expect(await refusal(client(slack.tokens.app.value).auth.test())).toBe('not_allowed_token_type')
    expect(await refusal(bot.apps.connections.open({}))).toBe('not_allowed_token_type')
    slack.tokens.bot.scopes.delete('chat:write')
    expect(await refusal(say('Sans droit'))).toBe('missing_scope')
  })

  test('of no method, or with an argument of none, is refused and noted', async () => {
    const { slack, channel, bot, say } = team
    expect(await refusal(bot.apiCall('chat.shout'))).toBe('unknown_method')
    expect(await refusal(say('x', { loudly: true }))).toBe('invalid_arguments')
    expect(await refusal(bot.apiCall('chat.update', { channel: channel.id }))).toBe(
      'invalid_arguments',
    )
    expect(slack.workspace.faults).toHaveLength(3)
  })

  test('fails as a test wants it to, as often', async () => {
    const { slack, channel, zoe, say } = team
    slack.faults.next('chat.postMessage', { kind: 'rate-limited', seconds: 7 })
    await expect(say('x')).rejects.toMatchObject({ retryAfter: 7 })
    slack.faults.next('chat.postMessage', { kind: 'status', status: 503 })
    await expect(say('x')).rejects.toThrow(webApi.WebAPIHTTPError)
    slack.faults.next('chat.postMessage', { kind: 'lost' })
    await expect(say('Dit quand même')).rejects.toThrow(webApi.WebAPIRequestError)
    expect(zoe.sees(channel.id)).toMatchObject([{ text: 'Dit quand même' }])
    expect((await say('y')).ok).toBe(true)
  })
})

describe('a message', () => {
  test('outside the limits of Block Kit is refused and noted', async () => {
    const { slack, say } = team
    const empty = [{ ...text('x'), elements: [] }]
    expect(await refusal(say('x', { blocks: empty }))).toBe('invalid_blocks')
    expect(await refusal(say('x', { blocks: {} }))).toBe('invalid_blocks_format')
    const long = Array.from({ length: 6 }, () => text('x'.repeat(2_900)))
    expect(await refusal(say('x', { blocks: long }))).toBe('msg_blocks_too_long')
    expect(await refusal(say(' '))).toBe('no_text')
    expect(slack.workspace.faults).toHaveLength(4)
  })

  test('goes only where the bot is, and where something can be said', async () => {
    const { slack, channel, zoe, say } = team
    const secret = addChannel(slack.workspace, { name: 's', kind: 'private' }, [zoe.id])
    const open = addChannel(slack.workspace, { name: 'o', kind: 'public' }, [zoe.id])
    expect(await refusal(say('x', { channel: secret.id }))).toBe('channel_not_found')
    expect(await refusal(say('x', { channel: open.id }))).toBe('not_in_channel')
    expect(await refusal(say('x', { channel: 'C0' }))).toBe('channel_not_found')
    channel.archived = true
    expect(await refusal(say('x'))).toBe('is_archived')
  })

  test('is changed and taken away by whoever wrote it; administrators take any away', async () => {
    const { slack, channel, zoe, bot, client } = team
    const ts = zoe.say(channel.id, 'À moi')
    const theirs = { channel: channel.id, ts }
    expect(await refusal(bot.chat.update({ ...theirs, text: 'x' }))).toBe('cant_update_message')
    expect(await refusal(bot.chat.delete(theirs))).toBe('cant_delete_message')
    const admin = client(slack.tokens.admin.value)
    slack.workspace.policy.adminsDeleteMessages = false
    expect(await refusal(admin.chat.delete(theirs))).toBe('cant_delete_message')
    slack.workspace.policy.adminsDeleteMessages = true
    expect(await refusal(admin.chat.delete(theirs))).toBe('accepted')
    expect(await refusal(bot.chat.delete(theirs))).toBe('message_not_found')
  })

  test('that begins a thread leaves a trace until its last reply is gone', async () => {
    const { channel, zoe, bot, say } = team
    const { ts: root = '' } = await say('Au début')
    const reply = zoe.say(channel.id, 'En réponse', root)
    await bot.chat.delete({ channel: channel.id, ts: root })
    expect(zoe.sees(channel.id)).toMatchObject([{ subtype: 'tombstone' }, { text: 'En réponse' }])
    zoe.remove(reply)
    expect(zoe.sees(channel.id)).toEqual([])
  })

  test('keeps its metadata and blocks as Slack’s page about updates says', async () => {
    const { channel, bot, say } = team
    const metadata = { event_type: 'e', event_payload: { key: 'k' } }
    const { ts = '' } = await say('Avant', { metadata, blocks: [text('Avant')] })
    const { message } = await bot.chat.update({ channel: channel.id, ts, text: 'Après' })
    expect(message).toMatchObject({ text: 'Après', metadata, edited: {} })
    expect(message).not.toHaveProperty('blocks')
    const read = await bot.conversations.history({ channel: channel.id })
    expect(read.messages?.[0]).not.toHaveProperty('metadata')
  })
})

describe('pages', () => {
  test('of a channel hold together while messages come and go', async () => {
    const { channel, zoe, bot } = team
    const said = Array.from({ length: 5 }, (_, i) => zoe.say(channel.id, `${i}`))
    const at = { channel: channel.id, limit: 2 }
    const first = await bot.conversations.history(at)
    zoe.say(channel.id, 'Entre-temps')
    zoe.remove(said[2] ?? '')
    const cursor = first.response_metadata?.next_cursor ?? ''
    const second = await bot.conversations.history({ ...at, cursor })
    const texts = [first, second].flatMap(({ messages = [] }) => messages.map((one) => one.text))
    expect(texts).toEqual(['4', '3', '1', '0'])
    expect(await refusal(bot.conversations.history({ ...at, cursor: 'x' }))).toBe('invalid_cursor')
  })

  test('of a thread each begin with its first message', async () => {
    const { channel, zoe, bot } = team
    const root = zoe.say(channel.id, 'Au début')
    for (const words of ['a', 'b', 'c']) zoe.say(channel.id, words, root)
    const at = { channel: channel.id, ts: root, limit: 2 }
    const first = await bot.conversations.replies(at)
    const cursor = first.response_metadata?.next_cursor ?? ''
    const second = await bot.conversations.replies({ ...at, cursor })
    expect(first.messages).toMatchObject([{ text: 'Au début' }, { text: 'a' }, { text: 'b' }])
    expect(second.messages).toMatchObject([{ text: 'Au début' }, { text: 'c' }])
    expect(second.has_more).toBe(false)
  })
})
