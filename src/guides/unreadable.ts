/** Files that are not worth reading further. */

export const LARGEST_FILE = 64 * 1024

/** Markdown's marks nest at a cost that grows faster than their line. */
const LONGEST_LINE = 1000

export interface Refusal {
  readonly line: number
  readonly message: string
}

export const TOO_BIG: Refusal = {
  line: 1,
  message: 'Le fichier dépasse 64 ko : un guide fait quelques pages, ne garde que lui.',
}

/** Why a file is refused as a whole, if it is. Expects line ends already made `\n`. */
export function unreadable(text: string): Refusal | undefined {
  if (Buffer.byteLength(text) > LARGEST_FILE) return TOO_BIG
  if (text.trim() === '') {
    return { line: 1, message: "Le fichier est vide : pars de l'exemple de guides/README.md." }
  }
  // The replacement character is what a file in another encoding becomes when read as UTF-8.
  const foreign = text.search(/\uFFFD|[^\P{Cc}\n\t]/u)
  if (foreign >= 0) {
    return {
      line: text.slice(0, foreign).trimEnd().split('\n').length,
      message: "Le fichier n'est pas du texte : enregistre-le en texte brut, en UTF-8.",
    }
  }
  const long = text.split('\n').findIndex((line) => line.length > LONGEST_LINE)
  if (long < 0) return undefined
  return {
    line: long + 1,
    message: `Cette ligne dépasse ${LONGEST_LINE} signes : raccourcis-la ou coupe-la en plusieurs.`,
  }
}
