// @ts-check
/** @import { App } from '../types.d.ts' */
import { showChannel } from '../chat/actions.js'
import { showPerson } from '../chat/switching.js'
import { isPrivate } from '../chat/timelines.js'
import { playExample } from './story.js'

const NEXT =
  'L’exemple est chargé. Deviens equipe1 : dans un fil de ses messages, le bot lui demande ses notes sur Bao. Écris dans le canal ce que tu penses de Bao, pour voir ; puis avance l’heure jusqu’au prochain rappel.'

/**
 * Plays the example, tells what is being done, and ends in its channel as whoever leads it. What goes
 * wrong is told, and what was done until then stays.
 * @param {App} app
 * @returns {Promise<string | undefined>} Why it stopped, in a sentence.
 */
export async function play(app) {
  if (app.playing !== undefined) return undefined
  const tell = (/** @type {string} */ step) => {
    app.playing = step
    app.changed()
  }
  tell('L’exemple se met en place…')
  try {
    const channel = await playExample(app, tell)
    forgetPrivateAnswers(app)
    showPerson(app, 'intra')
    const session = app.sessions.get('intra')
    if (session) await showChannel(app, session, channel)
    app.advice = NEXT
    return undefined
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return `L’exemple s’est arrêté en route. ${why} Recharge la page pour réessayer.`
  } finally {
    app.playing = undefined
    app.changed()
  }
}

/**
 * What answered the commands of the story is of no use to whoever comes after.
 * @param {App} app
 */
function forgetPrivateAnswers(app) {
  for (const { timelines } of app.sessions.values()) {
    for (const { posts } of timelines.values()) {
      for (const post of posts.values()) if (isPrivate(post)) posts.delete(post.id)
    }
  }
}
