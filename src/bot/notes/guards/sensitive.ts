/** Free text that touches what may not be collected: the second gentle guard (it asks, never blocks). */
import { wordsOf } from '../../french/lexicon.ts'
import { finderOf } from '../../french/phrases.ts'
import type { Match } from '../../french/phrases.ts'
import { SETS } from './sensitive-sets.ts'
import { SENSITIVE } from './sensitive-words.ts'
import type { SensitiveRow, SensitiveTopic } from './sensitive-words.ts'

export type { SensitiveTopic } from './sensitive-words.ts'

export interface SensitiveWords {
  readonly topic: SensitiveTopic
  /** As typed, to show which words are meant. */
  readonly words: string
}

const said = finderOf(
  SENSITIVE.map((row): [SensitiveRow, string] => [row, row.say]),
  SETS,
)
const innocent = finderOf(
  SENSITIVE.flatMap((row): [SensitiveRow, string][] =>
    row.unless === undefined ? [] : [[row, row.unless]],
  ),
  SETS,
)

/**
 * What the text says of a person's family, health, origin…, in the order of the text, each once.
 * Whole words only, whatever their accents, case, gender and number. It reads words and their
 * neighbours, not meaning: it misses what is said in other words, and the owner decides about the rest.
 */
export function sensitiveWords(text: string): readonly SensitiveWords[] {
  const words = wordsOf(text)
  const typed = ({ first, last }: Match<unknown>) =>
    text.slice(words[first]?.start, words[last]?.end)
  const cancelled = new Map<SensitiveRow, Set<number>>()
  for (const { key, first, last } of innocent(text, words)) {
    const at = cancelled.get(key) ?? new Set()
    for (let i = first; i <= last; i++) at.add(i)
    cancelled.set(key, at)
  }
  const kept = said(text, words).filter((match) => {
    const at = cancelled.get(match.key)
    for (let i = match.first; i <= match.last; i++) if (at?.has(i)) return false
    return !match.key.names?.includes(typed(match))
  })
  const shown = new Map<string, SensitiveWords>()
  for (const match of longest(kept)) {
    const found = { topic: match.key.topic, words: typed(match) }
    const once = `${found.topic} ${found.words.toLowerCase()}`
    if (!shown.has(once)) shown.set(once, found)
  }
  return [...shown.values()]
}

/** Of phrases of one topic that overlap, the one that says most. */
function longest(matches: readonly Match<SensitiveRow>[]): readonly Match<SensitiveRow>[] {
  const kept = new Map<SensitiveTopic, Match<SensitiveRow>[]>()
  for (const match of matches) {
    const { topic } = match.key
    const mine = kept.get(topic) ?? []
    const before = mine.at(-1)
    if (!before || match.first > before.last) mine.push(match)
    else if (match.last - match.first > before.last - before.first) mine[mine.length - 1] = match
    kept.set(topic, mine)
  }
  return [...kept.values()].flat().toSorted((a, b) => a.first - b.first)
}
