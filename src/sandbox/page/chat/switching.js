// @ts-check
/** @import { App } from '../types.d.ts' */
import { showAgain } from './actions.js'
import { RefusedRequest } from './api.js'
import { accounts } from './people.js'
import { explain } from './sentences.js'
import { openSession } from './session.js'

/**
 * Shows the page as someone else, and keeps that in the address so that it can be shared.
 * @param {App} app
 * @param {string} username
 */
export function showPerson(app, username) {
  if (window.location.hash === `#${username}`) becomePerson(app)
  else window.location.hash = username
}

/**
 * Follows the address: `#intra` means being intra.
 * @param {App} app
 */
export function followHash(app) {
  window.addEventListener('hashchange', () => becomePerson(app))
  becomePerson(app)
}

/**
 * Opens everybody's session, the one on screen first: unread marks show for all of them.
 * @param {App} app
 */
export async function openEveryone(app) {
  await open(app, app.current)
  await Promise.all(accounts.filter((name) => name !== app.current).map((name) => open(app, name)))
}

/** @param {App} app */
function becomePerson(app) {
  const wanted = decodeURIComponent(window.location.hash.slice(1))
  app.current = accounts.find((username) => username === wanted) ?? accounts[0] ?? ''
  const session = app.sessions.get(app.current)
  app.changed()
  if (session) showAgain(app, session).catch(() => app.changed())
  else if (app.failures.has(app.current)) open(app, app.current).catch(() => app.changed())
}

/**
 * @param {App} app
 * @param {string} username
 */
async function open(app, username) {
  if (app.sessions.has(username)) return
  try {
    const session = await openSession(app, username)
    app.sessions.set(username, session)
    app.failures.delete(username)
  } catch (error) {
    app.failures.set(username, explainClosed(error))
  }
  app.changed()
}

/** @param {unknown} error */
function explainClosed(error) {
  const sentence = 'Ce compte ne s’ouvre pas : son mot de passe a peut-être changé.'
  const isRefused = error instanceof RefusedRequest && error.status === 401
  return isRefused ? sentence : explain(error, sentence)
}
