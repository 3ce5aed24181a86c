// @ts-check
/** @import { App, Session } from '../types.d.ts' */
import { nameOf } from '../chat/people.js'
import { isDirect, partnerId } from '../chat/unread.js'
import { button, h } from '../ui/dom.js'
import { exampleParts, exampleState } from './example.js'

/**
 * What to try in a place where nobody has said anything yet: begin, or see a selection in progress.
 * @param {App} app
 * @param {Session} session
 * @param {(text: string) => void} say
 */
export function hintItem(app, session, say) {
  return {
    key: `hint-${session.channelId}`,
    version: [session.users.size, ...exampleState(app)],
    make: () =>
      h(
        'div',
        { class: 'hint' },
        h('p', { class: 'hint-title' }, placeSentence(session)),
        h('p', {}, 'Pour commencer un recrutement :'),
        button(
          { class: 'button button-primary', 'data-testid': 'hint' },
          () => say('/recrutement nouveau'),
          'Essaie ',
          h('code', {}, '/recrutement nouveau'),
        ),
        h('p', {}, 'Ou regarde une sélection déjà en cours, avec trois candidatures :'),
        ...exampleParts(app, 'example'),
      ),
  }
}

/** @param {Session} session */
function placeSentence(session) {
  const channel = session.channels.get(session.channelId)
  if (!channel) return 'Rien à lire pour l’instant.'
  if (!isDirect(channel)) return `${channel.display_name} est encore vide.`
  const partner = session.users.get(partnerId(session, channel))
  return `Tes messages avec ${nameOf(partner)} commencent ici.`
}
