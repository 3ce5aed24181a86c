// @ts-check
/** @import { Post, Session, Timeline } from '../types.d.ts' */
import { isPrivate, repliesTo } from './timelines.js'

/**
 * The replies that others wrote since the person last looked at this thread.
 * @param {Session} session
 * @param {Timeline} timeline
 * @param {string} rootId
 */
export function newReplies(session, timeline, rootId) {
  const seen = timeline.threadsSeen.get(rootId) ?? timeline.repliesSeen
  return repliesTo(timeline, rootId).filter(
    (reply) => reply.create_at > seen && reply.user_id !== session.me.id && !isPrivate(reply),
  )
}

/**
 * @param {Timeline} timeline
 * @param {string} rootId
 */
export function markThreadSeen(timeline, rootId) {
  const last = repliesTo(timeline, rootId).at(-1)
  if (last) timeline.threadsSeen.set(rootId, last.create_at)
}

/**
 * The last thread of a channel with replies to discover, and how many there are.
 * @param {Session} session
 * @param {Timeline} timeline
 * @returns {{ rootId: string, count: number } | undefined}
 */
export function threadToDiscover(session, timeline) {
  const roots = new Set([...timeline.posts.values()].map((post) => post.root_id ?? ''))
  roots.delete('')
  roots.delete(session.rootId)
  const waiting = [...roots]
    .map((rootId) => ({ rootId, replies: newReplies(session, timeline, rootId) }))
    .filter(({ rootId, replies }) => replies.length > 0 && timeline.posts.has(rootId))
  const last = waiting.toSorted((a, b) => lastInstant(a.replies) - lastInstant(b.replies)).at(-1)
  return last && { rootId: last.rootId, count: last.replies.length }
}

/** @param {Post[]} replies */
const lastInstant = (replies) => replies.at(-1)?.create_at ?? 0
