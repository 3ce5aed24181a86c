// @ts-check
/** @import { App } from '../types.d.ts' */
import { play } from '../example/play.js'
import { button, h } from '../ui/dom.js'

/** Why the example stopped, if it did. */
let refusal = ''

/**
 * What the button and its sentence depend on.
 * @param {App} app
 * @returns {readonly unknown[]}
 */
export function exampleState(app) {
  return [app.playing, refusal]
}

/**
 * The button that loads the example, and below what it is doing or why it stopped.
 * @param {App} app
 * @param {string} testId
 */
export function exampleParts(app, testId) {
  const step = app.playing
  const attributes = {
    class: 'button',
    'data-testid': testId,
    'data-focus': testId,
    'aria-disabled': String(step !== undefined),
  }
  return [
    // `play` turns whatever goes wrong into the sentence that it gives.
    button(attributes, () => void loadExample(app), 'Charger l’exemple'),
    h('p', { class: 'quiet', role: 'status', 'data-testid': `${testId}-step` }, step ?? refusal),
  ]
}

/** @param {App} app */
async function loadExample(app) {
  refusal = ''
  refusal = (await play(app)) ?? ''
  app.changed()
}

/**
 * Whether the example finds its way: it takes the only recruitment that it sees for its own.
 * @param {App} app
 */
export function mayLoadExample(app) {
  if (app.playing !== undefined) return true
  return ![...app.sessions.values()].some(({ channels }) =>
    [...channels.values()].some(({ name }) => name.startsWith('recrutement-')),
  )
}
