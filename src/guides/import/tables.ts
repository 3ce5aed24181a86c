/** Tables of questions, or of criteria. */
import { plural } from '../fault.ts'
import { addText, draftsAt } from './drafts.ts'
import type { ImportedQuestion } from './imported.ts'
import { addCriterion } from './criteria.ts'
import { headOf } from './lists.ts'
import type { Table } from './piece.ts'
import type { Place } from './places.ts'
import { readQuestionRow, withMore } from './questions.ts'
import { isForGuide, leave, mark, type Reading } from './reading.ts'
import type { Cell, Row } from './rows.ts'
import { hasWord, titleWords } from './title-words.ts'

/** What each column holds, by its number. */
interface Columns {
  readonly header: Row | undefined
  readonly ask: number | undefined
  readonly say: number | undefined
  readonly tip: number | undefined
  readonly criterion: number | undefined
  readonly count: number
}

const LONGEST_HEADER = 60
const UNNAMED = 'Question sans titre'

export function addTable(table: Table, place: Place, reading: Reading): void {
  const rows = table.rows.filter(({ cells }) => cells.some(({ lines }) => lines.length > 0))
  const columns = columnsOf(rows, place)
  const inGuide = isForGuide(place, reading)
  const body = rows.filter((row) => row !== columns.header)
  if (inGuide && columns.ask !== undefined) {
    if (isComplete(columns, body, reading)) {
      addHeader(columns.header, reading)
      for (const row of body) addQuestionRow(row, columns, place, reading)
    }
  } else if (inGuide && columns.say !== undefined) {
    missing('Questions', columns, reading)
  } else if (inGuide && columns.criterion !== undefined) {
    addHeader(columns.header, reading)
    for (const row of body) addCriterionRow(row, columns.criterion, place, reading)
  } else for (const row of rows) for (const cell of row.cells) leaveCell(cell, row, reading)
}

function columnsOf(rows: readonly Row[], { part }: Place): Columns {
  const header = rows[0]
  const names = isHeader(header) ? header.cells.map(headerWords) : []
  const find = (...words: readonly string[]): number | undefined => {
    const index = names.findIndex((name) => hasWord(name, ...words))
    return index < 0 ? undefined : index
  }
  const say = find('exemples', 'exemple', 'formulations', 'formulation')
  const asks = names.findIndex((name, index) => index !== say && hasWord(name, ...ASKS))
  const ask = asks < 0 ? undefined : asks
  const criterion = find('criteres', 'critere', 'competences', 'competence')
  const tip = find('conseils', 'conseil', 'astuces')
  const count = header?.cells.length ?? 0
  if (ask !== undefined || say !== undefined || criterion !== undefined) {
    return { header, ask, say, tip, criterion, count }
  }
  // Without a header, two columns of a script can only be questions and their wordings.
  const bare = part === 'script' && count === 2
  return {
    header: undefined,
    ask: bare ? 0 : undefined,
    say: bare ? 1 : undefined,
    tip: undefined,
    criterion: undefined,
    count,
  }
}

const ASKS = ['questions', 'question', 'sujet', 'sujets', 'theme', 'themes']
const HEADER_WORDS =
  'questions question exemples exemple formulations conseils criteres competences a de des et ou poser possibles'

/** The heading of a table is structure, unless it says more than what its columns are. */
function addHeader(header: Row | undefined, reading: Reading): void {
  for (const cell of header?.cells ?? []) {
    const words = cell.lines.flatMap(({ text }) => titleWords(text))
    const known = words.every((word) => hasWord([word], ...HEADER_WORDS.split(' ')))
    if (known) mark(linesOf(cell), reading)
    else if (header !== undefined) leaveCell(cell, header, reading)
  }
}

/** A heading is short words in every cell; a first row of questions has their wordings beside. */
function isHeader(row: Row | undefined): row is Row {
  return (
    row?.cells.every(
      (cell) => !/[?«»]/.test(textOf(cell)) && textOf(cell).length <= LONGEST_HEADER,
    ) ?? false
  )
}

function headerWords(cell: Cell): readonly string[] {
  return titleWords(textOf(cell))
}

function textOf({ lines }: Cell): string {
  return lines.map(({ text }) => text).join(' ')
}

function isComplete(columns: Columns, body: readonly Row[], reading: Reading): boolean {
  if (columns.say === undefined) {
    missing('Exemples', columns, reading)
    return false
  }
  const short = body.filter(({ cells }) => width(cells) < columns.count)
  for (const { line, cells } of short) {
    const message = `Cette ligne du tableau a ${plural(width(cells), 'colonne')} au lieu de ${columns.count} : ajoute la colonne qui manque, même vide.`
    reading.faults.push({ line, message })
  }
  return short.length === 0
}

function width(cells: readonly Cell[]): number {
  return cells.reduce((total, { columns }) => total + columns, 0)
}

function missing(name: string, { header }: Columns, { faults }: Reading): void {
  const message = `Il manque la colonne « ${name} » dans ce tableau : ajoute-la, même vide.`
  faults.push({ line: header?.line ?? 1, message })
}

function addQuestionRow(row: Row, columns: Columns, place: Place, reading: Reading): void {
  const at = (index: number | undefined): Cell =>
    (index === undefined ? undefined : row.cells[index]) ?? { lines: [], columns: 1 }
  const { question, moments } = readQuestionRow(
    at(columns.ask),
    at(columns.say),
    at(columns.tip),
    place.theme?.text,
  )
  const kept = new Set([columns.ask, columns.say, columns.tip])
  for (const [index, cell] of row.cells.entries()) {
    if (kept.has(index)) mark(linesOf(cell), reading)
    else leaveCell(cell, row, reading)
  }
  for (const draft of draftsAt(place, reading.drafts)) {
    draft.origins.push(place)
    addQuestion(draft.questions, question)
    for (const { span, rest } of moments) {
      // Every case has the same moments: they are those of the meeting.
      const known = draft.sections.some(({ texts }) => texts.length === 1 && texts[0] === rest)
      if (!known) addText(draft.sections, headOf(rest), rest, span)
    }
  }
}

/** Wordings beside an empty cell are more wordings of the question above. */
function addQuestion(questions: ImportedQuestion[], added: ImportedQuestion): void {
  const last = questions.at(-1)
  if (added.title !== '' || last === undefined)
    questions.push({ ...added, title: added.title || UNNAMED })
  else questions.splice(-1, 1, withMore(last, added))
}

function addCriterionRow(row: Row, column: number, place: Place, reading: Reading): void {
  for (const [index, cell] of row.cells.entries()) {
    if (index !== column) leaveCell(cell, row, reading)
    else if (cell.lines.length > 0) {
      mark(linesOf(cell), reading)
      addCriterion(textOf(cell), place, reading)
    }
  }
}

function linesOf({ lines }: Cell): number[] {
  return lines.flatMap(({ at }) => at)
}

function leaveCell(cell: Cell, row: Row, reading: Reading): void {
  const text = textOf(cell)
  if (text !== '') leave(text, [row.line], reading)
}
