// @ts-check
/** @import { App, Post, Session, Timeline } from '../types.d.ts' */
/** @import { Item } from '../ui/sync-children.js' */
import { sandboxNow } from '../chat/clock.js'
import { readOlder } from '../chat/reading.js'
import { isPrivate, isSystem, rootPosts, timelineOf } from '../chat/timelines.js'
import { button, byId, h } from '../ui/dom.js'
import { stayAtBottom } from '../ui/stay-at-bottom.js'
import { syncChildren } from '../ui/sync-children.js'
import { dayKey, dayTitle } from '../ui/time.js'
import { hintItem } from './hint.js'
import { postItem } from './post.js'

/** Posts of one person closer than this read as one. */
const groupSpan = 5 * 60_000

/**
 * The channel's posts, newest at the bottom and in sight unless one has scrolled up.
 * @param {App} app
 * @param {(text: string) => void} say
 */
export function createPosts(app, say) {
  const place = byId('posts', HTMLElement)
  const bottom = stayAtBottom(place)
  let shown = ''
  let latest = ''
  return () => {
    const session = app.sessions.get(app.current)
    if (!session) {
      syncChildren(place, [])
      return
    }
    const timeline = timelineOf(session, session.channelId)
    const here = `${session.username}/${session.channelId}/${timeline.loaded}`
    syncChildren(place, timelineItems(app, session, timeline, say))
    const last = rootPosts(timeline, session.rootId).at(-1)
    const mine = last !== undefined && last.id !== latest && last.user_id === session.me.id
    if (here !== shown || mine) bottom.go()
    else bottom.keep()
    shown = here
    latest = last?.id ?? ''
  }
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {Timeline} timeline
 * @param {(text: string) => void} say
 * @returns {Item[]}
 */
function timelineItems(app, session, timeline, say) {
  const visible = rootPosts(timeline, session.rootId)
  return [
    ...(timeline.loaded && !timeline.complete ? [olderItem(app, session)] : []),
    ...withSeparators(app, session, timeline, visible),
    ...(timeline.loaded && !hasSpoken(session) ? [hintItem(app, session, say)] : []),
  ]
}

/**
 * Whether anybody has said anything in the place on screen.
 * @param {Session} session
 */
export function hasSpoken(session) {
  const timeline = timelineOf(session, session.channelId)
  return rootPosts(timeline, session.rootId).some((post) => !isSystem(post))
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {Timeline} timeline
 * @param {Post[]} posts
 * @returns {Item[]}
 */
function withSeparators(app, session, timeline, posts) {
  const firstNew = posts.find(
    (post) => post.create_at > timeline.unreadSince && post.user_id !== session.me.id,
  )
  return posts.flatMap((post, i) => {
    const previous = posts[i - 1]
    const newDay = daySeparator(app, previous, post)
    const grouped =
      previous !== undefined &&
      newDay.length === 0 &&
      post !== firstNew &&
      continues(previous, post)
    return [
      ...newDay,
      ...(post === firstNew ? [separator('new', 'Nouveau', 'day day-new')] : []),
      postItem(app, session, timeline, post, { grouped, inThread: false }),
    ]
  })
}

/**
 * @param {Post} previous
 * @param {Post} post
 */
export function continues(previous, post) {
  const plain = !isSystem(previous) && !isSystem(post) && !isPrivate(previous) && !isPrivate(post)
  const together = post.create_at - previous.create_at < groupSpan
  return plain && together && previous.user_id === post.user_id
}

/**
 * The line between two days, when a post is not of the day of the one before.
 * @param {App} app
 * @param {Post | undefined} previous
 * @param {Post} post
 * @returns {Item[]}
 */
export function daySeparator(app, previous, post) {
  const key = dayKey(post.create_at)
  if (previous && dayKey(previous.create_at) === key) return []
  return [separator(key, dayTitle(post.create_at, sandboxNow(app)), 'day')]
}

/**
 * @param {string} key
 * @param {string} text
 * @param {string} look
 */
function separator(key, text, look) {
  return {
    key: `separator-${key}`,
    version: [text],
    make: () => h('h3', { class: look }, h('span', {}, text)),
  }
}

/**
 * @param {App} app
 * @param {Session} session
 */
function olderItem(app, session) {
  return {
    key: `older-${session.channelId}`,
    version: [],
    make: () =>
      button(
        { class: 'button older', 'data-focus': 'older' },
        () => {
          readOlder(app, session).catch(() => app.changed())
        },
        'Afficher les messages précédents',
      ),
  }
}
