/** Whether a name that is an everyday word too is written as a name. */
import type { Token } from './tokens.ts'

const DETERMINERS: ReadonlySet<string> = new Set(
  `le la les l un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre
  vos leur leurs chaque aucun aucune tout toute tres plus trop si`.split(/\s+/),
)

/** What somebody does or is: a name at the start of a sentence goes on like this. */
const GOES_ON: ReadonlySet<string> = new Set(
  `a est etait avait sera aura va n ne s se m me nous l vient dit fait pense parle semble connait sait
  veut peut passe doit reste arrive maitrise manque convient repond demande aussi`.split(/\s+/),
)

/**
 * With a capital, and without a determiner inside a sentence. At the start of one, where every word has a
 * capital, a thing would have its determiner, and any other word is a name when somebody does something.
 */
export function isWrittenAsName(
  tokens: readonly Token[],
  at: number,
  kind: 'thing' | 'other',
): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token?.hasCapital) return false
  if (!token.startsSentence) return !(before && token.isGlued && DETERMINERS.has(before.word))
  if (after === undefined) return false
  return kind === 'thing' ? !after.hasCapital : after.isGlued && GOES_ON.has(after.word)
}
