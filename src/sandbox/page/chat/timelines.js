// @ts-check
/** @import { Post, PostList, Session, Timeline } from '../types.d.ts' */

/** @returns {Timeline} */
const emptyTimeline = () => ({
  posts: new Map(),
  loaded: false,
  oldest: Infinity,
  complete: false,
  unreadSince: Infinity,
  repliesSeen: Infinity,
  threadsSeen: new Map(),
})

/**
 * @param {Session} session
 * @param {string} channelId
 * @returns {Timeline}
 */
export function timelineOf(session, channelId) {
  const known = session.timelines.get(channelId)
  if (known) return known
  const timeline = emptyTimeline()
  session.timelines.set(channelId, timeline)
  return timeline
}

/**
 * Takes in a page of a channel: its newest posts, or those before the oldest known.
 * @param {Timeline} timeline
 * @param {PostList} page
 */
export function addPage(timeline, page) {
  addPosts(timeline, page)
  const oldest = page.posts[page.order.at(-1) ?? '']?.create_at
  timeline.oldest = Math.min(timeline.oldest, oldest ?? timeline.oldest)
  if (!page.prev_post_id) timeline.complete = true
}

/**
 * @param {Timeline} timeline
 * @param {PostList} page
 */
export function addPosts(timeline, page) {
  for (const post of Object.values(page.posts)) putPost(timeline, post)
}

/**
 * Adds a post or replaces its older version; a deleted one goes, and its thread with it.
 * @param {Timeline} timeline
 * @param {Post} post
 */
function putPost(timeline, post) {
  if (post.delete_at) {
    removePost(timeline, post.id)
    return
  }
  const known = timeline.posts.get(post.id)
  // Keeping the object we have lets its element stay as it is on screen.
  const same = known?.update_at === post.update_at && known.reply_count === post.reply_count
  if (!same || isPrivate(post)) timeline.posts.set(post.id, post)
}

/**
 * Adds a post that has just been written, once, and counts it as a reply.
 * @param {Timeline} timeline
 * @param {Post} post
 */
export function addPosted(timeline, post) {
  const root = timeline.posts.get(post.root_id ?? '')
  if (root && !timeline.posts.has(post.id)) {
    timeline.posts.set(root.id, { ...root, reply_count: replyCount(timeline, root) + 1 })
  }
  timeline.posts.set(post.id, post)
}

/**
 * How many replies a post has, also when not all of them were read.
 * @param {Timeline} timeline
 * @param {Post} root
 */
export function replyCount(timeline, root) {
  return Math.max(root.reply_count ?? 0, repliesTo(timeline, root.id).length)
}

/**
 * @param {Timeline} timeline
 * @param {string} id
 */
export function removePost(timeline, id) {
  timeline.posts.delete(id)
  for (const reply of repliesTo(timeline, id)) timeline.posts.delete(reply.id)
}

/**
 * Forgets what a fresh page of the channel's newest posts is about to tell. Private answers exist
 * only here, and what was said after the page was made came by another way.
 * @param {Timeline} timeline
 * @param {PostList} page
 */
export function forgetBefore(timeline, page) {
  const newest = Math.max(0, ...Object.values(page.posts).map((post) => post.create_at))
  for (const post of timeline.posts.values()) {
    if (!isPrivate(post) && post.create_at <= newest) timeline.posts.delete(post.id)
  }
  timeline.oldest = Infinity
  timeline.complete = false
}

/**
 * The posts of the channel's main column, oldest first. A private answer given in a thread shows
 * here while that thread is not open, or it would be missed.
 * @param {Timeline} timeline
 * @param {string} openRootId
 */
export function rootPosts(timeline, openRootId) {
  const from = timeline.complete ? 0 : timeline.oldest
  return oldestFirst(
    [...timeline.posts.values()].filter((post) =>
      isPrivate(post)
        ? !post.root_id || post.root_id !== openRootId
        : !post.root_id && post.create_at >= from,
    ),
  )
}

/**
 * @param {Timeline} timeline
 * @param {string} rootId
 */
export function repliesTo(timeline, rootId) {
  return oldestFirst([...timeline.posts.values()].filter((post) => post.root_id === rootId))
}

/**
 * An answer that only its reader sees; it lives as long as the page.
 * @param {Post} post
 */
export const isPrivate = (post) => post.type === 'system_ephemeral'

/**
 * A note of the server itself, such as someone joining.
 * @param {Post} post
 */
export const isSystem = (post) => !isPrivate(post) && (post.type ?? '').startsWith('system_')

/** @param {Post[]} posts */
const oldestFirst = (posts) => posts.toSorted((a, b) => a.create_at - b.create_at)
