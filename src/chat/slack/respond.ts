/** Private answers: where somebody acted, for their eyes only, else in their direct messages. */
import type { Logger } from 'pino'

import { SEE_DIRECT } from '../answers.ts'
import { describeFailure } from '../failures.ts'
import type { ChannelId, Interaction, Message, PersonId } from '../port.ts'
import { isOneOf, type SlackClient } from './client.ts'
import type { Posting } from './posting.ts'
import { renderMessage, type Part } from './render.ts'

/** Slack takes five answers to one request. */
const MOST_ANSWERS = 5
const TIME_LIMIT_MS = 10_000

/** Who reads a private answer, and where they acted. */
export interface Reader {
  readonly person: PersonId
  readonly channel: ChannelId
  readonly direct: boolean
  /** The interaction that is answered, for messages that must carry a key. */
  readonly key: string
  /** Where to answer for half an hour; absent for forms and in the Home tab. */
  readonly responseUrl?: string
  /** The thread where they pressed a button. */
  readonly thread?: string
}

/** Whoever acted; `responseUrl` is empty where Slack gives none. */
export function readerOf(
  { id: key, by: person, channel, direct, thread }: Omit<Interaction, 'kind'>,
  responseUrl = '',
): Reader {
  return {
    person,
    channel,
    direct,
    key,
    ...(responseUrl === '' ? {} : { responseUrl }),
    ...(thread === undefined ? {} : { thread }),
  }
}

export interface Respond {
  privately(reader: Reader, message: Message): Promise<void>
  /** Says it where it was asked, to everyone, in a channel that the bot is not in. */
  openly(responseUrl: string, message: Message): Promise<void>
  /** Rewrites the private answer that carries the button that was pressed. */
  replace(responseUrl: string, message: Message): Promise<void>
}

/** Nobody is there to see it, or nobody is let in: the direct messages remain. */
const NOT_HERE: ReadonlySet<string> = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'restricted_action',
  'user_not_in_channel',
])

export function responder(
  client: SlackClient,
  posting: Pick<Posting, 'post'>,
  log: Logger,
): Respond {
  async function inDirect(reader: Reader, message: Message): Promise<void> {
    const inThread =
      reader.direct && reader.thread !== undefined
        ? { thread: { channel: reader.channel, post: reader.thread } }
        : {}
    await posting.post({ person: reader.person, ...inThread }, message, `answer/${reader.key}`)
  }

  async function byUrl(reader: Reader, url: string, message: Message): Promise<void> {
    const parts = renderMessage(message)
    const inThread = reader.thread === undefined ? {} : { thread_ts: reader.thread }
    if (!hasFiles(message) && parts.length <= MOST_ANSWERS) {
      try {
        for (const part of parts) await answer(url, { ...ephemeral(part), ...inThread })
        return
      } catch (error) {
        log.warn(describeFailure(error), 'an answer goes to the direct messages instead')
      }
    }
    await inDirect(reader, message)
    if (reader.direct) return
    await answer(url, { ...ephemeral({ text: SEE_DIRECT, blocks: [] }), ...inThread }).catch(
      (error: unknown) => log.debug(describeFailure(error), 'nothing says where the answer is'),
    )
  }

  async function here(reader: Reader, message: Message): Promise<boolean> {
    if (reader.direct || hasFiles(message)) return false
    const { channel, person: user } = reader
    try {
      for (const { text, blocks } of renderMessage(message)) {
        await client.chat.postEphemeral({ channel, user, text, blocks: [...blocks] })
      }
      return true
    } catch (error) {
      if (isOneOf(error, NOT_HERE)) return false
      throw error
    }
  }

  return {
    async privately(reader, message) {
      if (reader.responseUrl !== undefined) return byUrl(reader, reader.responseUrl, message)
      if (!(await here(reader, message))) await inDirect(reader, message)
    },
    async openly(url, message) {
      for (const part of renderMessage(message).slice(0, MOST_ANSWERS)) {
        await answer(url, { ...ephemeral(part), response_type: 'in_channel' })
      }
    },
    async replace(url, message) {
      const [part = { text: '…', blocks: [] }] = renderMessage(message)
      await answer(url, { ...ephemeral(part), replace_original: true })
    },
  }
}

function ephemeral({ text, blocks }: Part) {
  return { response_type: 'ephemeral', replace_original: false, text, blocks }
}

async function answer(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
  })
  if (!response.ok) throw new Error(`Slack refused an answer: ${response.status}`)
}

function hasFiles({ files = [] }: Message): boolean {
  return files.length > 0
}
