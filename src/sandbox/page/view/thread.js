// @ts-check
/** @import { App, Session, Timeline } from '../types.d.ts' */
import { closeThread } from '../chat/actions.js'
import { markThreadSeen } from '../chat/threads.js'
import { repliesTo, timelineOf } from '../chat/timelines.js'
import { button, byId, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { stayAtBottom } from '../ui/stay-at-bottom.js'
import { syncChildren } from '../ui/sync-children.js'
import { createComposer } from './composer.js'
import { postItem } from './post.js'
import { continues, daySeparator } from './posts.js'

/**
 * The panel with one thread: its first message, the replies, and a composer.
 * @param {App} app
 */
export function createThread(app) {
  const panel = byId('thread', HTMLElement)
  const posts = h('div', { class: 'posts', tabindex: '0', role: 'group', 'aria-label': 'Réponses' })
  const composer = createComposer(app, {
    testId: 'thread-composer',
    label: 'Ta réponse',
    rootOf: (session) => session.rootId,
  })
  const closer = button(
    { class: 'icon-button', 'aria-label': 'Fermer le fil', 'data-testid': 'thread-close' },
    () => close(),
    icon('close'),
  )
  panel.append(
    h(
      'header',
      { class: 'channel-header' },
      h('div', {}, h('h2', { id: 'thread-title' }, 'Fil')),
      closer,
    ),
    posts,
    h('div', { class: 'composer-place' }, composer.element),
  )
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close()
  })

  const bottom = stayAtBottom(posts)
  let shown = ''
  const close = () => {
    const session = app.sessions.get(app.current)
    if (!session) return
    const opener = document.querySelector(`[data-focus="reply-${CSS.escape(session.rootId)}"]`)
    closeThread(app, session)
    if (opener instanceof HTMLElement) opener.focus()
  }

  return () => {
    const session = app.sessions.get(app.current)
    const open = session !== undefined && session.rootId !== ''
    panel.hidden = !open
    document.body.classList.toggle('thread-open', open)
    if (!session || !open) {
      shown = ''
      return
    }
    const timeline = timelineOf(session, session.channelId)
    const here = `${session.username}/${session.rootId}`
    syncChildren(posts, threadItems(app, session, timeline))
    composer.render()
    if (here === shown) bottom.keep()
    else bottom.go()
    // On a phone the composer would raise the keyboard over what one came to read.
    if (here !== shown) (window.innerWidth > 900 ? composer : closer).focus()
    shown = here
    markThreadSeen(timeline, session.rootId)
  }
}

/**
 * @param {App} app
 * @param {Session} session
 * @param {Timeline} timeline
 */
function threadItems(app, session, timeline) {
  const root = timeline.posts.get(session.rootId)
  const replies = repliesTo(timeline, session.rootId)
  const count = replies.length === 1 ? '1 réponse' : `${replies.length} réponses`
  return [
    ...(root ? [postItem(app, session, timeline, root, { grouped: false, inThread: true })] : []),
    ...(replies.length > 0
      ? [
          {
            key: 'count',
            version: [count],
            make: () => h('h3', { class: 'day' }, h('span', {}, count)),
          },
        ]
      : []),
    ...replies.flatMap((post, i) => {
      const previous = replies[i - 1]
      const newDay = daySeparator(app, previous ?? root, post)
      const grouped = previous !== undefined && newDay.length === 0 && continues(previous, post)
      return [...newDay, postItem(app, session, timeline, post, { grouped, inThread: true })]
    }),
  ]
}
