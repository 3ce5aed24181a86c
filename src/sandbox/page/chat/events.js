// @ts-check
/** @import { App, Post, Session, SocketEvent } from '../types.d.ts' */
import { announce } from '../ui/announce.js'
import { receiveDialog } from './dialogs.js'
import { nameOf } from './people.js'
import { isShown, markSeen } from './reading.js'
import { addPosted, isPrivate, removePost, timelineOf } from './timelines.js'
import { countPost, markRead } from './unread.js'

const channelEvents = new Set([
  'channel_created',
  'channel_updated',
  'channel_converted',
  'channel_deleted',
  'channel_restored',
  'direct_added',
  'group_added',
  'user_added',
  'user_removed',
])

/**
 * Brings a session in line with what the server announces.
 * @param {App} app
 * @param {Session} session
 * @param {SocketEvent} event
 * @param {{ readChannels: () => Promise<void>, readPeople: () => Promise<void> }} read
 */
export function applyEvent(app, session, { event, data }, { readChannels, readPeople }) {
  if (event === 'posted') receivePost(app, session, data, readChannels)
  else if (event === 'ephemeral_message') addPrivate(app, session, postIn(data))
  else if (event === 'post_edited') replacePost(session, postIn(data))
  else if (event === 'post_deleted') forgetPost(session, postIn(data))
  else if (event === 'open_dialog') receiveDialog(session, JSON.parse(String(data['dialog'])))
  else if (event === 'custom_sandbox_clock') setClock(app, String(data['now']))
  else if (event === 'multiple_channels_viewed' || event === 'channel_viewed') {
    markViewed(session, data)
  } else if (event === 'new_user' || event === 'user_updated') readPeople().catch(ignore)
  else if (channelEvents.has(event)) readChannels().catch(ignore)
  else return
  app.changed()
}

/** What could not be read now is read again with the next greeting of the server. */
function ignore() {}

/**
 * @param {Readonly<Record<string, unknown>>} data
 * @returns {Post}
 */
const postIn = (data) => JSON.parse(String(data['post']))

/**
 * @param {App} app
 * @param {string} now
 */
export function setClock(app, now) {
  app.clockOffset = Date.parse(now) - Date.now()
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {Readonly<Record<string, unknown>>} data
 * @param {() => Promise<void>} readChannels
 */
function receivePost(app, session, data, readChannels) {
  const post = postIn(data)
  const timeline = timelineOf(session, post.channel_id)
  if (timeline.loaded) addPosted(timeline, post)
  if (app.users.get(post.user_id)?.is_bot) app.said.add(post.id)
  if (!session.channels.has(post.channel_id)) readChannels().catch(ignore)
  else countPost(session, post, calls(data, session.me.id))
  if (isShown(app, session, post.channel_id)) {
    markSeen(app, session)
    announcePost(app, session, post)
  }
}

/**
 * @param {Readonly<Record<string, unknown>>} data
 * @param {string} userId
 */
function calls({ mentions }, userId) {
  return typeof mentions === 'string' && mentions.includes(userId)
}

/**
 * A private answer, or its newer version.
 * @param {App} app
 * @param {Session} session
 * @param {Post} post
 */
function addPrivate(app, session, post) {
  timelineOf(session, post.channel_id).posts.set(post.id, { ...post, type: 'system_ephemeral' })
  if (isShown(app, session, post.channel_id)) announcePost(app, session, post)
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {Post} post
 */
function announcePost(app, session, post) {
  if (post.user_id === session.me.id && !isPrivate(post)) return
  announce(`${nameOf(app.users.get(post.user_id))} : ${post.message.slice(0, 300)}`)
}

/**
 * @param {Session} session
 * @param {Post} post
 */
function replacePost(session, post) {
  const timeline = timelineOf(session, post.channel_id)
  const known = timeline.posts.get(post.id)
  if (!known) return
  const replies = Math.max(known.reply_count ?? 0, post.reply_count ?? 0)
  timeline.posts.set(post.id, { ...post, reply_count: replies })
}

/**
 * @param {Session} session
 * @param {Post} post
 */
function forgetPost(session, post) {
  const timeline = timelineOf(session, post.channel_id)
  const root = timeline.posts.get(post.root_id ?? '')
  if (root && timeline.posts.has(post.id)) {
    timeline.posts.set(root.id, { ...root, reply_count: Math.max(0, (root.reply_count ?? 0) - 1) })
  }
  removePost(timeline, post.id)
  if (session.rootId === post.id) session.rootId = ''
}

/**
 * @param {Session} session
 * @param {Readonly<Record<string, unknown>>} data
 */
function markViewed(session, data) {
  const times = data['channel_times'] ?? { [String(data['channel_id'])]: 0 }
  for (const [channelId, at] of Object.entries(times)) markRead(session, channelId, Number(at))
}
