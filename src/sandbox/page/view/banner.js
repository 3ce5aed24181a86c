// @ts-check
/** @import { App } from '../types.d.ts' */
import { button, byId, h } from '../ui/dom.js'
import { syncChildren } from '../ui/sync-children.js'

/**
 * Says when what is on screen may be out of date, and why; and what to try next.
 * @param {App} app
 */
export function createBanner(app) {
  const place = byId('banner', HTMLElement)
  return () => {
    const failure = app.failures.get(app.current)
    const connection = app.sessions.get(app.current)?.connection
    const retry = connection?.kind === 'lost' ? connection.retry : undefined
    syncChildren(place, [
      ...(failure ? [failureItem(failure)] : []),
      ...(retry ? [lostItem(retry)] : []),
      ...(app.advice ? [adviceItem(app, app.advice)] : []),
    ])
  }
}

/** @param {string} sentence */
function failureItem(sentence) {
  return { key: 'failure', version: [sentence], make: () => h('p', { class: 'banner' }, sentence) }
}

/** @param {() => void} retry */
function lostItem(retry) {
  return {
    key: 'lost',
    version: [],
    make: () =>
      h(
        'p',
        { class: 'banner', 'data-testid': 'connection-lost' },
        h('span', {}, 'Connexion perdue. La page réessaie toute seule.'),
        button({ class: 'button' }, retry, 'Réessayer maintenant'),
      ),
  }
}

/**
 * @param {App} app
 * @param {string} advice
 */
function adviceItem(app, advice) {
  const close = () => {
    app.advice = undefined
    app.changed()
  }
  return {
    key: 'advice',
    version: [advice],
    make: () =>
      h(
        'p',
        { class: 'banner', 'data-testid': 'advice' },
        h('span', {}, advice),
        button({ class: 'button' }, close, 'J’ai compris'),
      ),
  }
}
