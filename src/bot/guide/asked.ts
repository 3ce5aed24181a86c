/** Which guide someone asks for. */
import { distance } from 'fastest-levenshtein'
import { CRAFTS, STAGES, type Craft, type Stage } from '../../process/vocabulary.ts'
import { simplify } from '../command-words.ts'
import { CRAFT_WORDS, FILLERS, LEVEL_WORDS, STAGE_WORDS } from './words.ts'

export interface Asked {
  /** None when no craft was named, several when the words leave a choice. */
  readonly crafts: readonly Craft[]
  readonly stages: readonly Stage[]
  /** The first word that means nothing here, as it was typed. */
  readonly unknown?: string
  /** The words typed, with that one put right if it looks like a slip. */
  readonly meant?: string
}

/** From this many letters on, the start of a word is enough. */
const SHORTEST_START = 4
/** Slips of the finger that are still recognised, by length of the word. */
const slips = (word: string): number => (word.length > 5 ? 2 : 1)

/** One name in two words, the second of which is another craft's. */
const BUSINESS = /\b(?:biz|business)[\s-]*dev\p{L}*/iu

const fillers = new Set(FILLERS.map(simplify))
const byCraft = meanings(CRAFTS, CRAFT_WORDS)
const byLevel = meanings(CRAFTS, LEVEL_WORDS)
const byStage = meanings(STAGES, STAGE_WORDS)
const everyWord = [
  ...new Set(
    [CRAFT_WORDS, LEVEL_WORDS, STAGE_WORDS].flatMap((words) => Object.values(words).flat()),
  ),
]

export function readAsked(typed: string): Asked {
  const words = typed.replace(BUSINESS, 'bizdev').match(/[\p{L}\p{N}]+/gu) ?? []
  const known = words.map((word) => ({ word, ...meaningOf(simplify(word)) }))
  const named = narrowed(
    distinct(known.map(({ crafts }) => crafts)),
    distinct(known.map(({ levels }) => levels)),
  )
  const stages = distinct(known.map(({ stages }) => stages))
  // Every stage but the first and last is an « entretien » of some sort: the other word says which.
  const others = stages.filter((stage) => stage !== 'interview')
  const unknown = known.find((one) => one.isUnknown)?.word
  const meant = unknown === undefined ? undefined : closest(simplify(unknown))
  const righted = words.map((word) => (word === unknown && meant ? meant : word)).join(' ')
  return {
    crafts: named,
    stages: others.length > 0 ? others : stages,
    ...(unknown !== undefined && { unknown }),
    ...(meant !== undefined && { meant: righted }),
  }
}

function meaningOf(word: string) {
  const crafts = byCraft(word)
  const levels = byLevel(word)
  const stages = byStage(word)
  const isUnknown =
    [crafts, levels, stages].every((some) => some.length === 0) && !fillers.has(word)
  return { crafts, levels, stages, isUnknown }
}

/** A level chooses between crafts that differ by it; alone it names its craft; else it says nothing. */
function narrowed(crafts: readonly Craft[], levels: readonly Craft[]): readonly Craft[] {
  if (crafts.length === 0) return levels
  const chosen = crafts.filter((craft) => levels.includes(craft))
  const unlevelled = crafts.filter((craft) => LEVEL_WORDS[craft] === undefined)
  return chosen.length === 0 ? crafts : [...unlevelled, ...chosen]
}

/** Looks a simplified word up: whole, or by its start. */
function meanings<T extends string>(
  values: readonly T[],
  words: Readonly<Partial<Record<T, readonly string[]>>>,
): (word: string) => readonly T[] {
  const simple = values.map((value) => ({ value, words: (words[value] ?? []).map(simplify) }))
  return (word) => {
    const whole = simple.filter((one) => one.words.includes(word))
    const found =
      whole.length > 0 || word.length < SHORTEST_START
        ? whole
        : simple.filter((one) => one.words.some((known) => known.startsWith(word)))
    return found.map(({ value }) => value)
  }
}

function distinct<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return [...new Set(lists.flat())]
}

function closest(word: string): string | undefined {
  const [best] = everyWord
    .map((known) => ({ known, far: distance(simplify(known), word) }))
    .filter(({ known, far }) => far <= slips(simplify(known)))
    .toSorted((a, b) => a.far - b.far)
  return best?.known
}
