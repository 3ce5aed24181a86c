/** The marks of a criterion: its weight, whether it is mandatory, the stages that verify it. */
import { STAGES } from '../../process/vocabulary.ts'
import type { Stage, Weight } from '../../process/vocabulary.ts'
import { simplify } from '../command-words.ts'
import {
  ARTICLES,
  CONNECTORS,
  LONGEST_PHRASE,
  MARKS_ALONE,
  MARKS_OF_WEIGHT,
  NEGATIONS,
  NO,
  OWN_NAMES,
  WEIGHT_NAMES,
  YES,
  phrase,
} from './mark-words.ts'
import type { Mark } from './mark-words.ts'

export interface Marks extends Mark {
  /** In the order of the process. */
  readonly stages: readonly Stage[]
}

/** No list of marks is longer. */
export const LONGEST_MARKS = 200

/** A word, or a number: negative after a space only, « 3/3 » as one. */
const WORD = /\p{L}+|(?<=^|\s)-\d+|\d+(?:[.,]\d+)?(?: ?\/ ?3(?!\d))?|×/gu

/**
 * The marks that make up the whole of `typed`; nothing when it holds no mark, or anything else. An
 * answer alone (« oui », a tick) counts as in a column without a header.
 */
export function readMarks(typed: string): Marks | undefined {
  const words = wordsOf(typed)
  const marks: Mark[] = []
  let read: Read = { next: 0 }
  while (read.next < words.length) {
    const next = markAt(words, read.next)
    if (!next) return undefined
    if (next.mark) marks.push(next.mark)
    read = next
  }
  return read.mark ? together(marks) : undefined
}

/** « Oui », a tick, « non », an empty box; nothing for anything else. */
export function readAnswer(typed: string): boolean | undefined {
  const answer = typed.trim().toLowerCase().replace('\uFE0F', '')
  return YES.has(answer) ? true : NO.has(answer) ? false : undefined
}

/** Whether only the name of a stage is there, and one that ordinary sentences use too. */
export function isCommonStage(typed: string): boolean {
  const words = phrase(wordsOf(typed))
  return MARKS_ALONE.get(words)?.stages !== undefined && !OWN_NAMES.has(words)
}

/** Several marks as one. A weight out of range is never hidden by another. */
export function together(marks: readonly Mark[]): Marks {
  const weights = marks.flatMap(({ weight }) => (weight === undefined ? [] : [weight]))
  const weight = weights.find((one) => one === 'out-of-range') ?? weights.at(-1)
  const mandatory = marks.findLast((one) => one.mandatory !== undefined)?.mandatory
  return {
    ...(weight !== undefined && { weight }),
    ...(mandatory !== undefined && { mandatory }),
    stages: STAGES.filter((stage) => marks.some(({ stages }) => stages?.includes(stage))),
  }
}

function wordsOf(typed: string): readonly string[] {
  return typed.length > LONGEST_MARKS ? [] : (typed.match(WORD) ?? []).map(simplify)
}

interface Read {
  /** None for a word that only leads to one. */
  readonly mark?: Mark
  readonly next: number
}

function markAt(words: readonly string[], at: number): Read | undefined {
  const word = words[at] ?? ''
  const before = words[at - 1] ?? ''
  if (WEIGHT_NAMES.has(word)) return weightAt(words, words[at + 1] === 'de' ? at + 2 : at + 1)
  if (/^\d(?: ?\/ ?3)?$/.test(word)) return { mark: { weight: weightOf(word) }, next: at + 1 }
  if (NEGATIONS.has(word)) {
    const denied = longest(words, at + 1, MARKS_ALONE)
    return denied?.mark?.mandatory ? { ...denied, mark: { mandatory: false } } : undefined
  }
  const found = longest(words, at, MARKS_ALONE)
  if (found) return answered(found, words)
  const leads =
    CONNECTORS.has(word) || (ARTICLES.has(word) && LEADING.some((set) => set.has(before)))
  return leads ? { next: at + 1 } : undefined
}

const LEADING = [CONNECTORS, ARTICLES]

/** « obligatoire : non ». */
function answered(read: Read, words: readonly string[]): Read {
  const answer = read.mark?.mandatory ? words[read.next] : undefined
  if (answer !== 'oui' && answer !== 'non') return read
  return { mark: { mandatory: answer === 'oui' }, next: read.next + 1 }
}

function weightAt(words: readonly string[], at: number): Read | undefined {
  const word = words[at] ?? ''
  if (/^-?\d/.test(word)) return { mark: { weight: weightOf(word) }, next: at + 1 }
  const found = longest(words, at, MARKS_OF_WEIGHT)
  return found?.mark?.weight === undefined ? undefined : found
}

function weightOf(number: string): Weight | 'out-of-range' {
  const [value = ''] = number.split(/ ?\//)
  return value === '1' ? 1 : value === '2' ? 2 : value === '3' ? 3 : 'out-of-range'
}

function longest(
  words: readonly string[],
  at: number,
  known: ReadonlyMap<string, Mark>,
): Read | undefined {
  for (let length = LONGEST_PHRASE; length > 0; length--) {
    const mark =
      at + length <= words.length ? known.get(words.slice(at, at + length).join(' ')) : undefined
    if (mark) return { mark, next: at + length }
  }
  return undefined
}
