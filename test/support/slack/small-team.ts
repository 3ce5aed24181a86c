/** One person, the bot and a private channel, for the tests of the fake itself. */
import { webApi } from '@slack/bolt'
import { pino } from 'pino'

import { quietLogger } from '../../../src/chat/slack/client.ts'
import { personAt, type Person } from './person.ts'
import { startFakeSlack, type FakeSlack, type Mode } from './server.ts'
import type { Channel } from './state.ts'
import { addChannel, addUser } from './workspace.ts'

export interface SmallTeam {
  readonly slack: FakeSlack
  readonly channel: Channel
  readonly zoe: Person
  readonly bot: webApi.WebClient
  client(token: string): webApi.WebClient
  /** Says something in the channel, as the bot. */
  say(words: string, more?: object): ReturnType<webApi.WebClient['chat']['postMessage']>
}

export async function smallTeam(mode: Mode = 'socket'): Promise<SmallTeam> {
  const slack = await startFakeSlack(mode)
  const { workspace, admin } = slack
  const user = addUser(workspace, { name: 'zoe', realName: 'Zoé Laurent' })
  const about = { name: 'equipe', kind: 'private' } as const
  const channel = addChannel(workspace, about, [user.id, admin.id, workspace.state.bot])
  const client = (token: string) =>
    new webApi.WebClient(token, {
      slackApiUrl: slack.url,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: quietLogger(pino({ level: 'silent' })),
    })
  const bot = client(slack.tokens.bot.value)
  const say = (words: string, more: object = {}) =>
    bot.chat.postMessage({ channel: channel.id, text: words, ...more })
  return { slack, channel, zoe: personAt(slack, user), bot, client, say }
}

/** The code by which a call is refused; `accepted` when it is not. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return error.data.error
    throw error
  }
  return 'accepted'
}

export function text(words: string) {
  const said = { type: 'text' as const, text: words }
  const section = { type: 'rich_text_section' as const, elements: [said] }
  return { type: 'rich_text' as const, elements: [section] }
}
