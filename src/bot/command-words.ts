/** Which command a word means: accents, case, plural and aliases do not matter. */
import { distance } from 'fastest-levenshtein'

const ALIASES: Readonly<Record<string, string>> = { reporter: 'deplacer', help: 'aide' }

/** At most this many slips of the finger for « tu voulais dire … ». */
const CLOSE_ENOUGH = 2

export type Understood =
  | { readonly command: string; readonly rest: string }
  | { readonly unknown: string; readonly closest?: string }
  | { readonly nothing: true }

/** Splits what follows `/recrutement` into one of the `known` commands and the rest. */
export function understand(typed: string, known: readonly string[]): Understood {
  const [word = '', ...others] = typed.trim().split(/\s+/)
  if (word === '') return { nothing: true }
  const bare = simplify(word)
  const meant = ALIASES[bare] ?? bare
  const command = known.includes(meant) ? meant : known.find((one) => simplify(one) === meant)
  if (command !== undefined) return { command, rest: others.join(' ') }
  const [closest] = known
    .map((one) => ({ one, far: distance(simplify(one), meant) }))
    .filter(({ far }) => far <= CLOSE_ENOUGH)
    .toSorted((a, b) => a.far - b.far)
  return { unknown: word, ...(closest && { closest: closest.one }) }
}

/** Lower case, no accents, no plural. */
export function simplify(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, "'")
    .replace(/s$/, '')
}
