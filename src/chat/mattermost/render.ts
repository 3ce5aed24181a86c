/** A message as the posts that show it: almost always one, more when it is too long for one. */
import type { Message } from '../port.ts'
import type { Inline, Text } from '../text.ts'
import { blockPieces, textPieces, type Piece, type Rendering } from './blocks.ts'
import type { ActionButton } from './buttons.ts'
import { PART_LIMIT } from './limits.ts'

export interface Attachment {
  readonly text?: string
  readonly actions?: readonly ActionButton[]
}

/** The text and the attachments of one post. */
export interface Part {
  readonly message: string
  readonly attachments: readonly Attachment[]
}

export function renderMessage(message: Message, rendering: Rendering): Part[] {
  const pieces = [
    ...textPieces(message.headline, rendering),
    ...(message.blocks ?? []).flatMap((block) => blockPieces(block, rendering)),
  ].filter(({ markdown, actions }) => markdown !== '' || actions.length > 0)
  return packed(pieces).map(toPart)
}

/** Groups of pieces that fit in a post together, in order; at least one. */
function packed(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [[]]
  let size = 0
  for (const piece of pieces) {
    const cost = piece.markdown.length + 2
    if (size > 0 && size + cost > PART_LIMIT) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(piece)
    size += cost
  }
  return groups
}

/** What comes before the first buttons is the post's own text; the rest hangs under it. */
function toPart(pieces: readonly Piece[]): Part {
  const found = pieces.findIndex((piece) => piece.actions.length > 0)
  const first = found === -1 ? pieces.length : found
  const attachments: Attachment[] = []
  let text: string[] = []
  for (const { markdown, actions } of pieces.slice(first)) {
    if (markdown !== '') text.push(markdown)
    if (actions.length === 0) continue
    attachments.push({ ...written(text), actions })
    text = []
  }
  if (text.length > 0) attachments.push(written(text))
  const message = joined(pieces.slice(0, first).map(({ markdown }) => markdown))
  return { message, attachments }
}

function written(text: readonly string[]): Attachment {
  return text.length === 0 ? {} : { text: joined(text) }
}

function joined(markdown: readonly string[]): string {
  return markdown.join('\n\n')
}

/** Everyone whom a message mentions, so that their usernames can be looked up before rendering. */
export function mentioned(message: Message): string[] {
  const texts = [message.headline, ...(message.blocks ?? []).flatMap(textsOf)]
  return [...new Set(texts.flat().flatMap((part: Inline) => mentionOf(part)))]
}

export function mentionedIn(content: Text): string[] {
  return [...new Set(content.flatMap(mentionOf))]
}

function mentionOf(part: Inline): string[] {
  return typeof part === 'object' && part.kind === 'person' ? [part.person] : []
}

function textsOf(block: NonNullable<Message['blocks']>[number]): readonly Text[] {
  switch (block.kind) {
    case 'text':
    case 'section':
    case 'quote':
      return [block.text]
    case 'fields':
      return block.fields.map(({ value }) => value)
    case 'bullets':
    case 'numbered':
      return block.items
    case 'table':
      return block.rows.flat()
    case 'checklist':
    case 'buttons':
      break
  }
  return []
}
