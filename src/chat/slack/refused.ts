/** A view that was sent and comes back: with its errors, and with everything that was typed. */
import type { types } from '@slack/bolt'
import { z } from 'zod'

import type { Answer } from '../port.ts'
import { textBlocks } from './blocks.ts'
import { LIMITS } from './limits.ts'
import { ELEMENT } from './modal.ts'
import type { ViewRequest } from './requests.ts'
import { inputsOf } from './submission.ts'

type Invalid = Extract<Answer, { kind: 'invalid' }>
type SubmittedView = ViewRequest['view']

/** The notice in front of a refused form; a new one takes its place. */
const NOTICE = 'notice'

/**
 * Errors by field, when the view has these fields. Slack shows errors on fields or a changed view, not both:
 * what is said of the whole form comes before the first field's own error.
 */
export function fieldErrors(
  view: SubmittedView,
  { message, fields = {} }: Invalid,
): Record<string, string> | undefined {
  const names = new Set(inputsOf(view).map(({ block_id }) => block_id))
  const [first, ...rest] = Object.entries(fields).filter(([name]) => names.has(name))
  const isComplete = rest.length + 1 === Object.keys(fields).length
  if (first === undefined || !isComplete) return undefined
  const [name, error] = first
  return Object.fromEntries([
    [name, message === undefined ? error : `${message}\n${error}`],
    ...rest,
  ])
}

/** The view again, saying above the fields why it was refused. */
export function refusedView(view: SubmittedView, { message, fields = {} }: Invalid) {
  const lines = [message, ...Object.values(fields)].filter((line) => line !== undefined)
  const [notice] = textBlocks([lines.join('\n')])
  const kept = view.blocks.filter(({ block_id: id }) => id !== NOTICE)
  const blocks = [
    ...(notice === undefined ? [] : [{ ...notice, block_id: NOTICE }]),
    ...kept.map((block) => withWhatWasTyped(block, view.state.values)),
  ].slice(0, LIMITS.viewBlocks)
  const { callback_id, private_metadata, title, submit, close } = view
  const again = { type: 'modal', callback_id, private_metadata, title, submit, close, blocks }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Slack gave back of our own view
  return again as unknown as types.ModalView
}

/** What an input shows at first, by kind of input. */
const INITIAL = new Set(['initial_value', 'initial_option', 'initial_options', 'initial_user'])

const inputBlock = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  element: z.looseObject({ type: z.string() }),
})

/** Slack keeps what was typed in fields of the same name; saying it again costs nothing and is certain. */
function withWhatWasTyped(
  block: SubmittedView['blocks'][number],
  state: SubmittedView['state']['values'],
): object {
  const input = inputBlock.safeParse(block).data
  if (input === undefined) return block
  const element = Object.fromEntries(
    Object.entries(input.element).filter(([name]) => !INITIAL.has(name)),
  )
  const sent = state[input.block_id]?.[ELEMENT]
  return { ...block, element: { ...element, ...initialOf(sent) } }
}

const sentElement = z.object({
  value: z.string().nullish(),
  selected_option: z.looseObject({}).nullish(),
  selected_options: z.array(z.looseObject({})).nullish(),
  selected_user: z.string().nullish(),
})

function initialOf(sent: unknown): object {
  const found = sentElement.safeParse(sent).data ?? {}
  return {
    ...(found.value ? { initial_value: found.value } : {}),
    ...(found.selected_option ? { initial_option: found.selected_option } : {}),
    ...(found.selected_options?.length ? { initial_options: found.selected_options } : {}),
    ...(found.selected_user ? { initial_user: found.selected_user } : {}),
  }
}
