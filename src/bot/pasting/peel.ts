/** Takes the marks off a sentence, and nothing of the sentence itself. */
import { unquote } from './cells.ts'
import { LONGEST_MARKS, isCommonStage, readAnswer, readMarks, together } from './marks.ts'
import type { Marks } from './marks.ts'

export interface Peeled {
  readonly label: string
  readonly marks: Marks
}

/** « … poids 3 » needs no separator: nothing else is written so. */
const TRAILING_WEIGHT =
  /\s((?:poids|pond[ée]ration|coefficient|coeff?\.?) ?[:=]? ?-?\d+(?:[.,]\d+)?(?: ?\/ ?3)?)$/i
const LONGEST_WEIGHT = 40
/** A comma between two digits is a decimal one. */
const SEPARATOR = /[\t;|]|,(?!\d)|,(?<=\D,)|:|\.(?= )|\s[-–—·•→/+](?=\s)/y
const TABULAR = /[\t;|]/
const WEAK = /[,:.]/
/** More marks than anyone writes around one sentence. */
const MOST_ROUNDS = 8

/**
 * Marks count in brackets, or between separators, at either end of the line; inside the sentence
 * the same words are left alone. After a comma or a colon, the name of a stage is not taken when
 * the sentence looks like an enumeration (« anime des formats variés : atelier, entretien »).
 */
export function peel(text: string): Peeled {
  let label = trimmed(text)
  const marks: Marks[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const peeled = trailingWeight(label) ?? lastGroup(label) ?? lastPart(label) ?? firstPart(label)
    if (!peeled) break
    label = trimmed(peeled.label)
    marks.unshift(peeled.marks)
  }
  return { label, marks: together(marks) }
}

function trailingWeight(text: string): Peeled | undefined {
  const written = TRAILING_WEIGHT.exec(text.slice(-LONGEST_WEIGHT))?.[1]
  const marks = written === undefined ? undefined : readMarks(written)
  return marks && written !== undefined
    ? { label: text.slice(0, -written.length), marks }
    : undefined
}

/** « … (poids 3, entretien) », brackets of any kind. */
function lastGroup(text: string): Peeled | undefined {
  if (!isClosing(text.at(-1))) return undefined
  let depth = 0
  for (let i = text.length - 1; i >= Math.max(0, text.length - LONGEST_MARKS); i--) {
    if (isClosing(text[i])) depth++
    if (isOpening(text[i])) depth--
    if (depth > 0) continue
    const marks = readMarks(text.slice(i + 1, -1))
    return marks && { label: text.slice(0, i), marks }
  }
  return undefined
}

interface Separator {
  readonly sign: string
  readonly start: number
  readonly end: number
}

/** The longest end of the line, after a separator, that is marks only. */
function lastPart(text: string): Peeled | undefined {
  const parts = separatorsOf(text).map((separator) => {
    const label = text.slice(0, separator.start)
    const marks = marksAfter(separator.sign, text.slice(separator.end), label)
    return marks && { label, marks }
  })
  return parts.find((one) => one !== undefined)
}

function marksAfter(sign: string, part: string, label: string): Marks | undefined {
  const cells = part.split(TABULAR).filter((cell) => cell.trim() !== '')
  const [first = ''] = cells
  const weak = WEAK.test(sign)
  if (weak && /[,:]/.test(label) && areCommonStages(first)) return undefined
  // « Symfony 2, 3 »: the number belongs to the sentence.
  if (!TABULAR.test(sign) && /^\s*\d/.test(first) && /\d\s*$/.test(label.slice(-2)))
    return undefined
  const read = cells.map((cell, i) =>
    i > 0 || TABULAR.test(sign) ? (readMarks(cell) ?? answer(cell)) : readMarks(cell),
  )
  const marks = read.filter((one) => one !== undefined)
  return marks.length > 0 && marks.length === read.length ? together(marks) : undefined
}

/** « oui » in a column without a header: what else would have an answer? */
function answer(cell: string): Marks | undefined {
  const mandatory = readAnswer(cell)
  return mandatory === undefined ? undefined : { mandatory, stages: [] }
}

function areCommonStages(part: string): boolean {
  return part.split(/[,+/&]| et /).every(isCommonStage)
}

/** Separators outside brackets near the end, leftmost first. */
function separatorsOf(text: string): readonly Separator[] {
  const found: Separator[] = []
  let depth = 0
  for (let i = text.length - 1; i > Math.max(0, text.length - LONGEST_MARKS); i--) {
    if (isClosing(text[i])) depth++
    if (isOpening(text[i])) depth--
    SEPARATOR.lastIndex = i
    const sign = depth === 0 ? SEPARATOR.exec(text)?.[0] : undefined
    if (sign !== undefined) found.unshift({ sign, start: i, end: i + sign.length })
  }
  return found
}

const FIRST_PART =
  /^(?:\[([^[\]]{1,60})\]|\(([^()]{1,60})\)|([^\t;|:([]{1,60}?)(?:\s[-–—]\s|[\t;|:]))/
const ROW_NUMBER = /^\s*\d+\s*$/

/** « Obligatoire : … », « [3] … ». A stage there may be a title; a number, that of the row. */
function firstPart(text: string): Peeled | undefined {
  const [whole, square, round, before] = FIRST_PART.exec(text) ?? []
  const part = square ?? round ?? before
  if (whole === undefined || part === undefined) return undefined
  const tabular = before !== undefined && TABULAR.test(whole)
  const label = text.slice(whole.length)
  if (tabular && ROW_NUMBER.test(part)) return { label, marks: NO_MARKS }
  const marks =
    before !== undefined && !tabular && areCommonStages(part) ? undefined : readMarks(part)
  return marks && { label, marks }
}

const NO_MARKS: Marks = { stages: [] }

function isOpening(char: string | undefined): boolean {
  return char === '(' || char === '[' || char === '{'
}

function isClosing(char: string | undefined): boolean {
  return char === ')' || char === ']' || char === '}'
}

/** Not `+`, `#` nor a dot: « C++ », « .NET ». */
const AROUND = new Set(' \t,;|:·•-–—→')

/** Without the separators that are left, nor what a document puts around a sentence. */
function trimmed(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && AROUND.has(text.charAt(start))) start++
  while (end > start && AROUND.has(text.charAt(end - 1))) end--
  const inner = unquote(text.slice(start, end))
  return /^\*\*[^*]*\*\*$/.test(inner) ? inner.slice(2, -2).trim() : inner
}
