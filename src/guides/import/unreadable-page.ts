/** Pages that are not worth reading further. */
import type { Refusal } from '../unreadable.ts'

/** Five times the published page. */
export const LARGEST_PAGE = 512 * 1024

/** Marks of Markdown nest at a cost that grows faster than their line; a table in HTML is one long line. */
const LONGEST_LINE = 50_000
const QUOTED_AGAIN = /^[ \t]*(?:>[ \t]*){50}/

export const TOO_BIG_PAGE: Refusal = {
  line: 1,
  message: 'La page dépasse 512 ko : donne la page de guides seule, exportée en Markdown.',
}

/** Why bytes are refused before they are decoded, if they are. */
export function unreadableBytes(bytes: Uint8Array): Refusal | undefined {
  return bytes.length > LARGEST_PAGE ? TOO_BIG_PAGE : undefined
}

/** Why a decoded page is refused as a whole, if it is. Expects line ends already made `\n`. */
export function unreadablePage(text: string): Refusal | undefined {
  if (text.trim() === '') {
    return { line: 1, message: 'La page est vide : exporte-la de nouveau en Markdown.' }
  }
  const foreign = text.search(/[^\P{Cc}\n\t\f\v\u0080-\u009F]/u)
  if (foreign >= 0) {
    return {
      line: text.slice(0, foreign).split('\n').length,
      message: "Ce fichier n'est pas du texte : donne la page exportée en Markdown.",
    }
  }
  const heavy = text
    .split('\n')
    .findIndex((line) => line.length > LONGEST_LINE || QUOTED_AGAIN.test(line))
  if (heavy < 0) return undefined
  return {
    line: heavy + 1,
    message: 'Cette ligne est trop longue ou trop imbriquée pour être lue : simplifie-la.',
  }
}
