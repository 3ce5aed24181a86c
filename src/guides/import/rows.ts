/** Tables of a page, Markdown's and HTML's alike. */
import type { Element } from 'hast'
import { moveTo, readLines, type Cursor, type Line } from './lines.ts'

export interface Cell {
  readonly lines: readonly Line[]
  /** How many columns it takes. */
  readonly columns: number
}

export interface Row {
  /** The line of the source where it starts. */
  readonly line: number
  readonly at: readonly number[]
  readonly cells: readonly Cell[]
}

/** The rows of a table, those of its heading included; cells that the source leaves out are not there. */
export function readTable(table: Element, cursor: Cursor): readonly Row[] {
  return elements(table).flatMap((part) => {
    moveTo(part, cursor)
    if (part.tagName === 'tr') return [readRow(part, cursor)]
    return ['thead', 'tbody', 'tfoot'].includes(part.tagName) ? readTable(part, cursor) : []
  })
}

function readRow(row: Element, cursor: Cursor): Row {
  moveTo(row, cursor)
  const { line } = cursor
  const cells = elements(row)
    // Markdown's reader completes a short row with cells that are nowhere in the source.
    .filter((cell) => /^t[hd]$/.test(cell.tagName) && cell.position !== undefined)
    .map((cell) => ({
      lines: readLines(cell.children, cursor),
      columns: Math.max(Number(cell.properties['colSpan'] ?? 1) || 1, 1),
    }))
  return { line, cells, at: cells.flatMap(({ lines }) => lines.flatMap(({ at }) => at)) }
}

function elements({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element')
}
