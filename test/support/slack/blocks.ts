/** What a message says, checked as Slack checks it. */
import { z } from 'zod'

import { faultsOfMessage } from '../../chat/slack/support/block-kit.ts'
import { refuse, type Call } from './call.ts'

const list = z.array(z.record(z.string(), z.unknown()))

/** The blocks of a message; refuses those that Slack would not take. */
export function checkedBlocks(given: unknown): z.infer<typeof list> {
  const blocks = list.safeParse(given).data
  if (blocks === undefined) return refuse('invalid_blocks_format')
  const faults = faultsOfMessage(blocks)
  if (faults.some((fault) => fault.includes('msg_blocks_too_long'))) refuse('msg_blocks_too_long')
  if (faults.length > 0) refuse('invalid_blocks', ...faults.map((fault) => `[ERROR] ${fault}`))
  return blocks
}

const metadata = z.strictObject({
  event_type: z.string().regex(/^[a-z][a-z0-9_.]{0,254}$/iu),
  event_payload: z.record(
    z.string(),
    z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.array(z.unknown()),
      z.record(z.string(), z.unknown()),
    ]),
  ),
})
const METADATA_BYTES = 8_000

/** What an app keeps with its message; undefined when it takes that away. */
export function checkedMetadata(given: unknown): object | undefined {
  const found = z.record(z.string(), z.unknown()).safeParse(given).data
  if (found === undefined) return refuse('invalid_metadata_format')
  if (Object.keys(found).length === 0) return undefined
  if (!metadata.safeParse(found).success) refuse('invalid_metadata_schema')
  if (JSON.stringify(found).length > METADATA_BYTES) refuse('metadata_too_large')
  return found
}

/** Slack cuts off what is longer. */
const LONGEST_TEXT = 40_000

/** Text and blocks of a call; refuses a message that says nothing. */
export function saidIn(call: Call): { text: string; blocks: z.infer<typeof list> } {
  const blocks = call.has('blocks') ? checkedBlocks(call.json('blocks')) : []
  const text = call.text('text')
  if (text.trim() === '' && blocks.length === 0) refuse('no_text')
  return { text: text.slice(0, LONGEST_TEXT), blocks }
}
