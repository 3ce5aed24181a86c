/** Criteria pasted as a list or a table: one a line, with their marks. */
import { STAGES } from '../../process/vocabulary.ts'
import type { Stage, Weight } from '../../process/vocabulary.ts'
import { simplify } from '../command-words.ts'
import { SENTENCE } from '../fields.ts'
import { cellsOf, cellsUnder, delimiterOf, headings } from './cells.ts'
import type { Header } from './cells.ts'
import { linesOf } from './lines.ts'
import { readAnswer, readMarks, together } from './marks.ts'
import type { Marks } from './marks.ts'
import { peel } from './peel.ts'
import type { Peeled } from './peel.ts'

export interface PastedCriterion {
  readonly label: string
  /** 2 when none is written. */
  readonly weight: Weight
  /** `false` when nothing is written. */
  readonly mandatory: boolean
  /** In the order of the process; none when none is written: the owner is then asked. */
  readonly stages: readonly Stage[]
}

export type CriterionProblem =
  /** Marks without a sentence, or the title of a part (« Savoir-être : »). */
  | 'empty'
  | 'too-long'
  | 'weight-out-of-range'
  /** The same sentence as on the line `with`. */
  | 'twice'

export type PastedCriterionLine = {
  /** From 1; blank lines count, and are not in the result. */
  readonly line: number
  /** As pasted, for whoever corrects it. */
  readonly raw: string
} & (
  | { readonly criterion: PastedCriterion }
  | { readonly problem: CriterionProblem; readonly with?: number }
)

/**
 * What was understood of each line: a sentence and, in any order around it, its weight (« poids 3 »,
 * « (3) », « déterminant »), whether it is mandatory, and the stages that verify it. Marks count in
 * brackets or apart from the sentence; the same words inside it are left alone. Under the header of
 * a table, each column says what its cells are; a stage may have a column to tick. A line has one
 * problem at most, the first in the order of their type. Never throws; linear in the length of what
 * was pasted.
 */
export function readPastedCriteria(pasted: string): readonly PastedCriterionLine[] {
  const read: PastedCriterionLine[] = []
  const seen = new Map<string, number>()
  let header: Header<Column> | undefined
  for (const { line, raw, text } of linesOf(pasted)) {
    const found = headerIn(text)
    if (found) {
      ;({ header } = found)
      continue
    }
    if (isTitle(raw, text)) {
      read.push({ line, raw, problem: 'empty' })
      continue
    }
    const cells = cellsUnder(header, text)
    const peeled = cells ? inColumns(cells, header?.columns ?? []) : peel(text)
    read.push({ line, raw, ...judge(peeled, line, seen) })
  }
  return read
}

/** Kept in the result: what was pasted is never dropped in silence, a header excepted. */
function isTitle(raw: string, text: string): boolean {
  return text.endsWith(':') || /^\s*#{1,6}\s/.test(raw)
}

const COLUMNS = ['label', 'weight', 'mandatory', 'stages'] as const
type Column = (typeof COLUMNS)[number] | Stage

const columnOf = headings(COLUMNS, {
  label:
    'critère, critères, compétence, compétences, intitulé, libellé, critère d’évaluation, critères d’évaluation, exigence, exigences, attendu, attendus',
  weight: 'poids, pondération, importance, priorité, coefficient, coef',
  mandatory:
    'obligatoire, obligatoires, éliminatoire, indispensable, rédhibitoire, obligatoire oui/non',
  stages:
    'étape, étapes, vérifié, vérifié à, vérifié en, vérifié pendant, vérification, évalué à, évalué en, évalué pendant, étape de vérification, étapes de vérification, quand',
})

/** A heading alone (« Critères : »), or the columns of a table. */
function headerIn(text: string): { readonly header?: Header<Column> } | undefined {
  const delimiter = delimiterOf(text)
  const cells = cellsOf(text, delimiter)
  if (!delimiter) return columnOf(cells[0] ?? '') === 'label' ? {} : undefined
  const columns = cells.map((cell) => columnOf(cell) ?? stageOf(cell))
  const known = columns.filter((column) => column !== undefined)
  const own = known.filter((column) => COLUMNS.some((one) => one === column))
  if (known.length < 2 || cells.length - known.length > MOST_OTHERS) return undefined
  if (own.includes('label')) return { header: { delimiter, columns } }
  // A corner left blank, above the sentences.
  return own.length > 1 && cells[0] === ''
    ? { header: { delimiter, columns: ['label', ...columns.slice(1)] } }
    : undefined
}

/** « Commentaire », « Question type »: columns that hold something else. */
const MOST_OTHERS = 3

/** A column to tick. */
function stageOf(cell: string): Stage | undefined {
  const [stage, ...others] = readMarks(cell)?.stages ?? []
  return others.length === 0 ? stage : undefined
}

function inColumns(cells: readonly string[], columns: readonly (Column | undefined)[]): Peeled {
  const under = (wanted: Column) => cells.filter((_, i) => columns[i] === wanted)
  const marks = under('weight').map(
    (cell): Marks =>
      readMarks(cell) ?? { stages: [], ...(/\d/.test(cell) && { weight: 'out-of-range' }) },
  )
  const mandatory = under('mandatory').map((cell): Marks => ({
    mandatory: readAnswer(cell) ?? readMarks(cell)?.mandatory ?? false,
    stages: [],
  }))
  const listed = under('stages').flatMap((cell) => stagesIn(cell))
  const ticked = STAGES.filter((stage) => under(stage).some((cell) => readAnswer(cell)))
  return {
    label: under('label').join(' ').trim(),
    marks: together([...marks, ...mandatory, { stages: [...listed, ...ticked] }]),
  }
}

/** The stages of a cell, whatever else is there. */
function stagesIn(cell: string): readonly Stage[] {
  const whole = readMarks(cell)
  return whole
    ? whole.stages
    : cell
        .replaceAll(/\([^()]*\)/g, '')
        .split(/[,;/+&]| et /)
        .flatMap((one) => readMarks(one)?.stages ?? [])
}

type Judged =
  | { readonly criterion: PastedCriterion }
  | { readonly problem: CriterionProblem; readonly with?: number }

function judge({ label, marks }: Peeled, line: number, seen: Map<string, number>): Judged {
  const { weight = 2, mandatory = false, stages } = marks
  if (!/\p{L}/u.test(label) || isMark(label)) return { problem: 'empty' }
  if (label.length > SENTENCE) return { problem: 'too-long' }
  if (weight === 'out-of-range') return { problem: 'weight-out-of-range' }
  const key = sameSentence(label)
  const before = seen.get(key)
  if (before !== undefined) return { problem: 'twice', with: before }
  seen.set(key, line)
  return { criterion: { label, weight, mandatory, stages } }
}

/** A weight or « obligatoire » alone says nothing; the name of a stage may be a skill. */
function isMark(label: string): boolean {
  const marks = readMarks(label)
  return marks !== undefined && (marks.weight !== undefined || marks.mandatory !== undefined)
}

/** Without accents, case, plural or punctuation. */
export function sameSentence(label: string): string {
  return (label.match(/[\p{L}\p{N}]+/gu) ?? []).map(simplify).join(' ')
}
