/** Messages as Slack keeps them, reduced to what the bot looks at. */
import { z } from 'zod'

import type { ChannelId, MessageRef } from '../port.ts'
import { isOneOf, NO_MESSAGE, type SlackClient } from './client.ts'

const text = z.string().default('')

const file = z.object({
  id: text,
  name: text,
  mimetype: text,
  size: z.number().default(0),
  url_private_download: text,
})
/** Where the bot keeps by which key it knows a message, and of how many parts and files it is made. */
const metadata = z.object({
  event_type: z.string(),
  event_payload: z.object({
    key: z.string(),
    parts: z.number().default(1),
    files: z.number().default(0),
  }),
})
const message = z.object({
  ts: z.string(),
  subtype: text,
  user: text,
  bot_id: text,
  text,
  thread_ts: text,
  latest_reply: text,
  edited: z.object({ ts: z.string() }).optional(),
  files: z.array(file).default([]),
  blocks: z.array(z.unknown()).default([]),
  metadata: metadata.optional().catch(undefined),
})
export type SlackMessage = z.infer<typeof message>

export function toMessage(received: unknown): SlackMessage {
  return message.parse(received)
}

/** Pages beyond this hold nothing that was said lately. */
const MOST_PAGES = 10
const PAGE = 200

interface Range {
  /** Slack's instant, in seconds as text: only what comes after. */
  readonly oldest?: string
  /** Leaves the rest of a long conversation unread. */
  readonly pages?: number
  /** Makes each request, for whoever has reasons to wait between them. */
  readonly patiently?: <T>(request: () => Promise<T>) => Promise<T>
}

/** The latest messages of a channel, newest first, replies left out. */
export async function readHistory(
  client: SlackClient,
  channel: ChannelId,
  range: Range = {},
): Promise<SlackMessage[]> {
  return paged(range, (page) =>
    client.conversations.history({
      channel,
      include_all_metadata: true,
      ...(range.oldest === undefined ? {} : { oldest: range.oldest }),
      ...page,
    }),
  )
}

/** The messages of a thread, the first one included; none when there is no such thread. */
export async function readThread(
  client: SlackClient,
  channel: ChannelId,
  thread: string,
  range: Range = {},
): Promise<SlackMessage[]> {
  try {
    const messages = await paged(range, (page) =>
      client.conversations.replies({
        channel,
        ts: thread,
        include_all_metadata: true,
        ...(range.oldest === undefined ? {} : { oldest: range.oldest }),
        ...page,
      }),
    )
    // Every page begins with the first message.
    return [...new Map(messages.map((one) => [one.ts, one])).values()]
  } catch (error) {
    if (isOneOf(error, NO_MESSAGE)) return []
    throw error
  }
}

/** One message, wherever it is; undefined once it is gone. */
export async function readMessage(
  client: SlackClient,
  { channel, post }: MessageRef,
): Promise<SlackMessage | undefined> {
  try {
    const { messages } = await client.conversations.replies({
      channel,
      ts: post,
      oldest: post,
      latest: post,
      inclusive: true,
      include_all_metadata: true,
    })
    return messages?.map(toMessage).find(({ ts, subtype }) => ts === post && subtype !== TOMBSTONE)
  } catch (error) {
    if (isOneOf(error, NO_MESSAGE)) return undefined
    throw error
  }
}

/** What stands in for a deleted message that has replies. */
export const TOMBSTONE = 'tombstone'

interface Page {
  readonly messages?: readonly unknown[]
  readonly response_metadata?: { readonly next_cursor?: string }
}

async function paged(
  { pages = MOST_PAGES, patiently = (request) => request() }: Range,
  read: (page: { limit: number; cursor?: string }) => Promise<Page>,
): Promise<SlackMessage[]> {
  const all: SlackMessage[] = []
  let cursor: string | undefined
  for (let left = pages; left > 0; left -= 1) {
    const at = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }
    const page = await patiently(() => read(at))
    all.push(...(page.messages ?? []).map(toMessage))
    cursor = page.response_metadata?.next_cursor
    if (cursor === undefined || cursor === '') break
  }
  return all
}
