/** A message as the Slack messages that show it: almost always one, more when it is too long for one. */
import { clean } from '../clean.ts'
import type { Message } from '../port.ts'
import { plain } from '../text.ts'
import { slackBlocks, textBlocks, type SlackBlock } from './blocks.ts'
import { FALLBACK_LIMIT, LIMITS, PART_BYTES, shorten } from './limits.ts'
import { escapeSigns } from './plain-text.ts'
import { isPerson } from './rich-text.ts'

/** What one Slack message shows. */
export interface Part {
  /** For notifications and screen readers: the headline alone, which names nothing sealed. */
  readonly text: string
  readonly blocks: readonly SlackBlock[]
}

export function renderMessage(message: Message): Part[] {
  const blocks = [
    ...textBlocks(message.headline),
    ...(message.blocks ?? []).flatMap((block) => slackBlocks(block)),
  ]
  const text = fallback(message)
  const parts = packed(blocks).map((some) => ({ text, blocks: some }))
  return parts.length === 0 ? [{ text, blocks: [] }] : parts
}

function fallback({ headline }: Message): string {
  const line = headline.map((part) => {
    if (typeof part === 'object' && isPerson(part)) return `<@${part.person}>`
    return escapeSigns(clean(plain([part])))
  })
  const whole = line.join('').trim()
  if (whole.length <= FALLBACK_LIMIT) return whole || '…'
  return escapeSigns(shorten(clean(plain(headline)), FALLBACK_LIMIT / 5))
}

/** Groups of blocks that fit in a message together, in order. */
function packed(
  blocks: readonly SlackBlock[],
  { bytes, count }: { bytes: number; count: number } = {
    bytes: PART_BYTES,
    count: LIMITS.messageBlocks,
  },
): SlackBlock[][] {
  const groups: SlackBlock[][] = []
  for (const unit of withTheirButtons(blocks)) {
    const last = groups.at(-1)
    if (last !== undefined && fits([...last, ...unit], bytes, count)) last.push(...unit)
    else if (fits(unit, bytes, count)) groups.push([...unit])
    else groups.push(...unit.map((block) => [block]))
  }
  return groups
}

/** Buttons stay under the words that they are about. */
function withTheirButtons(blocks: readonly SlackBlock[]): SlackBlock[][] {
  return blocks.reduce<SlackBlock[][]>((units, block) => {
    const last = units.at(-1)
    if (block.type === 'actions' && last?.length === 1) last.push(block)
    else units.push([block])
    return units
  }, [])
}

function fits(blocks: readonly SlackBlock[], bytes: number, count: number): boolean {
  const tables = blocks.filter(({ type }) => type === 'table').length
  const size = Buffer.byteLength(JSON.stringify(blocks))
  return blocks.length <= count && tables <= 1 && size <= bytes
}
