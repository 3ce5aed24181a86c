/** The parts of a name by which people call somebody. */
import { bareWord } from '../../french/lexicon.ts'

export interface KnownName {
  /** « jean », « pierre » for Jean-Pierre. */
  readonly first: readonly string[]
  /** Everything else, particles included; empty for who goes by one name. */
  readonly last: readonly string[]
}

const PARTICLES: ReadonlySet<string> = new Set([
  'al',
  'ait',
  'ben',
  'bin',
  'd',
  'da',
  'de',
  'del',
  'della',
  'den',
  'der',
  'des',
  'di',
  'do',
  'dos',
  'du',
  'el',
  'l',
  'la',
  'las',
  'le',
  'les',
  'o',
  'san',
  'van',
  'von',
])

/** « Camille de La Tour », « DURAND Camille »: capitals all along mark a last name put first. */
export function knownName(name: string): KnownName {
  const parts = name.split(/\s+/).filter((part) => /\p{L}/u.test(part))
  const capitals = parts.filter(isCapitals)
  const ordered =
    capitals.length > 0 && capitals.length < parts.length && isCapitals(parts[0] ?? '')
      ? [...parts.filter((part) => !isCapitals(part)), ...capitals]
      : parts
  const [first = '', ...last] = ordered
  return { first: wordsIn(first), last: last.flatMap(wordsIn) }
}

function isCapitals(part: string): boolean {
  return /\p{Lu}{2}/u.test(part) && !/\p{Ll}/u.test(part)
}

function wordsIn(part: string): readonly string[] {
  return (part.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map(bareWord)
}

/** A last name as people shorten it: without what comes before it. */
export function withoutParticles(last: readonly string[]): readonly string[] {
  const from = last.findIndex((word) => !PARTICLES.has(word))
  return from === -1 ? [] : last.slice(from)
}
