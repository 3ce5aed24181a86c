/** The words of titles, told apart whatever their spelling, gender or number. */
import { distance } from 'fastest-levenshtein'
import { wordsIn } from './lines.ts'

/** A title's words, without numbers, marks, accents or case. */
export function titleWords(title: string): readonly string[] {
  return wordsIn(title).filter((word) => /\p{L}/u.test(word))
}

/** Whether two words are the same but for a slip of the pen; short words must be exact. */
export function isLike(word: string, known: string): boolean {
  if (word === known) return true
  const allowed = known.length >= 12 ? 2 : known.length >= 6 ? 1 : 0
  return (
    allowed > 0 &&
    Math.abs(word.length - known.length) <= allowed &&
    distance(word, known) <= allowed
  )
}

export function hasWord(words: readonly string[], ...known: readonly string[]): boolean {
  return words.some((word) => known.some((one) => isLike(word, one)))
}
