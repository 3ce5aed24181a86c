/** The columns of a pasted table, whichever program it came from. */
import Papa from 'papaparse'
import { normalise } from '../../guides/words.ts'
import { SHORT } from '../fields.ts'

/** Strongest first: a comma may be part of what is written, a tab never is. */
const DELIMITERS = ['\t', ';', '|', ','] as const
type Delimiter = (typeof DELIMITERS)[number]

const QUOTED = /"[^"]*"/g
/** Written where there is nothing to say. */
const BLANKS = new Set(['-', '–', '—', '/', '.', 'n/a', 'na', 'nc', 'neant', 'aucun', 'aucune'])

/** What separates the columns of this line, quoted cells aside; nothing when it has only one. */
export function delimiterOf(text: string): Delimiter | undefined {
  const unquoted = text.replaceAll(QUOTED, '')
  return DELIMITERS.find((delimiter) => unquoted.includes(delimiter))
}

/**
 * The cells of one line, trimmed, quotes undone. One line is read at a time, so that a quote left
 * open spoils that line only. A line wrongly quoted is cut at every delimiter.
 */
export function cellsOf(text: string, delimiter: Delimiter | undefined): readonly string[] {
  if (delimiter === undefined) return [unquote(text.trim())]
  const row = delimiter === '|' ? text.trim().replace(/^\|/, '').replace(/\|$/, '') : text
  const tight = row.trimEnd().replaceAll(`${delimiter} "`, `${delimiter}"`)
  const { data, errors } = Papa.parse<readonly string[]>(tight, { delimiter, newline: '\n' })
  const [cells] = data
  return (errors.length > 0 || !cells ? tight.split(delimiter) : cells).map((cell) => cell.trim())
}

/** Whether a cell says that there is nothing. */
export function isBlank(cell: string): boolean {
  return cell === '' || BLANKS.has(normalise(cell))
}

/** Without the straight quotes that a spreadsheet puts around a cell. */
export function unquote(text: string): string {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1).trim() : text
}

export interface Header<Column extends string> {
  readonly delimiter: Delimiter
  readonly columns: readonly (Column | undefined)[]
}

/** The cells of a line of the table under `header`; nothing when the line is not one. */
export function cellsUnder(
  header: Header<string> | undefined,
  text: string,
): readonly string[] | undefined {
  if (!header?.delimiter || !text.includes(header.delimiter)) return undefined
  const cells = cellsOf(text, header.delimiter)
  return cells.length > header.columns.length ? undefined : cells
}

/** Tells which column a header cell names, from what people write there, apart by commas. */
export function headings<Column extends string>(
  columns: readonly Column[],
  words: Readonly<Record<Column, string>>,
): (cell: string) => Column | undefined {
  const named = new Map(
    columns.flatMap((column) =>
      words[column].split(', ').map((one): [string, Column] => [headerWord(one), column]),
    ),
  )
  return (cell) =>
    cell.length > SHORT
      ? undefined
      : (named.get(headerWord(cell)) ?? named.get(headerWord(cell.replaceAll(/\([^()]*\)/g, ''))))
}

/** The words of a header, without what people put around them. */
function headerWord(cell: string): string {
  return normalise(cell)
    .replaceAll(/[()·.]/g, '') // « candidat·e », « candidat(e) »
    .replaceAll(/[*_#:"?]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
}
