// @ts-check
/** @import { Channel, Post, Session } from '../types.d.ts' */

/**
 * What waits in a channel: how many posts, and how many of them call the person (in direct messages,
 * all do).
 * @param {Session} session
 * @param {Channel} channel
 */
export function unreadIn(session, channel) {
  const member = session.members.get(channel.id)
  if (!member) return { posts: 0, calls: 0 }
  const posts = Math.max(0, channel.total_msg_count - member.msg_count)
  return { posts, calls: isDirect(channel) ? posts : Math.min(posts, member.mention_count) }
}

/**
 * Everything that waits for a person: `calls` to show as a number, `posts` as a mere mark.
 * @param {Session} session
 */
export function unreadOf(session) {
  const all = [...session.channels.values()].map((channel) => unreadIn(session, channel))
  return {
    posts: all.reduce((sum, { posts }) => sum + posts, 0),
    calls: all.reduce((sum, { calls }) => sum + calls, 0),
  }
}

/**
 * Counts a post that has just arrived.
 * @param {Session} session
 * @param {Post} post
 * @param {boolean} callsMe
 */
export function countPost(session, post, callsMe) {
  const channel = session.channels.get(post.channel_id)
  const member = session.members.get(post.channel_id)
  if (!channel || !member) return
  const own = post.user_id === session.me.id
  session.channels.set(channel.id, {
    ...channel,
    total_msg_count: channel.total_msg_count + 1,
    last_post_at: post.create_at,
  })
  session.members.set(channel.id, {
    ...member,
    msg_count: member.msg_count + (own ? 1 : 0),
    mention_count: member.mention_count + (callsMe && !own ? 1 : 0),
  })
}

/**
 * @param {Session} session
 * @param {string} channelId
 * @param {number} at
 */
export function markRead(session, channelId, at) {
  const channel = session.channels.get(channelId)
  const member = session.members.get(channelId)
  if (!channel || !member) return
  session.members.set(channelId, {
    ...member,
    msg_count: channel.total_msg_count,
    mention_count: 0,
    last_viewed_at: Math.max(at, member.last_viewed_at),
  })
}

/** @param {Channel} channel */
export const isDirect = (channel) => channel.type === 'D'

/**
 * The other person of a direct channel; oneself in a channel of notes to oneself.
 * @param {Session} session
 * @param {Channel} channel
 */
export function partnerId(session, channel) {
  const ids = channel.name.split('__')
  return ids.find((id) => id !== session.me.id) ?? session.me.id
}
