// @ts-check
/** @import { Session } from '../types.d.ts' */
import { explain } from './sentences.js'

/**
 * Starts everything over. The page loads anew by itself once it is done.
 * @param {Session} session
 * @returns {Promise<string>} Why it could not, in a sentence; nothing otherwise.
 */
export async function startOver(session) {
  try {
    await session.api.post('/sandbox/reset')
    window.location.reload()
    return ''
  } catch (error) {
    return explain(error, 'Rien n’est effacé : le serveur ne répond pas. Réessaie dans un instant.')
  }
}
