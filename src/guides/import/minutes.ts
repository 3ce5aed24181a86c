/** Lengths of time as French pages write them. */
import { normalise } from '../words.ts'
import type { Span } from './imported.ts'

const NUMBERS: readonly (readonly [words: RegExp, digits: string])[] = [
  [/une heure et demie?/g, '1h30'],
  [/trois quarts? d'heure/g, '45 min'],
  [/(?:une )?demi[ -]heure/g, '30 min'],
  [/un quart d'heure/g, '15 min'],
  [/une heure/g, '1h'],
  [/deux heures/g, '2h'],
  [/\bquarante[ -]cinq\b/g, '45'],
  [/\bcinq\b/g, '5'],
  [/\bdix\b/g, '10'],
  [/\bquinze\b/g, '15'],
  [/\bvingt\b/g, '20'],
  [/\btrente\b/g, '30'],
  [/\bquarante\b/g, '40'],
  [/\bcinquante\b/g, '50'],
  [/\bsoixante\b/g, '60'],
]

const UNIT = String.raw`(?:h(?:eures?)?\b|h(?=\d)|min(?:utes?)?\b|mn\b)`
const LENGTH = String.raw`(\d{1,3})\s*(${UNIT})?\s*(\d{2}(?!\d))?`
const RANGE = new RegExp(String.raw`${LENGTH}\s*(?:-|–|—|a|et|ou)\s*${LENGTH}`)
const ONE = new RegExp(String.raw`(\d{1,3})\s*(${UNIT})\s*(\d{2}(?!\d))?`)
const AT_MOST = /moins d[eu']|au plus|max(?:imum|i)?\b|jusqu'a|ne depasse/

/** What a meeting may last: anything else is the length of something else. */
const SHORTEST = 5
const LONGEST = 240

/** The length of a meeting that a passage gives, if it does; « moins de 30 minutes » leaves a third. */
export function durationIn(text: string): Span | undefined {
  const sentences = normalise(text).split(/(?<=[.!?])\s+/)
  for (const sentence of sentences) {
    // « introduit en 2 minutes », « te présenter en 5 minutes » : a part of the meeting, not all of it.
    if (/introdui|se presente|te presenter/.test(sentence)) continue
    const span = spanIn(sentence)
    if (span !== undefined && span.max >= SHORTEST && span.max <= LONGEST) return span
  }
  return undefined
}

function spanIn(sentence: string): Span | undefined {
  const digits = NUMBERS.reduce((text, [words, number]) => text.replace(words, number), sentence)
  const [, a = '', unitA, restA, b = '', unitB, restB] = RANGE.exec(digits) ?? []
  const unit = unitB ?? unitA
  if (unit !== undefined) {
    const min = minutesOf(a, unitA ?? unit, restA)
    const max = minutesOf(b, unit, restB)
    if (min > 0 && min <= max) return { min, max }
  }
  const [, number = '', one, rest] = ONE.exec(digits) ?? []
  if (one === undefined) return undefined
  const max = minutesOf(number, one, rest)
  return AT_MOST.test(digits) ? { min: leastOf(max), max } : { min: max, max }
}

/** A ceiling alone: counts on two thirds of it, in fives. */
function leastOf(max: number): number {
  return Math.max(Math.floor((max * 2) / 15) * 5, Math.min(max, 5))
}

function minutesOf(number: string, unit: string, rest: string | undefined): number {
  return unit.startsWith('h') ? Number(number) * 60 + Number(rest ?? 0) : Number(number)
}

/** The minutes that the start of a meeting takes, in « introduire en 2 minutes ». */
export function introductionIn(text: string): Span | undefined {
  const sentence = normalise(text)
    .split(/(?<=[.!?])\s+/)
    .find((one) => /introdui/.test(one))
  const span = sentence === undefined ? undefined : spanIn(sentence)
  return span !== undefined && span.max <= SHORTEST ? span : undefined
}

export interface Timed {
  readonly span: Span
  readonly rest: string
}

const MINUTES = String.raw`(\d{1,3})(?:\s*(?:[-–—]|à)\s*(\d{1,3}))?\s*(?:min(?:utes?)?|mn|['’′])`
const AT_START = new RegExp(
  String.raw`^[[(]?\s*${MINUTES}\s*[)\]]?\s*(?:[:·–—-]\s*|de\s+|d['’])?(\S.*)$`,
  'isu',
)
const AT_END = new RegExp(
  String.raw`^(.*\S)\s*(?:[:·–—,-]\s*|[[(]\s*)${MINUTES}\s*[)\]]?\s*\.?$`,
  'isu',
)

/** A line that starts or ends with its minutes, as in a plan: « 10 min d'échange », « Accueil (5 min) ». */
export function timedLine(text: string): Timed | undefined {
  const [, from, to, rest] = AT_START.exec(text) ?? []
  if (from !== undefined && rest !== undefined) return { span: spanOf(from, to), rest }
  const [, before, start, end] = AT_END.exec(text) ?? []
  if (before === undefined || start === undefined) return undefined
  return { span: spanOf(start, end), rest: before }
}

function spanOf(from: string, to: string | undefined): Span {
  return { min: Number(from), max: Number(to ?? from) }
}

const MARKS = new RegExp(String.raw`[[(]\s*${MINUTES}\s*[)\]]`, 'giu')

/** The timed moments inside a text, `[5-10 min] …`, and what comes before the first of them. */
export function timedMoments(text: string): {
  readonly before: string
  readonly moments: readonly Timed[]
} {
  const marks = [...text.matchAll(MARKS)]
  const moments = marks.map((mark, index) => ({
    span: spanOf(mark[1] ?? '0', mark[2]),
    rest: text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length).trim(),
  }))
  return { before: text.slice(0, marks[0]?.index ?? text.length).trim(), moments }
}
