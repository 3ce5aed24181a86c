// @ts-check
import { RefusedRequest } from './api.js'

/**
 * Why something did not work and what to do, in a sentence for the person at the screen. The
 * server's own sentence is the best when there is one.
 * @param {unknown} error
 * @param {string} otherwise
 */
export function explain(error, otherwise) {
  if (!(error instanceof RefusedRequest)) return otherwise
  if (error.status === 0)
    return 'Le bac à sable ne répond pas. Vérifie qu’il tourne, puis réessaie.'
  if (error.status === 401) return 'Ta session est finie. Recharge la page pour la rouvrir.'
  return error.message || otherwise
}
