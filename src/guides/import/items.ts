/** Lists of a page, with what had been glued to the end of their items. */
import type { Element, Nodes } from 'hast'
import { directiveOf } from './directives.ts'
import { moveTo, readLines, wordsIn, type Line } from './lines.ts'
import { addLines, PLAIN_RANK, type Reader } from './paragraphs.ts'
import { itemLines, type Item } from './piece.ts'
import { isPartName, meaningOf, splitGlued } from './titles.ts'

const LONGEST_NUMBERED = 60

export function readList(list: Element, reader: Reader): void {
  let items: Item[] = []
  const flush = (): void => {
    const [first] = items
    const at = items.flatMap(itemLines)
    if (list.tagName === 'ol' && items.length === 1 && first !== undefined && isNumbered(first)) {
      reader.pieces.push({ kind: 'title', text: first.text, rank: PLAIN_RANK, at })
    } else if (items.length > 0) {
      reader.pieces.push({ kind: 'list', items, at })
    }
    items = []
  }
  for (const child of list.children) {
    if (child.type !== 'element') continue
    const { item, after } = readItem(child, reader)
    items.push(...item)
    if (after.length === 0) continue
    flush()
    addLines(after, reader)
  }
  flush()
}

/** « 2. La mise en situation » alone on its line is a title, though Markdown sees a list. */
function isNumbered({ text, items }: Item): boolean {
  return items.length === 0 && text.length < LONGEST_NUMBERED && meaningOf(text).stage !== undefined
}

const LISTS = new Set(['ul', 'ol'])

/** An item, with the lines that come after a title which had been glued to its end. */
function readItem(node: Element, reader: Reader): { item: Item[]; after: Line[] } {
  moveTo(node, reader.cursor)
  const own: Nodes[] = []
  const nested: Item[] = []
  const after: Line[] = []
  for (const child of node.children) {
    if (child.type !== 'element' || !LISTS.has(child.tagName)) own.push(child)
    else {
      for (const inner of child.children) {
        if (inner.type !== 'element') continue
        const read = readItem(inner, reader)
        nested.push(...read.item)
        after.push(...read.after)
      }
    }
  }
  const lines = readLines(own, reader.cursor).flatMap(splitGlued)
  const cut = lines.findIndex(({ text }) => isPartName(text) || directiveOf(text) !== undefined)
  const kept = cut < 0 ? lines : lines.slice(0, cut)
  if (cut >= 0) after.unshift(...lines.slice(cut))
  const text = kept.map((line) => line.text).join(' ')
  if (wordsIn(text).length === 0) return { item: nested, after }
  const at = kept.flatMap((line) => line.at)
  return { item: [{ text, at, lead: kept[0]?.lead ?? '', items: nested }], after }
}
