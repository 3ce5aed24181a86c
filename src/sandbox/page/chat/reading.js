// @ts-check
/** @import { App, PostList, Session } from '../types.d.ts' */
import { addPage, addPosts, forgetBefore, timelineOf } from './timelines.js'
import { markRead, unreadIn } from './unread.js'

const pageLength = 60

/**
 * True when this channel is what the person at the screen looks at.
 * @param {App} app
 * @param {Session} session
 * @param {string} channelId
 */
export function isShown(app, session, channelId) {
  const current = app.current === session.username && session.channelId === channelId
  return current && document.visibilityState === 'visible'
}

/**
 * Reads the newest posts of a channel, and where unread ones begin.
 * @param {App} app
 * @param {Session} session
 * @param {string} channelId
 */
export async function readChannel(app, session, channelId) {
  if (channelId === '') return
  const timeline = timelineOf(session, channelId)
  /** @type {PostList} */
  const page = await session.api.get(`/api/v4/channels/${channelId}/posts?per_page=${pageLength}`)
  forgetBefore(timeline, page)
  addPage(timeline, page)
  timeline.loaded = true
  if (timeline.repliesSeen === Infinity) {
    const viewed = timeline.unreadSince
    timeline.repliesSeen = Number.isFinite(viewed) ? viewed : Date.now() + app.clockOffset
  }
  app.changed()
}

/**
 * @param {App} app
 * @param {Session} session
 */
export async function readOlder(app, session) {
  const { channelId } = session
  const timeline = timelineOf(session, channelId)
  const oldest = [...timeline.posts.values()].find((post) => post.create_at === timeline.oldest)
  const query = `per_page=${pageLength}${oldest ? `&before=${oldest.id}` : ''}`
  addPage(timeline, await session.api.get(`/api/v4/channels/${channelId}/posts?${query}`))
  app.changed()
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {string} rootId
 */
export async function readThread(app, session, rootId) {
  /** @type {PostList} */
  const thread = await session.api.get(`/api/v4/posts/${rootId}/thread`)
  addPosts(timelineOf(session, session.channelId), thread)
  app.changed()
}

/**
 * Reads the commands that one may type here; bots can add some at any moment.
 * @param {Session} session
 */
export async function readCommands(session) {
  session.commands = await session.api.get(`/api/v4/teams/${session.teamId}/commands/autocomplete`)
}

/**
 * Remembers where unread posts begin in the channel that is about to be shown.
 * @param {Session} session
 */
export function noteUnread(session) {
  const channel = session.channels.get(session.channelId)
  if (!channel) return
  const since = session.members.get(channel.id)?.last_viewed_at
  const { posts } = unreadIn(session, channel)
  timelineOf(session, channel.id).unreadSince = posts > 0 && since !== undefined ? since : Infinity
}

/**
 * Tells the server that the person has seen the channel on screen.
 * @param {App} app
 * @param {Session} session
 */
export function markSeen(app, session) {
  const { channelId } = session
  const channel = session.channels.get(channelId)
  if (!channel || !isShown(app, session, channelId)) return
  if (unreadIn(session, channel).posts === 0) return
  markRead(session, channelId, Date.now() + app.clockOffset)
  app.changed()
  session.api.post('/api/v4/channels/members/me/view', { channel_id: channelId }).catch(() => {
    // Unread marks come back with the next reading, which is harmless.
  })
}
