/** A page as a sequence: titles, running text, lists, tables, and the boxes that unfold. */
import type { Element, Nodes } from 'hast'
import { readList } from './items.ts'
import { moveTo, readLines, type Cursor } from './lines.ts'
import { addLines, addTitle, type Reader } from './paragraphs.ts'
import type { Piece } from './piece.ts'
import { readTable } from './rows.ts'

/** Reads a tree in the order of its text; notes in `cursor` which words are on which line. */
export function readPieces(
  root: Nodes,
  cursor: Cursor,
  description?: { readonly text: string; readonly line: number },
): readonly Piece[] {
  const reader: Reader = { cursor, pieces: [], warning: false }
  if (description !== undefined) {
    const { text, line } = description
    reader.pieces.push({ kind: 'prose', text, italic: false, warning: false, at: [line] })
  }
  readBlocks('children' in root ? root.children : [], reader)
  return reader.pieces
}

const INLINE = new Set(
  'a abbr b br button cite code del em i img input kbd mark q s small span strong sub sup u'.split(
    ' ',
  ),
)

function isInline(node: Nodes): boolean {
  return node.type === 'text' || (node.type === 'element' && INLINE.has(node.tagName))
}

function readBlocks(nodes: readonly Nodes[], reader: Reader): void {
  let inline: Nodes[] = []
  const flush = (): void => {
    if (inline.length > 0) addLines(readLines(inline, reader.cursor), reader)
    inline = []
  }
  for (const node of nodes) {
    if (isInline(node)) inline.push(node)
    else {
      flush()
      if (node.type === 'element') readBlock(node, reader)
    }
  }
  flush()
}

function readBlock(node: Element, reader: Reader): void {
  moveTo(node, reader.cursor)
  const { tagName, children } = node
  const { pieces, cursor } = reader
  if (tagName === 'summary') return addTitle(readLines(children, cursor), 0, reader)
  if (/^h[1-6]$/.test(tagName)) {
    return addTitle(readLines(children, cursor), Number(tagName[1]), reader)
  }
  if (tagName === 'p' || tagName === 'pre') return addLines(readLines(children, cursor), reader)
  if (tagName === 'ul' || tagName === 'ol') return readList(node, reader)
  if (tagName === 'table') {
    const rows = readTable(node, cursor)
    pieces.push({ kind: 'table', rows, at: rows.flatMap(({ at }) => at) })
    return
  }
  if (tagName !== 'details') return readBlocks(children, reader)
  pieces.push({ kind: 'enter', at: [] })
  readBlocks(children, reader)
  pieces.push({ kind: 'leave', at: [] })
}
