// @ts-check
/** @import { App } from '../types.d.ts' */
import { showThread } from '../chat/actions.js'
import { threadToDiscover } from '../chat/threads.js'
import { timelineOf } from '../chat/timelines.js'
import { button, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { syncChildren } from '../ui/sync-children.js'

/**
 * Leads to replies that came in a thread which may be far up: the main column does not show them.
 * @param {App} app
 */
export function createThreadChip(app) {
  const element = h('div', { class: 'thread-chip', role: 'status' })
  const render = () => {
    const session = app.sessions.get(app.current)
    const found = session && threadToDiscover(session, timelineOf(session, session.channelId))
    if (!session || !found) {
      syncChildren(element, [])
      return
    }
    const { rootId, count } = found
    const text =
      count === 1 ? '1 nouvelle réponse dans un fil' : `${count} nouvelles réponses dans un fil`
    const open = () => {
      showThread(app, session, rootId).catch(() => app.changed())
    }
    const make = () =>
      button({ class: 'button', 'data-testid': 'thread-chip' }, open, icon('reply'), text)
    syncChildren(element, [{ key: rootId, version: [text], make }])
  }
  return { element, render }
}
