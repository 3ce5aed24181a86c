/** One block of a message, as the Block Kit blocks that show it. */
import type { types } from '@slack/bolt'

import type { Block, Button, ChecklistItem } from '../port.ts'
import { bold, joinTexts, type Text } from '../text.ts'
import { slackButton } from './buttons.ts'
import { LIMITS, PIECE_LIMIT } from './limits.ts'
import { isTooLong } from './plain-text.ts'
import { richElements, richText, section } from './rich-text.ts'
import { splitText } from './split.ts'
import { tableBlocks } from './table.ts'

export type SlackBlock = types.RichTextBlock | types.ActionsBlock | types.TableBlock

/** Room for the box in front of an item's label. */
const ITEM_LABEL = LIMITS.buttonText - 2
/** A row of buttons stays small enough to leave room for the text that it goes with. */
const ROW_BYTES = 4_000

export function slackBlocks(block: Block): SlackBlock[] {
  switch (block.kind) {
    case 'text':
      return textBlocks(block.text)
    case 'section':
      return textBlocks([bold(block.title), '\n', ...block.text])
    case 'fields':
      return textBlocks(joinTexts(block.fields.map(fieldLine), '\n'))
    case 'bullets':
      return listBlocks(block.items, 'bullet', 0)
    case 'numbered':
      return listBlocks(block.items, 'ordered', (block.first ?? 1) - 1)
    case 'quote':
      return splitText(block.text, PIECE_LIMIT).map((text) =>
        richText({ type: 'rich_text_quote', elements: richElements(text) }),
      )
    case 'table':
      return tableBlocks(block.head, block.rows) ?? listOfRows(block.head, block.rows)
    case 'checklist':
      return checklistBlocks(block)
    case 'buttons':
      break
  }
  return buttonRows(block.buttons)
}

export function textBlocks(content: Text): SlackBlock[] {
  return splitText(content, PIECE_LIMIT)
    .map(section)
    .flatMap((paragraph) => (paragraph === undefined ? [] : [richText(paragraph)]))
}

function fieldLine({ label, value }: { label: string; value: Text }): Text {
  return [bold(label), ' : ', ...value]
}

/** Items gathered in lists that fit in a block; what a long one has too much follows as text. */
function listBlocks(
  items: readonly Text[],
  style: 'bullet' | 'ordered',
  offset: number,
): SlackBlock[] {
  const blocks: SlackBlock[] = []
  let list: types.RichTextSection[] = []
  let size = 0
  let first = offset
  const close = (next: number) => {
    if (list.length > 0) {
      const numbering = style === 'ordered' && first > 0 ? { offset: first } : {}
      blocks.push(richText({ type: 'rich_text_list', style, elements: list, ...numbering }))
    }
    list = []
    size = 0
    first = next
  }
  for (const [index, item] of items.entries()) {
    const [start = [' '], ...rest] = splitText(item, PIECE_LIMIT)
    const shown = section(start)
    if (shown === undefined) continue
    const cost = JSON.stringify(shown).length
    if (size + cost > PIECE_LIMIT * 1.5) close(offset + index)
    list.push(shown)
    size += cost
    if (rest.length === 0) continue
    close(offset + index + 1)
    blocks.push(...rest.flatMap(textBlocks))
  }
  close(offset)
  return blocks
}

/** A table that Slack's own cannot hold, one row after another. */
function listOfRows(head: readonly string[], rows: readonly (readonly Text[])[]): SlackBlock[] {
  return rows.flatMap((cells) => {
    const fields = cells.map((value, i) => fieldLine({ label: head[i] ?? '', value }))
    return textBlocks(joinTexts(fields, '\n'))
  })
}

function checklistBlocks({
  items,
  action,
  args,
}: Extract<Block, { kind: 'checklist' }>): SlackBlock[] {
  const buttons = items.map((item): Button => ({
    label: boxed(item),
    action,
    args: { ...args, item: item.id },
  }))
  // The buttons say it all, unless a label is too long for one.
  const inFull = items.every(({ label }) => !isTooLong(label, ITEM_LABEL))
  const lines = inFull
    ? []
    : textBlocks(
        joinTexts(
          items.map((item) => [boxed(item)]),
          '\n',
        ),
      )
  return [...lines, ...buttonRows(buttons)]
}

function boxed({ done, label }: ChecklistItem): string {
  return `${done ? '☑' : '☐'} ${label}`
}

function buttonRows(buttons: readonly Button[]): SlackBlock[] {
  const rows: types.Button[][] = []
  let size = ROW_BYTES
  for (const button of buttons.map(slackButton)) {
    size += JSON.stringify(button).length
    const isFull = (rows.at(-1)?.length ?? 0) >= LIMITS.actionsElements
    if (size > ROW_BYTES || isFull) {
      rows.push([])
      size = JSON.stringify(button).length
    }
    rows.at(-1)?.push(button)
  }
  return rows.map((elements) => ({ type: 'actions', elements }))
}
