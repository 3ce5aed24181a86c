/** One block of a message, as the pieces of Markdown and buttons that show it. */
import type { Block, ChecklistItem } from '../port.ts'
import { bold, joinTexts, type Text } from '../text.ts'
import type { ActionButton, MakeAction } from './buttons.ts'
import { PIECE_LIMIT, shorten } from './limits.ts'
import { toMarkdown, type Usernames } from './markdown.ts'
import { splitText } from './split.ts'

/** Something that stays in one post: Markdown, and the buttons under it. */
export interface Piece {
  readonly markdown: string
  readonly actions: readonly ActionButton[]
}

export interface Rendering {
  readonly usernames: Usernames
  readonly action: MakeAction
}

const ITEM_LABEL_BYTES = 60
const ITEMS_PER_PIECE = 20

export function blockPieces(block: Block, rendering: Rendering): Piece[] {
  switch (block.kind) {
    case 'text':
      return textPieces(block.text, rendering)
    case 'section':
      return textPieces([bold(block.title), '\n', ...block.text], rendering)
    case 'fields':
      return textPieces(joinTexts(block.fields.map(fieldLine), '\n'), rendering)
    case 'bullets':
      return linePieces(block.items, () => '- ', rendering)
    case 'numbered':
      return linePieces(block.items, (i) => `${i + (block.first ?? 1)}. `, rendering)
    case 'quote':
      return linePieces([block.text], () => '> ', rendering)
    case 'table':
      return tablePieces(block.head, block.rows, rendering)
    case 'checklist':
      return checklistPieces(block, rendering)
    case 'buttons':
      break
  }
  return [{ markdown: '', actions: block.buttons.map(rendering.action) }]
}

export function textPieces(content: Text, { usernames }: Rendering): Piece[] {
  return splitText(content, PIECE_LIMIT).map((text) => ({
    markdown: toMarkdown(text, usernames).trimEnd(),
    actions: [],
  }))
}

function checklistPieces(
  { items, action, args }: Extract<Block, { kind: 'checklist' }>,
  rendering: Rendering,
): Piece[] {
  const button = (item: ChecklistItem) =>
    rendering.action({
      label: `${box(item)} ${shorten(item.label, ITEM_LABEL_BYTES)}`,
      action,
      args: { ...args, item: item.id },
    })
  // The buttons say it all, unless a label is too long for one.
  const inFull = items.every(({ label }) => shorten(label, ITEM_LABEL_BYTES) === label)
  return chunks(items, ITEMS_PER_PIECE).map((some) => ({
    markdown: inFull ? '' : some.map(checklistLine).join('\n'),
    actions: some.map(button),
  }))
}

function checklistLine(item: ChecklistItem): string {
  return toMarkdown([`${box(item)} ${item.label}`], noUsernames)
}

function fieldLine({ label, value }: { label: string; value: Text }): Text {
  return [bold(label), ' : ', ...value]
}

const noUsernames: Usernames = () => undefined

function box(item: ChecklistItem): string {
  return item.done ? '☑' : '☐'
}

/** Items as lines that start with a mark; the pieces of a long one each start with it. */
function linePieces(
  items: readonly Text[],
  mark: (index: number) => string,
  { usernames }: Rendering,
): Piece[] {
  const lines = items
    .flatMap((item, i) => splitText(item, PIECE_LIMIT).map((text) => ({ text, first: mark(i) })))
    .map(({ text, first }) => {
      // What follows on stays in its item: a quotation repeats its mark, a list indents.
      const next = first === '> ' ? first : ' '.repeat(first.length)
      return first + toMarkdown(text, usernames).trimEnd().replaceAll('\n', `\n${next}`)
    })
  return gathered(lines).map((group) => ({ markdown: group.join('\n'), actions: [] }))
}

function tablePieces(
  head: readonly string[],
  rows: readonly (readonly Text[])[],
  rendering: Rendering,
): Piece[] {
  const row = (cells: readonly Text[]) =>
    `| ${cells.map((cell) => toMarkdown(cell, rendering.usernames).replace(/\s+/gu, ' ').trim()).join(' | ')} |`
  const lines = rows.map(row)
  if (lines.some((line) => line.length > PIECE_LIMIT)) {
    return rows.flatMap((cells) => {
      const fields = cells.map((value, i) => fieldLine({ label: head[i] ?? '', value }))
      return textPieces(joinTexts(fields, '\n'), rendering)
    })
  }
  const top = `${row(head.map((cell) => [cell]))}\n|${' --- |'.repeat(head.length)}`
  const groups = lines.length === 0 ? [[]] : gathered(lines)
  return groups.map((group) => ({ markdown: [top, ...group].join('\n'), actions: [] }))
}

/** Lines in groups that each fit in a piece. */
function gathered(lines: readonly string[]): string[][] {
  const groups: string[][] = []
  let size = PIECE_LIMIT
  for (const line of lines) {
    size += line.length + 1
    if (size > PIECE_LIMIT) {
      groups.push([])
      size = line.length
    }
    groups.at(-1)?.push(line)
  }
  return groups
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}
