// @ts-check
/** @import { App } from '../types.d.ts' */
import { tomorrowAt } from '../ui/time.js'
import { RefusedRequest } from './api.js'
import { setClock } from './events.js'
import { explain } from './sentences.js'

/** @typedef {'hour' | 'tomorrow' | 'next'} Move */

/**
 * Reads the sandbox's clock, now and each time the tab wakes up.
 * @param {App} app
 */
export function startClock(app) {
  const read = () => {
    readClock(app).catch(() => {
      // The clock shows the browser's hour until the server says otherwise.
    })
  }
  document.addEventListener('visibilitychange', read)
  read()
}

/** @param {App} app */
async function readClock(app) {
  const { now } = await fetchJson('/sandbox/clock')
  setClock(app, now)
  app.changed()
}

/**
 * Now, as the sandbox has it, in epoch milliseconds.
 * @param {App} app
 */
export const sandboxNow = (app) => Date.now() + app.clockOffset

/**
 * Moves the clock and tells, in a sentence, what came of it.
 * @param {App} app
 * @param {Move} move
 * @returns {Promise<() => string>} Read anew each time, since the last messages may still arrive.
 */
export async function moveClock(app, move) {
  app.said.clear()
  try {
    const target = await targetOf(app, move)
    if (!target) return () => 'Aucun rappel prévu pour l’instant.'
    setClock(app, (await postMove(target)).now)
    return () => saidSentence(app.said.size)
  } catch (error) {
    const sentence = explain(error, 'L’heure n’a pas pu être avancée. Réessaie dans un instant.')
    return () => sentence
  } finally {
    app.changed()
  }
}

/**
 * Moves the clock to a later instant, in epoch milliseconds; what is due on the way is said.
 * @param {App} app
 * @param {number} instant
 */
export async function moveTo(app, instant) {
  setClock(app, (await postMove({ to: new Date(instant).toISOString() })).now)
}

/** @param {object} target */
const postMove = (target) =>
  fetchJson('/sandbox/clock', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(target),
  })

/**
 * @param {App} app
 * @param {Move} move
 */
async function targetOf(app, move) {
  if (move === 'hour') return { advance: 'PT1H' }
  if (move === 'tomorrow') return { to: new Date(tomorrowAt(sandboxNow(app), 9)).toISOString() }
  const { nextDue } = await fetchJson('/sandbox/clock/next')
  return nextDue ? { to: nextDue } : undefined
}

/** @param {number} count */
function saidSentence(count) {
  if (count === 0) return 'Rien n’a été envoyé entre-temps.'
  return count === 1 ? '1 message envoyé entre-temps.' : `${count} messages envoyés entre-temps.`
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 */
async function fetchJson(path, options) {
  const response = await fetch(path, options).catch(() => undefined)
  if (!response?.ok) throw new RefusedRequest(response?.status ?? 0, '')
  return response.json()
}
