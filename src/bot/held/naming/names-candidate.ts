/** Whether a message names a candidate (section 4): in full or in part, with a slip, in any dress. */
import { bareWord } from '../../french/lexicon.ts'
import { kindOf } from './also-words.ts'
import { isFrenchWord } from './french-words.ts'
import { knownName, withoutParticles } from './known-name.ts'
import type { KnownName } from './known-name.ts'
import { isSlip } from './slip.ts'
import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'
import { isWrittenAsName } from './written-as-name.ts'

/** Nicknames and initials count only when the owner lets them. */
export interface Named {
  readonly name: string
  readonly also?: readonly string[]
}

/**
 * Whether the text names that candidate, among the others of the recruitment and the people of its team.
 * A pronoun or a role never does. Names that are everyday words count when they are written as names; a
 * first or a last name that somebody of the team has too counts only with the other.
 */
export function namesCandidate(
  text: string,
  candidate: Named,
  others: readonly Named[],
  team: readonly string[],
): boolean {
  const tokens = tokensOf(text)
  const scene: Scene = {
    tokens,
    name: knownName(candidate.name),
    others: others.map(({ name }) => knownName(name)),
    team: team.map(knownName),
  }
  return (
    tokens.some((_, at) => isNamedAt(scene, at)) ||
    (candidate.also ?? []).some((nickname) => saysNickname(tokens, nickname))
  )
}

interface Scene {
  readonly tokens: readonly Token[]
  readonly name: KnownName
  readonly others: readonly KnownName[]
  readonly team: readonly KnownName[]
}

function isNamedAt(scene: Scene, at: number): boolean {
  const { first, last } = scene.name
  const short = withoutParticles(last)
  return (
    isWhole(scene, at, first, last) ||
    isWhole(scene, at, last, first) ||
    isWhole(scene, at, first, short) ||
    isFirstAlone(scene, at) ||
    [last, short, ...(short.length > 1 ? short.map((part) => [part]) : [])].some((called) =>
      isLastAlone(scene, at, called),
    )
  )
}

/** Both names, one after the other: however they are written. */
function isWhole(
  scene: Scene,
  at: number,
  one: readonly string[],
  other: readonly string[],
): boolean {
  if (one.length === 0 || other.length === 0 || !matches(scene, at, one)) return false
  const next = at + one.length
  return scene.tokens[next]?.isGlued === true && matches(scene, next, other)
}

function isFirstAlone(scene: Scene, at: number): boolean {
  const { name, others, team, tokens } = scene
  const { first, last } = name
  if (!isCalledAt(scene, at, first)) return false
  const next = tokens[at + first.length]
  const follows = next?.isGlued === true && next.hasCapital ? next : undefined
  if (follows && isInitialOf(follows, last)) return true
  if (team.some((person) => isSame(person.first, first) || isSame(person.last, first))) return false
  const namesakes = others.filter((other) => isSame(other.first, first))
  const goesOn = (person: KnownName) => matches(scene, at + first.length, person.last)
  if (namesakes.some((person) => person.last.length > 0 && goesOn(person))) return false
  // « Camille Petit » is somebody else than Camille Durand.
  return (
    !follows ||
    follows.startsSentence ||
    isFrenchWord(follows.word) ||
    isSlip(follows.word, last[0])
  )
}

function isLastAlone(scene: Scene, at: number, called: readonly string[]): boolean {
  const { name, others, team, tokens } = scene
  if (called.length === 0 || !isCalledAt(scene, at, called)) return false
  const everyone = [...team, ...others]
  if (team.some((person) => [person.first, person.last].some((one) => isSame(one, called)))) {
    return false
  }
  if (everyone.some((person) => isSame(person.first, called))) return false
  const before = tokens[at]?.isGlued ? tokens[at - 1] : undefined
  if (!before?.hasCapital || isTitle(before)) return true
  if (before.word.length === 1) return before.word === name.first[0]?.[0]
  // « Paul Durand » is somebody else than Camille Durand.
  return isFrenchWord(before.word) || name.first.includes(before.word)
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.join(' ') === other.join(' ')
}

function isInitialOf({ word }: Token, last: readonly string[]): boolean {
  return word.length === 1 && withoutParticles(last)[0]?.[0] === word
}

const TITLES: ReadonlySet<string> = new Set([
  'm',
  'mme',
  'mlle',
  'mr',
  'monsieur',
  'madame',
  'mademoiselle',
])

function isTitle({ word }: Token): boolean {
  return TITLES.has(word)
}

/** The words of a name, exact, from that place on. */
function matches({ tokens }: Scene, at: number, words: readonly string[]): boolean {
  return (
    words.length > 0 &&
    words.every((word, i) => {
      const token = tokens[at + i]
      return token?.word === word && (i === 0 || token.isGlued)
    })
  )
}

/** The same, written as a name; a single word also with a slip of the finger. */
function isCalledAt(scene: Scene, at: number, words: readonly string[]): boolean {
  const token = scene.tokens[at]
  if (!token) return false
  if (!matches(scene, at, words)) return words.length === 1 && isMistyped(scene, at, words)
  if (words.length > 1) return true
  const before = scene.tokens[at - 1]
  if (token.isGlued && before && isTitle(before)) return true
  if (token.word.length <= SHORT_NAME && !token.hasCapital) return false
  const kind = kindOf(token.word)
  return kind === 'name' || isWrittenAsName(scene.tokens, at, kind)
}

/** « Bo », « Li »: small words are everywhere. */
const SHORT_NAME = 2

/** One letter more, less, another, or two that changed places, in a word that is nothing else. */
function isMistyped(scene: Scene, at: number, [word = '']: readonly string[]): boolean {
  const token = scene.tokens[at]
  if (!token || !isSlip(token.word, word)) return false
  const everyone = [...scene.others, ...scene.team]
  return !everyone.some(({ first, last }) => [...first, ...last].includes(token.word))
}

/** As it was given: initials in capitals, nicknames in any. */
function saysNickname(tokens: readonly Token[], nickname: string): boolean {
  const isInitials = /^\p{Lu}{1,3}$/u.test(nickname)
  const words = nickname.match(/\p{L}[\p{L}\p{M}]*/gu)?.map(bareWord) ?? []
  return tokens.some(
    (token, at) =>
      (!isInitials || token.typed === nickname) &&
      words.length > 0 &&
      words.every((word, i) => tokens[at + i]?.word === word),
  )
}
