/** Lines of text as titles, prose and typed lists. */
import { directiveOf } from './directives.ts'
import type { Cursor, Line } from './lines.ts'
import type { List, Piece } from './piece.ts'
import { isPartName, splitGlued } from './titles.ts'

export interface Reader {
  readonly cursor: Cursor
  readonly pieces: Piece[]
  /** Inside a box that GitBook draws as a warning. */
  warning: boolean
}

/** A heading in bold is short, and does not end like a sentence. */
const LONGEST_TITLE = 100
const BOLD_RANK = 7
export const PLAIN_RANK = 8

export function addTitle(lines: readonly Line[], rank: number, { pieces }: Reader): void {
  const text = lines.map((line) => line.text).join(' ')
  if (text !== '') pieces.push({ kind: 'title', text, rank, at: lines.flatMap(({ at }) => at) })
}

/** A paragraph may hide titles, in bold, and a list, whose dashes are typed. */
export function addLines(lines: readonly Line[], reader: Reader): void {
  for (const line of lines.flatMap(splitGlued)) {
    const { text, at, italic } = line
    const last = reader.pieces.at(-1)
    if (addDirective(line, reader)) continue
    const rank = titleRank(line)
    if (rank !== undefined) reader.pieces.push({ kind: 'title', text, rank, at })
    else if (!line.bullet) {
      reader.pieces.push({ kind: 'prose', text, italic, at, warning: reader.warning })
    } else if (last?.kind === 'list') {
      reader.pieces.splice(-1, 1, withItem(last, line))
    } else reader.pieces.push(withItem({ kind: 'list', items: [], at: [] }, line))
  }
}

function withItem(list: List, { text, at, lead }: Line): List {
  return {
    kind: 'list',
    at: [...list.at, ...at],
    items: [...list.items, { text, at, lead, items: [] }],
  }
}

function titleRank({ text, bold, bullet }: Line): number | undefined {
  if (bullet || text.length > LONGEST_TITLE) return undefined
  if (isPartName(text)) return bold ? BOLD_RANK : PLAIN_RANK
  return bold && !/[.!?…,;]$/.test(text) ? BOLD_RANK : undefined
}

/** GitBook's own blocks, such as `{% hint %}`: their words are titles, addresses or nothing. */
function addDirective({ text, at }: Line, reader: Reader): boolean {
  const directive = directiveOf(text)
  if (directive === undefined) return false
  if (directive.warning !== undefined) reader.warning = directive.warning
  if (directive.title !== undefined) {
    reader.pieces.push({ kind: 'enter', at: [] })
    reader.pieces.push({ kind: 'title', text: directive.title, rank: 0, at })
  }
  if (directive.leaves) reader.pieces.push({ kind: 'leave', at: [] })
  if (directive.address !== undefined) {
    reader.pieces.push({
      kind: 'prose',
      text: directive.address,
      italic: false,
      warning: false,
      at,
    })
  }
  return true
}
