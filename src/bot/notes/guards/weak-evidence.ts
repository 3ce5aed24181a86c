/** Evidence that shows nothing: the first of the two gentle guards (they ask, and never block). */
import type { CriterionId } from '../../../process/events.ts'
import { wordsOf } from '../../french/lexicon.ts'
import type { Word } from '../../french/lexicon.ts'
import {
  AROUND_NOT_ASSESSED,
  AROUND_POINTERS,
  DENIALS,
  JUDGING,
  LINKING,
  NOT_ASSESSED,
  POINTERS,
  STATES,
} from './judgement-words.ts'

export interface WeakEvidence {
  readonly criterion: CriterionId
  readonly reason: 'copied' | 'adjectives-only'
  /** The earlier criterion with the same text; none for « idem », which does not say which. */
  readonly from?: CriterionId
}

/**
 * The criteria whose evidence shows nothing, in the order of `evidence`, one reason each.
 *
 * `adjectives-only`: nothing but words that judge (« motivée, dynamique et sympa », « bon niveau »),
 * without a fact, a situation, or a quotation of three words. One word that is not in the lists is
 * enough to pass, so that real evidence is not questioned.
 *
 * `copied`: the same words as an earlier criterion's, whatever the case, accents and punctuation; or,
 * from six words on, nearly the same (at least 80 % of the pairs of neighbouring words in common);
 * or a mere pointer (« idem », « voir plus haut »).
 *
 * Empty evidence and « pas abordé » are not weak: they claim nothing.
 */
export function weakEvidence(
  evidence: Readonly<Record<CriterionId, string>>,
): readonly WeakEvidence[] {
  const weak: WeakEvidence[] = []
  const earlier: { readonly criterion: CriterionId; readonly profile: Profile }[] = []
  for (const [criterion, text] of Object.entries(evidence)) {
    const words = wordsOf(text)
    if (text.trim() === '' || saysNotAssessed(words)) continue
    const profile = profileOf(words)
    const same = earlier.find((one) => areAlike(one.profile, profile))
    earlier.push({ criterion, profile })
    if (isPointer(words)) weak.push({ criterion, reason: 'copied' })
    else if (onlyJudges(text, words)) weak.push({ criterion, reason: 'adjectives-only' })
    else if (same) weak.push({ criterion, reason: 'copied', from: same.criterion })
  }
  return weak
}

const QUOTATION = /[«"“]([^«»"“”]*)[»"”]/g
const SHORTEST_QUOTATION = 3

function onlyJudges(text: string, words: readonly Word[]): boolean {
  const quotes = text.matchAll(QUOTATION)
  for (const [, quoted = ''] of quotes) {
    if (wordsOf(quoted).length >= SHORTEST_QUOTATION) return false
  }
  let subjectFollows = false
  const empty = words.toReversed().every(({ bare, capital }) => {
    const subject = capital && subjectFollows
    subjectFollows = subject || STATES.has(bare)
    return subject || JUDGING.has(bare) || LINKING.has(bare) || NUMBER.test(bare)
  })
  return empty && (words.length <= MOST_ASIDES || words.some(({ bare }) => JUDGING.has(bare)))
}

const NUMBER = /^\p{N}/u
/** « Oui », « RAS », « 3 sur 3 », a thumb up: too short to show anything, judgement or not. */
const MOST_ASIDES = 3

/** More words are a sentence of its own. */
const LONGEST_POINTER = 10

function isPointer(words: readonly Word[]): boolean {
  return isMadeOf(words, AROUND_POINTERS, POINTERS)
}

function saysNotAssessed(words: readonly Word[]): boolean {
  return (
    isMadeOf(words, AROUND_NOT_ASSESSED, NOT_ASSESSED) &&
    words.some(({ bare }) => DENIALS.has(bare))
  )
}

function isMadeOf(
  words: readonly Word[],
  all: ReadonlySet<string>,
  atLeastOne: ReadonlySet<string>,
): boolean {
  return (
    words.length <= LONGEST_POINTER &&
    words.every(({ bare }) => all.has(bare) || NUMBER.test(bare)) &&
    words.some(({ bare }) => atLeastOne.has(bare))
  )
}

interface Profile {
  readonly text: string
  readonly length: number
  /** How often each pair of neighbouring words occurs. */
  readonly pairs: ReadonlyMap<string, number>
}

function profileOf(words: readonly Word[]): Profile {
  const pairs = new Map<string, number>()
  for (const [i, { bare }] of words.entries()) {
    const next = words[i + 1]
    if (!next) break
    const pair = `${bare} ${next.bare}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { text: words.map(({ bare }) => bare).join(' '), length: words.length, pairs }
}

/** Shorter texts share most of their words by chance. */
const FEWEST_WORDS = 6
const ALIKE = 0.8

function areAlike(one: Profile, other: Profile): boolean {
  if (one.text === other.text) return one.length > 0
  if (Math.min(one.length, other.length) < FEWEST_WORDS) return false
  let common = 0
  for (const [pair, times] of one.pairs) common += Math.min(times, other.pairs.get(pair) ?? 0)
  return (2 * common) / (one.length + other.length - 2) >= ALIKE
}
