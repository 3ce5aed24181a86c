/** Tables as Slack's own, which one message may hold one of. */
import type { types } from '@slack/bolt'

import { plain, type Text } from '../text.ts'
import { clean } from '../clean.ts'
import { LIMITS } from './limits.ts'
import { richText, section } from './rich-text.ts'

/** A message's tables may hold 10 000 characters in all; JSON takes its share of the message. */
const TABLE_BYTES = 8_000
const CELL_LIMIT = 1_500

/** Tables of as many rows as fit, each under the head; undefined when a row fits in none. */
export function tableBlocks(
  head: readonly string[],
  rows: readonly (readonly Text[])[],
): types.TableBlock[] | undefined {
  const columns = Math.max(head.length, ...rows.map((row) => row.length))
  const isTooWide = columns === 0 || columns > LIMITS.tableColumns
  const tooLong = rows.some((row) => row.some((cell) => plain(cell).length > CELL_LIMIT))
  if (isTooWide || tooLong) return undefined

  const top = rowOf(
    head.map((name) => [name]),
    columns,
  )
  const topBytes = bytesOf(top)
  const tables: Cell[][][] = [[top]]
  let size = topBytes
  for (const cells of rows.map((row) => rowOf(row, columns))) {
    const cost = bytesOf(cells)
    if (topBytes + cost > TABLE_BYTES) return undefined
    size += cost
    const last = tables.at(-1) ?? []
    if (size <= TABLE_BYTES && last.length < LIMITS.tableRows) {
      last.push(cells)
      continue
    }
    tables.push([top, cells])
    size = topBytes + cost
  }
  const wrapped = Array.from({ length: columns }, () => ({ is_wrapped: true }))
  return tables.map((all) => ({ type: 'table', rows: all, column_settings: wrapped }))
}

type Cell = types.TableBlock['rows'][number][number]

/** Rows of differing widths are refused. */
function rowOf(cells: readonly Text[], columns: number): Cell[] {
  return Array.from({ length: columns }, (_, i) => cellOf(cells[i] ?? []))
}

function cellOf(content: Text): Cell {
  const isPlain = content.every((part) => typeof part === 'string')
  const words = clean(plain(content)).trim()
  const shown = isPlain ? undefined : section(content)
  // An empty cell is refused.
  return shown === undefined ? { type: 'raw_text', text: words || ' ' } : richText(shown)
}

function bytesOf(cells: readonly Cell[]): number {
  return Buffer.byteLength(JSON.stringify(cells))
}
