/** The Slack messages that a long message is made of: how they are named, found again and taken down. */
import { partKey, partPlace } from '../part-keys.ts'
import type { ChannelId, MessageRef, PersonId } from '../port.ts'
import { isOneOf, NO_MESSAGE, orPermanent, type SlackClient } from './client.ts'
import { readThread, type SlackMessage } from './history.ts'
import type { Part } from './render.ts'

/** Marks our messages among those of any other app. */
const EVENT_TYPE = 'recrutement_message'

/** What a message is known by, and of how many parts and files it is made. */
export interface Whole {
  readonly key: string
  readonly count: number
  readonly files: number
}

/** What is there already of a message, by part. */
export type Parts = ReadonlyMap<number, Pick<SlackMessage, 'ts' | 'files'>>

export function content({ text, blocks }: Part) {
  return { text, blocks: [...blocks] }
}

export function metadataOf({ key, count, files }: Whole, index: number) {
  const own = partKey(key, index)
  return { event_type: EVENT_TYPE, event_payload: { key: own, parts: count, files } }
}

export function keyOf({ metadata }: SlackMessage): string | undefined {
  return metadata?.event_type === EVENT_TYPE ? metadata.event_payload.key : undefined
}

function partIndex(message: SlackMessage, key: string): [number, SlackMessage][] {
  const place = partPlace(keyOf(message), key)
  return place === undefined ? [] : [[place, message]]
}

export function isMine({ user }: SlackMessage, me: PersonId): boolean {
  return user === me
}

/** Every part of a message, by its place, from the first of them. */
export async function partsOf(
  client: SlackClient,
  me: PersonId,
  channel: ChannelId,
  first: SlackMessage,
): Promise<Parts> {
  const key = keyOf(first) ?? ''
  const thread = await readThread(client, channel, first.thread_ts || first.ts)
  const mine = [first, ...thread].filter((message) => isMine(message, me))
  return new Map(mine.flatMap((message) => partIndex(message, key)))
}

/** Deletes one message of the bot, unless it is gone already. */
export async function takeDown(
  client: SlackClient,
  { channel, post: ts }: MessageRef,
): Promise<void> {
  await orPermanent(
    client.chat.delete({ channel, ts }).catch((error: unknown) => {
      if (!isOneOf(error, NO_MESSAGE)) throw error
    }),
  )
}
