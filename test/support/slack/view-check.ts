/** Views, checked and completed as Slack does before it shows them. */
import { z } from 'zod'

import { faultsOfView } from '../../chat/slack/support/block-kit.ts'
import { refuse } from './call.ts'
import { named } from './messages.ts'
import type { State } from './state.ts'

const block = z.record(z.string(), z.unknown())
const sent = z.looseObject({
  type: z.string(),
  blocks: z.array(block),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  external_id: z.string().default(''),
  title: z.unknown().optional(),
  submit: z.unknown().optional(),
  close: z.unknown().optional(),
})
export type CheckedView = z.infer<typeof sent>
export type Block = z.infer<typeof block>

const VIEW_BYTES = 250_000

/** A view as Slack keeps it: complete, every block with a name. */
export function checkView(state: State, given: unknown, type: string): CheckedView {
  const parsed = sent.safeParse(given).data
  if (parsed === undefined) return refuse('invalid_arguments', '[ERROR] not a view')
  if (Buffer.byteLength(JSON.stringify(given)) > VIEW_BYTES) return refuse('view_too_large')
  const faults = [
    ...faultsOfView(given),
    ...(parsed.type === type ? [] : [`type must be ${type}`]),
    ...parsed.blocks.flatMap((one) => strangersIn(state, one)),
  ]
  if (faults.length > 0) return refuse('invalid_arguments', ...faults.map((f) => `[ERROR] ${f}`))
  return { ...parsed, blocks: named(parsed.blocks).map(completed) }
}

/** Only members of the workspace can be chosen beforehand. */
function strangersIn({ users }: State, { element }: Block): string[] {
  const chosen = block.safeParse(element).data?.['initial_user']
  if (chosen === undefined) return []
  return typeof chosen === 'string' && users.has(chosen) ? [] : ['invalid initial_user']
}

/** What Slack adds to an input that does not say it. */
function completed(one: Block): Block {
  if (one['type'] !== 'input') return one
  const element = block.parse(one['element'])
  const isText = element['type'] === 'plain_text_input'
  const onEnter = { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } }
  return {
    optional: false,
    dispatch_action: false,
    ...one,
    element: { ...(isText ? onEnter : {}), ...element },
  }
}
