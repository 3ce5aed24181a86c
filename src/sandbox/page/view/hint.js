// @ts-check
/** @import { App, Session } from '../types.d.ts' */
import { play } from '../example/play.js'
import { nameOf } from '../chat/people.js'
import { isDirect, partnerId } from '../chat/unread.js'
import { button, h } from '../ui/dom.js'

/**
 * What to try in a place where nobody has said anything yet: begin, or see a selection in progress.
 * @param {App} app
 * @param {Session} session
 * @param {(text: string) => void} fillComposer
 */
export function hintItem(app, session, fillComposer) {
  const step = app.playing
  return {
    key: `hint-${session.channelId}`,
    version: [session.users.size, step, refusal],
    make: () =>
      h(
        'div',
        { class: 'hint' },
        h('p', { class: 'hint-title' }, placeSentence(session)),
        h('p', {}, 'Pour commencer un recrutement :'),
        button(
          { class: 'button button-primary', 'data-testid': 'hint' },
          () => fillComposer('/recrutement nouveau'),
          'Essaie ',
          h('code', {}, '/recrutement nouveau'),
        ),
        h('p', {}, 'Ou regarde une sélection déjà en cours, avec trois candidatures :'),
        exampleButton(app, step),
        h('p', { class: 'quiet', role: 'status', 'data-testid': 'example-step' }, step ?? refusal),
      ),
  }
}

/** Why the example stopped, if it did. */
let refusal = ''

/** @param {App} app */
async function loadExample(app) {
  refusal = ''
  refusal = (await play(app)) ?? ''
  app.changed()
}

/**
 * @param {App} app
 * @param {string | undefined} step
 */
function exampleButton(app, step) {
  const attributes = {
    class: 'button',
    'data-testid': 'example',
    'data-focus': 'example',
    'aria-disabled': String(step !== undefined),
  }
  return button(
    attributes,
    () => {
      // `play` turns whatever goes wrong into the sentence that it gives.
      void loadExample(app)
    },
    'Charger l’exemple',
  )
}

/** @param {Session} session */
function placeSentence(session) {
  const channel = session.channels.get(session.channelId)
  if (!channel) return 'Rien à lire pour l’instant.'
  if (!isDirect(channel)) return `${channel.display_name} est encore vide.`
  const partner = session.users.get(partnerId(session, channel))
  return `Tes messages avec ${nameOf(partner)} commencent ici.`
}
