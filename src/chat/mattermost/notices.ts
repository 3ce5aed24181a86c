/** Messages and members of the bot's channels, told once each, in order, also after a silence. */
import pRetry from 'p-retry'
import type { Logger } from 'pino'

import { duringRequest } from '../../log.ts'
import type { Notice, PersonId } from '../port.ts'
import { cache } from '../cache.ts'
import type { Reading } from '../reading.ts'
import type { Channels } from './channels.ts'
import type { MattermostClient } from './client.ts'
import type { Directory } from './directory.ts'
import { toSeenPost, type SeenPost } from './events.ts'
import { describeFailure } from '../failures.ts'

const REMEMBERED_POSTS = 20_000
/** Tells a bot that was in no channel yet from one that never read. */
const BEGUN = ''
/** Two minutes in all: a database that restarts is back by then. */
const PATIENCE = { retries: 6, minTimeout: 500, factor: 3, maxTimeout: 60_000 }

interface Notices {
  /**
   * Notes where each channel stands: where it was left, by this instance or another, else where it is, so
   * that only what comes later is told.
   */
  prime(): Promise<void>
  /** A post of the event stream. */
  posted(post: SeenPost): void
  /** Somebody deleted it. */
  deleted(post: SeenPost): void
  moved(kind: 'joined' | 'left', channel: string, person: PersonId): void
  /** Reads again what the event stream may have lost. */
  backFill(): Promise<void>
  /** Waits until everything received so far was told; tries nothing again. */
  stop(): Promise<void>
}

interface NoticeNeeds {
  readonly client: MattermostClient
  readonly me: () => PersonId
  readonly channels: Pick<Channels, 'isDirect'>
  readonly directory: Pick<Directory, 'person'>
  readonly notice: (notice: Notice) => Promise<void>
  readonly reading: Pick<Reading, 'marks' | 'mark'>
  readonly log: Logger
}

export function notices(needs: NoticeNeeds): Notices {
  const { client, me, channels, directory, reading, log } = needs
  const told = cache<true>(REMEMBERED_POSTS)
  /** Instant of the latest change seen, by channel. */
  const latest = new Map<string, number>()
  const queues = new Map<string, Promise<void>>()

  const stopping = new AbortController()

  /** One at a time in each channel: it is tried again for a while, then given up for the next. */
  function inOrder(channel: string, at: number, work: () => Promise<void>): void {
    const handled = async () => {
      await work()
      await reading.mark(channel, at)
    }
    const patiently = () => pRetry(handled, { ...PATIENCE, signal: stopping.signal })
    const next = duringRequest(() =>
      (queues.get(channel) ?? Promise.resolve()).then(patiently).catch((error: unknown) => {
        log.error(describeFailure(error), 'a notice was not handled')
      }),
    )
    queues.set(channel, next)
    void next.finally(() => {
      if (queues.get(channel) === next) queues.delete(channel)
    })
  }

  function isNew(post: SeenPost): boolean {
    const version = `${post.id} ${post.update_at}`
    latest.set(post.channel_id, Math.max(latest.get(post.channel_id) ?? 0, post.update_at))
    if (told.get(version) === true) return false
    told.set(version, true)
    return true
  }

  async function tellPost(post: SeenPost): Promise<void> {
    if (await channels.isDirect(post.channel_id)) return
    if ((await directory.person(post.user_id)).isBot) return
    await needs.notice({
      kind: 'message',
      ref: { channel: post.channel_id, post: post.id },
      by: post.user_id,
      text: post.message,
      edited: post.edit_at > 0,
      ...(post.root_id === '' ? {} : { thread: post.root_id }),
      files: post.metadata.map(({ name }) => name),
    })
  }

  function posted(post: SeenPost): void {
    if (!isNew(post) || !isByPerson(post) || post.user_id === me()) return
    inOrder(post.channel_id, post.update_at, () => tellPost(post))
  }

  function deleted({ id, channel_id: channel, delete_at: at }: SeenPost): void {
    inOrder(channel, at, () => needs.notice({ kind: 'deleted', ref: { channel, post: id } }))
  }

  function moved(kind: 'joined' | 'left', channel: string, person: PersonId): void {
    if (person === me()) return
    inOrder(channel, 0, () => needs.notice({ kind, channel, person }))
  }

  /** What the stream would have said, from what the server kept. */
  function tellMissed(post: SeenPost, since: number): void {
    if (post.create_at <= since && post.edit_at <= since) return
    const move = membershipOf(post)
    if (move === undefined) posted(post)
    else if (isNew(post)) moved(move.kind, post.channel_id, move.person)
  }

  return {
    async prime() {
      const marks = await reading.marks()
      const isFirst = marks.size === 0
      for (const { id, last_post_at, create_at } of await client.getAllTeamsChannels()) {
        // One that nobody marked is there since somebody last read: all of it is new.
        const from = marks.get(id) ?? (isFirst ? last_post_at : create_at)
        latest.set(id, from)
        if (isFirst) await reading.mark(id, from)
      }
      if (isFirst) await reading.mark(BEGUN, 0)
    },
    posted,
    deleted,
    moved,
    async backFill() {
      const earliest = Math.max(1, ...latest.values())
      for (const { id, type } of await client.getAllTeamsChannels()) {
        if (type === 'D') continue
        const since = Math.max(1, latest.get(id) ?? earliest)
        const { posts } = await client.getPostsSince(id, since)
        const missed = Object.values(posts).map(toSeenPost)
        for (const post of missed.toSorted((a, b) => a.update_at - b.update_at)) {
          if (post.delete_at === 0) tellMissed(post, since)
          else deleted(post)
        }
      }
    },
    async stop() {
      stopping.abort()
      await Promise.all(queues.values())
    },
  }
}

function isByPerson({ type, props }: SeenPost): boolean {
  return type === '' && props['from_webhook'] !== 'true' && props['from_bot'] !== 'true'
}

/** Who came or went, for the posts by which Mattermost records it. */
function membershipOf({ type, user_id, props }: SeenPost) {
  const named = (prop: string) => (typeof props[prop] === 'string' ? props[prop] : user_id)
  switch (type) {
    case 'system_join_channel':
      return { kind: 'joined', person: user_id } as const
    case 'system_add_to_channel':
      return { kind: 'joined', person: named('addedUserId') } as const
    case 'system_leave_channel':
      return { kind: 'left', person: user_id } as const
    case 'system_remove_from_channel':
      return { kind: 'left', person: named('removedUserId') } as const
    default:
      return undefined
  }
}
