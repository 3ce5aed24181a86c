/** What the bot itself said in a conversation. */
import type { ChannelId, Destination, OwnMessage, PersonId } from '../port.ts'
import type { Channels } from './channels.ts'
import { orPermanent, type SlackClient } from './client.ts'
import { readHistory, readThread, TOMBSTONE, type SlackMessage } from './history.ts'
import type { Pace } from './pace.ts'
import { isMine } from './parts.ts'

interface OwnNeeds {
  readonly client: SlackClient
  readonly me: () => PersonId
  readonly channels: Pick<Channels, 'directWithAnyone'>
  readonly pace: Pick<Pace, 'patiently'>
}

/** The bot's own messages from `since` (epoch ms) on, newest first, however long that takes to read. */
export async function ownMessages(
  { client, me, channels, pace: { patiently } }: OwnNeeds,
  where: Destination,
  since: number,
): Promise<readonly OwnMessage[]> {
  const channel = 'person' in where ? await channels.directWithAnyone(where.person) : where.channel
  if (channel === undefined) return []
  const from = since / 1000
  const everything = { patiently, pages: Number.POSITIVE_INFINITY }
  // An old message may have new replies, which only its thread shows.
  const roots = await orPermanent(readHistory(client, channel, everything))
  const found: SlackMessage[] = []
  for (const root of roots) {
    const isReplied = root.latest_reply !== '' && Number(root.latest_reply) >= from
    const thread = isReplied ? await readThread(client, channel, root.ts, everything) : [root]
    found.push(...thread)
  }
  return found
    .filter((message) => isMine(message, me()) && message.subtype !== TOMBSTONE)
    .filter(({ ts }) => Number(ts) >= from)
    .map((message) => toOwnMessage(channel, message))
}

function toOwnMessage(channel: ChannelId, { ts, text, blocks, files }: SlackMessage): OwnMessage {
  return {
    ref: { channel, post: ts },
    words: [text, JSON.stringify(blocks), ...files.map(({ name }) => name)].join('\n'),
    hasFiles: files.length > 0,
  }
}
