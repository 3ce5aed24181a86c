/** The chat that the configuration names, and the HTTP routes by which it calls the bot. */
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { mattermostChat } from './chat/mattermost/adapter.ts'
import type { Chat } from './chat/port.ts'
import type { Reading } from './chat/reading.ts'
import { COMMANDS } from './commands.ts'
import type { Config } from './config.ts'
import { SANDBOX_BOT_TOKEN } from './sandbox/people.ts'

/** What the Home tab of Slack shows: the answers to these words. */
const HOME_SHOWS = ['tâches', 'statut']

export interface Connected {
  readonly chat: Chat
  readonly routes: Readonly<Record<string, Hono>>
}

/** Slack's library is only loaded where there is a Slack. */
export async function connectChat(
  { chat: named, publicUrl }: Config,
  means: {
    readonly secret: string
    readonly log: Logger
    readonly reading: Reading
    /** The address of a page that opens what a button opens. */
    readonly pageFor: (asked: {
      readonly by: string
      readonly action: string
      readonly args: Readonly<Record<string, string>>
    }) => string
    /** How long a Slack channel rests between two postings; what Slack asks for unless said. */
    readonly betweenPostingsMs?: number
  },
): Promise<Connected> {
  const { secret, log, reading, ...rest } = means
  if (named.kind === 'slack') {
    const { slackChat } = await import('./chat/slack/adapter.ts')
    const chat = slackChat({
      ...named,
      secret,
      log,
      reading,
      commands: COMMANDS,
      homeShows: HOME_SHOWS,
      ...rest,
    })
    return { chat, routes: { '/slack': chat.routes } }
  }
  const isSandbox = named.kind === 'sandbox'
  const chat = mattermostChat({
    url: named.url,
    token: isSandbox ? SANDBOX_BOT_TOKEN : named.token,
    commandTokens: isSandbox ? [] : named.commandTokens,
    publicUrl,
    secret,
    log,
    reading,
    commands: COMMANDS,
  })
  return { chat, routes: { '/mattermost': chat.routes } }
}
