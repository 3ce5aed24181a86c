/** Messages of the bot: said once, found again by their key, rewritten in place. */
import { cache } from '../cache.ts'
import type { ChannelId, Destination, Message, MessageRef, PersonId } from '../port.ts'
import type { Channels } from './channels.ts'
import { isOneOf, NO_MESSAGE, orPermanent, type SlackClient } from './client.ts'
import { uploadFiles } from './files.ts'
import { readHistory, readMessage, readThread, type SlackMessage } from './history.ts'
import {
  content,
  isMine,
  keyOf,
  metadataOf,
  partsOf,
  takeDown,
  type Parts,
  type Whole,
} from './parts.ts'
import type { Pace } from './pace.ts'
import { renderMessage, type Part } from './render.ts'

/** Slack's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 60_000
const KEPT = 2_000

export interface Posting {
  post(to: Destination, message: Message, key: string): Promise<MessageRef>
  update(ref: MessageRef, message: Message): Promise<void>
  find(to: Destination, key: string, since: number): Promise<MessageRef | undefined>
}

interface PostingNeeds {
  readonly client: SlackClient
  readonly me: () => PersonId
  readonly channels: Pick<Channels, 'direct'>
  readonly pace: Pace
}

interface Place extends Whole {
  readonly channel: ChannelId
  readonly thread: string
}

export function posting({ client, me, channels, pace }: PostingNeeds): Posting {
  /** Long messages that a crash interrupted; noticed by `find`. */
  const unfinished = cache<Parts>(KEPT)
  /** Keys of messages of one part, which can be rewritten without being read again. */
  const short = cache<string>(KEPT)

  const channelOf = async (to: Destination) =>
    'person' in to ? channels.direct(to.person) : to.channel

  async function create(place: Place, index: number, part: Part): Promise<string> {
    const { channel, thread } = place
    const { ts } = await pace.inTurn(
      channel,
      () =>
        orPermanent(
          client.chat.postMessage({
            channel,
            ...content(part),
            ...(thread === '' ? {} : { thread_ts: thread }),
            unfurl_links: false,
            unfurl_media: false,
            metadata: metadataOf(place, index),
          }),
        ),
      { posts: true },
    )
    if (ts === undefined) throw new Error('Slack did not say where the message is')
    return ts
  }

  function rewrite(place: Place, index: number, ts: string, part: Part, files: string[] = []) {
    const { channel } = place
    return pace.inTurn(channel, () =>
      orPermanent(
        client.chat
          .update({
            channel,
            ts,
            ...content(part),
            metadata: metadataOf(place, index),
            ...(files.length === 0 ? {} : { file_ids: files }),
          })
          .then(
            () => true,
            (error: unknown) => {
              if (isOneOf(error, NO_MESSAGE)) return false
              throw error
            },
          ),
      ),
    )
  }

  /** Replies to the first part with those that are not there yet. */
  async function writeRest(place: Place, parts: readonly Part[], there: Parts): Promise<void> {
    for (const [index, part] of parts.entries()) {
      if (index > 0 && !there.has(index)) await create(place, index, part)
    }
  }

  async function isComplete(channel: ChannelId, first: SlackMessage): Promise<boolean> {
    const { parts = 1, files = 0 } = first.metadata?.event_payload ?? {}
    if (parts === 1 && first.files.length >= files) return true
    const there = await partsOf(client, me(), channel, first)
    if (there.size >= parts && first.files.length >= files) return true
    unfinished.set(`${channel} ${keyOf(first)}`, there)
    return false
  }

  return {
    async post(to, message, key) {
      const channel = await channelOf(to)
      const files = await uploadFiles(client, message.files ?? [])
      const parts = renderMessage(message)
      const first = parts[0] ?? { text: '…', blocks: [] }
      const place = {
        channel,
        thread: to.thread?.post ?? '',
        key,
        count: parts.length,
        files: files.length,
      }
      const there: Parts = unfinished.get(`${channel} ${key}`) ?? new Map()
      const ts = there.get(0)?.ts ?? (await create(place, 0, first))
      const hasFiles = (there.get(0)?.files.length ?? 0) >= files.length
      if (!hasFiles) await rewrite(place, 0, ts, first, files)
      await writeRest({ ...place, thread: place.thread || ts }, parts, there)
      unfinished.delete(`${channel} ${key}`)
      if (parts.length === 1 && files.length === 0) short.set(`${channel} ${ts}`, key)
      return { channel, post: ts }
    },
    async update(ref, message) {
      const { channel, post } = ref
      const parts = renderMessage(message)
      const [first] = parts
      if (first === undefined) return
      const known = parts.length === 1 ? short.get(`${channel} ${post}`) : undefined
      if (known !== undefined) {
        await rewrite({ channel, thread: '', key: known, count: 1, files: 0 }, 0, post, first)
        return
      }
      const before = await orPermanent(readMessage(client, ref))
      const there: Parts =
        before === undefined
          ? new Map([[0, { ts: post, files: [] }]])
          : await partsOf(client, me(), channel, before)
      const place = {
        channel,
        thread: before?.thread_ts || post,
        key: (before === undefined ? undefined : keyOf(before)) ?? post,
        count: parts.length,
        files: before?.files.length ?? 0,
      }
      // A message deleted since is left alone, with whatever would follow it.
      if (!(await rewrite(place, 0, post, first))) return
      for (const [index, part] of parts.entries()) {
        const old = there.get(index)
        if (index > 0 && old !== undefined) await rewrite(place, index, old.ts, part)
      }
      await writeRest(place, parts, there)
      for (const [index, { ts }] of there) {
        if (index >= parts.length) await takeDown(client, { channel, post: ts })
      }
      if (parts.length === 1 && place.files === 0) short.set(`${channel} ${post}`, place.key)
    },
    async find(to, key, since) {
      const channel = await channelOf(to)
      const oldest = (Math.max(0, since - CLOCK_SKEW_MS) / 1000).toFixed(6)
      const messages = await orPermanent(
        to.thread === undefined
          ? readHistory(client, channel, { oldest })
          : readThread(client, channel, to.thread.post, { oldest }),
      )
      const first = messages.find((message) => isMine(message, me()) && keyOf(message) === key)
      if (first === undefined || !(await isComplete(channel, first))) return undefined
      return { channel, post: first.ts }
    },
  }
}
