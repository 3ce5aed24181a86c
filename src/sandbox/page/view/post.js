// @ts-check
/** @import { App, Post, Session, Timeline } from '../types.d.ts' */
/** @typedef {{ grouped: boolean, inThread: boolean }} Place */
import { dismiss, showThread } from '../chat/actions.js'
import { avatar, nameOf } from '../chat/people.js'
import { newReplies } from '../chat/threads.js'
import { isPrivate, isSystem, repliesTo, replyCount } from '../chat/timelines.js'
import { renderMarkdown } from '../markdown/render.js'
import { button, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { dayAndHour, hour } from '../ui/time.js'
import { attachmentElement } from './attachment.js'
import { botTag } from './channel-header.js'
import { filesElement } from './files.js'
import { mentionsOf } from './mentions.js'

/**
 * @param {App} app
 * @param {Session} session
 * @param {Timeline} timeline
 * @param {Post} post
 * @param {Place} place
 */
export function postItem(app, session, timeline, post, place) {
  const replies = place.inThread ? 0 : replyCount(timeline, post)
  const fresh = place.inThread ? 0 : newReplies(session, timeline, post.id).length
  const pressed = (post.props?.attachments ?? [])
    .flatMap((attachment) => attachment.actions ?? [])
    .filter((action) => session.pressed.has(`${post.id}/${action.id}`))
    .map((action) => action.id)
    .join()
  const refusal = session.refusals.get(post.id) ?? ''
  const author = session.users.get(post.user_id)
  return {
    key: `${session.username}/${post.id}`,
    version: [post, author, place.grouped, replies, fresh, pressed, refusal, session.users.size],
    make: () => postElement(app, session, timeline, post, place),
  }
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {Timeline} timeline
 * @param {Post} post
 * @param {Place} place
 */
function postElement(app, session, timeline, post, place) {
  const attributes = { 'data-testid': 'post', 'data-post-id': post.id }
  const message = post.message && renderMarkdown(post.message, mentionsOf(session))
  if (isSystem(post)) return h('article', { class: 'post post-system', ...attributes }, message)
  const picture = isAnswer(session, post)
    ? h('span', { class: 'avatar avatar-bot', 'aria-hidden': 'true' }, '/')
    : avatar(session.users.get(post.user_id))
  const look = ['post', place.grouped && 'post-grouped', isPrivate(post) && 'post-private']
  return h(
    'article',
    {
      class: look.filter(Boolean).join(' '),
      'aria-label': `${authorName(session, post)}, ${hour(post.create_at)}`,
      ...attributes,
    },
    place.grouped ? h('span', { class: 'post-gutter' }, timeElement(post)) : picture,
    h(
      'div',
      { class: 'post-body' },
      !place.grouped && postHeader(session, post),
      message,
      place.grouped && editedMark(post),
      ...(post.props?.attachments ?? []).map((attachment) =>
        attachmentElement(app, session, post, attachment),
      ),
      refusalElement(session.refusals.get(post.id)),
      filesElement(session, post),
      !place.inThread && repliesButton(app, session, timeline, post),
    ),
    postTools(app, session, post, place),
  )
}

/**
 * A private answer to a command bears, as in Mattermost, the name of whoever typed the command.
 * @param {Session} session
 * @param {Post} post
 */
const isAnswer = (session, post) => isPrivate(post) && post.user_id === session.me.id

/**
 * @param {Session} session
 * @param {Post} post
 */
function authorName(session, post) {
  if (isAnswer(session, post)) return 'Réponse à ta commande'
  return nameOf(session.users.get(post.user_id))
}

/**
 * @param {Session} session
 * @param {Post} post
 */
function postHeader(session, post) {
  return h(
    'header',
    { class: 'post-header' },
    h('strong', { class: 'post-author' }, authorName(session, post)),
    session.users.get(post.user_id)?.is_bot && botTag(),
    timeElement(post),
    editedMark(post),
    isPrivate(post) && h('span', { class: 'post-note' }, icon('eye'), 'visible par toi seulement'),
  )
}

/** @param {Post} post */
const editedMark = (post) => (post.edit_at ?? 0) > 0 && h('span', { class: 'post-note' }, 'modifié')

/** @param {Post} post */
function timeElement(post) {
  const datetime = new Date(post.create_at).toISOString()
  return h('time', { datetime, title: dayAndHour(post.create_at) }, hour(post.create_at))
}

/** @param {string | undefined} refusal */
const refusalElement = (refusal) => refusal && h('p', { class: 'refusal', role: 'alert' }, refusal)

/**
 * @param {App} app
 * @param {Session} session
 * @param {Timeline} timeline
 * @param {Post} post
 */
function repliesButton(app, session, timeline, post) {
  const count = replyCount(timeline, post)
  if (count === 0) return undefined
  const fresh = newReplies(session, timeline, post.id).length
  const last = repliesTo(timeline, post.id).at(-1)
  return button(
    {
      class: fresh > 0 ? 'replies replies-new' : 'replies',
      'data-testid': 'replies',
      'data-focus': `replies-${post.id}`,
    },
    () => openThread(app, session, post),
    icon('reply'),
    h('span', {}, count === 1 ? '1 réponse' : `${count} réponses`),
    fresh > 0 &&
      h('span', { class: 'replies-count' }, fresh === 1 ? '1 nouvelle' : `${fresh} nouvelles`),
    last && h('span', { class: 'quiet' }, `à ${hour(last.create_at)}`),
  )
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {Post} post
 * @param {Place} place
 */
function postTools(app, session, post, place) {
  if (isPrivate(post)) {
    const label = 'Masquer ce message'
    return button(
      {
        class: 'icon-button post-tool',
        'aria-label': label,
        title: label,
        'data-testid': 'dismiss',
      },
      () => dismiss(app, session, post),
      icon('close'),
    )
  }
  if (place.inThread) return undefined
  const label = 'Répondre dans un fil'
  return button(
    {
      class: 'icon-button post-tool',
      'aria-label': label,
      title: label,
      'data-testid': 'reply',
      'data-focus': `reply-${post.id}`,
    },
    () => openThread(app, session, post),
    icon('reply'),
  )
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {Post} post
 */
function openThread(app, session, post) {
  showThread(app, session, post.id).catch(() => app.changed())
}
