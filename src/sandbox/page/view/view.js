// @ts-check
/** @import { App } from '../types.d.ts' */
import { unreadOf } from '../chat/unread.js'
import { nameOf } from '../chat/people.js'
import { byId } from '../ui/dom.js'
import { createBanner } from './banner.js'
import { createChannelHeader } from './channel-header.js'
import { createClock } from './clock.js'
import { createComposer } from './composer.js'
import { createDialogs } from './dialog.js'
import { createDrawer } from './drawer.js'
import { createPeople } from './people.js'
import { createPosts } from './posts.js'
import { createSidebar } from './sidebar.js'
import { createThread } from './thread.js'
import { createThreadChip } from './thread-chip.js'

/**
 * Everything on screen. Returns what brings it in line with what the page knows, which may be called
 * at any moment and touches only what changed.
 * @param {App} app
 */
export function createView(app) {
  const drawer = createDrawer()
  const composer = createComposer(app, {
    testId: 'composer',
    label: 'Ton message',
    rootOf: () => '',
  })
  const chip = createThreadChip(app)
  byId('composer', HTMLElement).append(chip.element, composer.element)
  const renderers = [
    createPeople(app),
    createSidebar(app, drawer.close),
    createChannelHeader(app),
    createBanner(app),
    createPosts(app, composer.say),
    composer.render,
    createThread(app),
    chip.render,
    createDialogs(app),
    createClock(app),
    () => renderTitle(app),
  ]
  return () => renderers.forEach((render) => render())
}

/** @param {App} app */
function renderTitle(app) {
  const session = app.sessions.get(app.current)
  const calls = session ? unreadOf(session).calls : 0
  const name = session ? nameOf(session.me) : app.current
  document.title = `${calls > 0 ? `(${calls}) ` : ''}${name} · Bac à sable`
}
