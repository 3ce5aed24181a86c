// @ts-check
/** @import { App, Channel, OpenDialog, Post, PostAction, Session, SubmitAnswer } from '../types.d.ts' */
/** @import { DialogValue } from '../types.d.ts' */
import { act } from './dialogs.js'
import { markSeen, noteUnread, readChannel, readThread } from './reading.js'
import { explain } from './sentences.js'
import { addPosted, timelineOf } from './timelines.js'

/**
 * Shows a channel and marks it read.
 * @param {App} app
 * @param {Session} session
 * @param {string} channelId
 */
export async function showChannel(app, session, channelId) {
  session.channelId = channelId
  session.rootId = ''
  window.sessionStorage.setItem(`channel-${session.username}`, channelId)
  await showAgain(app, session)
}

/**
 * Shows whatever channel the person was in.
 * @param {App} app
 * @param {Session} session
 */
export async function showAgain(app, session) {
  noteUnread(session)
  app.changed()
  if (!timelineOf(session, session.channelId).loaded)
    await readChannel(app, session, session.channelId)
  markSeen(app, session)
}

/**
 * Shows the direct messages with someone, opening them when there are none yet.
 * @param {App} app
 * @param {Session} session
 * @param {string} userId
 */
export async function showDirect(app, session, userId) {
  /** @type {Channel} */
  const channel = await session.api.post('/api/v4/channels/direct', [session.me.id, userId])
  if (!session.channels.has(channel.id)) session.channels.set(channel.id, channel)
  await showChannel(app, session, channel.id)
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {string} rootId
 */
export async function showThread(app, session, rootId) {
  session.rootId = rootId
  app.changed()
  await readThread(app, session, rootId)
}

/**
 * @param {App} app
 * @param {Session} session
 */
export function closeThread(app, session) {
  session.rootId = ''
  app.changed()
}

/**
 * Sends what was typed, as a message or as a command.
 * @param {App} app
 * @param {Session} session
 * @param {string} text
 * @param {string} rootId Empty outside a thread.
 * @returns {Promise<string | undefined>} Why it failed.
 */
export function send(app, session, text, rootId) {
  return text.startsWith('/')
    ? sendCommand(app, session, text, rootId)
    : sendMessage(app, session, text, rootId)
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {string} command
 * @param {string} rootId
 */
async function sendCommand(app, session, command, rootId) {
  const body = { command, channel_id: session.channelId, team_id: session.teamId, root_id: rootId }
  try {
    await act(session, () => session.api.post('/api/v4/commands/execute', body))
    return undefined
  } catch (error) {
    return explain(error, 'Ta commande n’a pas abouti. Réessaie dans un instant.')
  } finally {
    app.changed()
  }
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {string} message
 * @param {string} rootId
 */
async function sendMessage(app, session, message, rootId) {
  const { channelId } = session
  const pending = `${session.me.id}:${Date.now()}`
  const body = { channel_id: channelId, message, root_id: rootId, pending_post_id: pending }
  try {
    /** @type {Post} */
    const post = await session.api.post('/api/v4/posts', body)
    const timeline = timelineOf(session, channelId)
    timeline.unreadSince = Infinity
    if (!timeline.posts.has(post.id)) addPosted(timeline, post)
    return undefined
  } catch (error) {
    return explain(error, 'Ton message n’est pas parti. Réessaie dans un instant.')
  } finally {
    app.changed()
  }
}

/**
 * Presses a button of a message, or chooses an option of its menu.
 * @param {App} app
 * @param {Session} session
 * @param {Post} post
 * @param {PostAction} action
 * @param {string} [option]
 */
export async function press(app, session, post, action, option) {
  const key = `${post.id}/${action.id}`
  if (session.pressed.has(key)) return
  session.pressed.add(key)
  session.refusals.delete(post.id)
  app.changed()
  const body = { selected_option: option ?? '', cookie: action.cookie ?? '' }
  const path = `/api/v4/posts/${post.id}/actions/${action.id}`
  try {
    await act(session, () => session.api.post(path, body))
  } catch (error) {
    const sentence = explain(error, 'Ce bouton n’a pas abouti. Réessaie dans un instant.')
    session.refusals.set(post.id, sentence)
  } finally {
    session.pressed.delete(key)
    app.changed()
  }
}

/**
 * Takes a private answer off the screen.
 * @param {App} app
 * @param {Session} session
 * @param {Post} post
 */
export function dismiss(app, session, post) {
  timelineOf(session, post.channel_id).posts.delete(post.id)
  app.changed()
}

/**
 * @param {Session} session
 * @param {{ request: OpenDialog, channelId: string }} open
 * @param {Readonly<Record<string, DialogValue>>} submission
 * @param {boolean} cancelled
 * @returns {Promise<SubmitAnswer>}
 */
export function submitDialog(session, { request, channelId }, submission, cancelled) {
  return session.api.post('/api/v4/actions/dialogs/submit', {
    url: request.url,
    callback_id: request.dialog.callback_id ?? '',
    state: request.dialog.state ?? '',
    user_id: session.me.id,
    channel_id: channelId,
    team_id: session.teamId,
    submission,
    cancelled,
  })
}
