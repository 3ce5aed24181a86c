// @ts-check
/** @import { Align, Block } from './tree.d.ts' */
import { parseInline } from './inline.js'

/**
 * A table starts with a line of cells followed by a line of dashes with as many cells.
 * @param {readonly string[]} lines
 * @param {number} at
 */
export function startsTable(lines, at) {
  const head = lines[at] ?? ''
  const dashes = (lines[at + 1] ?? '').trim()
  if (!head.includes('|') || !dashes.includes('-') || !/^[|:\- ]+$/.test(dashes)) return false
  const cells = cellsOf(dashes)
  return cells.every((cell) => /^:?-+:?$/.test(cell)) && cells.length === cellsOf(head).length
}

/**
 * @param {readonly string[]} lines
 * @param {number} at
 * @returns {{ block: Block, end: number }}
 */
export function matchTable(lines, at) {
  const align = cellsOf(lines[at + 1] ?? '').map(alignOf)
  let end = at + 2
  while (end < lines.length && (lines[end] ?? '').includes('|')) end += 1
  const rows = lines.slice(at + 2, end).map((line) => {
    const cells = cellsOf(line)
    return align.map((_, i) => parseInline(cells[i] ?? ''))
  })
  const head = cellsOf(lines[at] ?? '').map((cell) => parseInline(cell))
  return { block: { kind: 'table', align, head, rows }, end }
}

/**
 * A `\|` belongs to its cell.
 * @param {string} line
 */
function cellsOf(line) {
  const inside = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inside.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

/**
 * @param {string} cell
 * @returns {Align}
 */
function alignOf(cell) {
  if (cell.endsWith(':')) return cell.startsWith(':') ? 'center' : 'right'
  return cell.startsWith(':') ? 'left' : undefined
}
