// @ts-check
import { byId } from './dom.js'

/**
 * Reads a sentence out to people who use a screen reader. Browsers that cannot do so directly get
 * it as a hidden text of the page, which is said when it changes.
 * @param {string} sentence
 */
export function announce(sentence) {
  if ('ariaNotify' in document && typeof document.ariaNotify === 'function') {
    document.ariaNotify(sentence)
  } else byId('announcements', HTMLElement).textContent = sentence
}
