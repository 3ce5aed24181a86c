/** Buttons and inputs of blocks: what can be pressed, and what a filled-in view sends. */
import { z } from 'zod'

import type { Block } from './view-check.ts'
import type { View } from './views.ts'

export interface PressedButton {
  /** Its label as it is read. */
  readonly text: string
  readonly blockId: string
  readonly json: Block
}

const button = z.looseObject({ type: z.literal('button'), text: z.object({ text: z.string() }) })

export function buttonsIn(blocks: readonly Block[]): PressedButton[] {
  return blocks.flatMap((block) => {
    if (block['type'] !== 'actions') return []
    const blockId = String(block['block_id'])
    return z
      .array(button)
      .parse(block['elements'])
      .map((json) => ({
        text: unescaped(json.text.text),
        blockId,
        json,
      }))
  })
}

export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** What somebody fills in, by block: words, the value of a choice, values of boxes, or a person's id. */
export type Filled = Readonly<Record<string, string | readonly string[]>>

const option = z.looseObject({ value: z.string() })
const element = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  options: z.array(option).optional(),
  option_groups: z.array(z.object({ options: z.array(option) })).optional(),
  initial_value: z.string().optional(),
  initial_option: option.optional(),
  initial_options: z.array(option).optional(),
  initial_user: z.string().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
})
type Element = z.infer<typeof element>
const input = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  optional: z.boolean(),
  element,
})
export type Input = z.infer<typeof input>

/** The inputs of a view, in order. */
export function inputsOf({ blocks }: Pick<View, 'blocks'>): Input[] {
  return blocks.flatMap((block) => (block['type'] === 'input' ? [input.parse(block)] : []))
}

export interface Sent {
  /** As Slack gives it to the app: by block, then by element. */
  readonly state: Readonly<Record<string, Readonly<Record<string, Block>>>>
  /** What Slack itself finds missing or too long, by block. Nothing is sent then. */
  readonly errors: Readonly<Record<string, string>>
}

/** A view with these values: what is not filled in stays as the view shows it. */
export function filledIn(view: View, filled: Filled): Sent {
  const inputs = inputsOf(view)
  for (const name of Object.keys(filled)) {
    if (!inputs.some((one) => one.block_id === name)) throw new Error(`no field « ${name} »`)
  }
  const sent = inputs.map((one) => [one, stateOf(one.element, filled[one.block_id])] as const)
  return {
    state: Object.fromEntries(
      sent.map(([{ block_id: id, element: of }, state]) => [
        id,
        { [of.action_id]: { type: of.type, ...state } },
      ]),
    ),
    errors: Object.fromEntries(
      sent.flatMap(([one, state]) => {
        const fault = faultOf(one, Object.values(state)[0])
        return fault === undefined ? [] : [[one.block_id, fault]]
      }),
    ),
  }
}

function stateOf(of: Element, filled: string | readonly string[] | undefined): Block {
  switch (of.type) {
    case 'plain_text_input':
      return { value: (filled ?? of.initial_value) || null }
    case 'users_select':
      return { selected_user: filled ?? of.initial_user ?? null }
    case 'radio_buttons':
    case 'static_select':
      return {
        selected_option: filled === undefined ? (of.initial_option ?? null) : chosen(of, filled),
      }
    case 'checkboxes':
    case 'multi_static_select':
      return {
        selected_options:
          filled === undefined
            ? (of.initial_options ?? [])
            : boxes(filled).map((value) => chosen(of, value)),
      }
    default:
      throw new Error(`an input that nobody fills in: ${of.type}`)
  }
}

function boxes(filled: string | readonly string[]): readonly string[] {
  return typeof filled === 'string' ? [filled] : filled
}

function chosen(of: Element, value: string | readonly string[]) {
  const groups = (of.option_groups ?? []).flatMap(({ options }) => options)
  const found = [...(of.options ?? []), ...groups].find((one) => one.value === value)
  if (found === undefined) throw new Error(`no such choice: ${String(value)}`)
  return found
}

function faultOf({ optional, element: of }: Input, value: unknown): string | undefined {
  const isEmpty = value === null || (Array.isArray(value) && value.length === 0)
  if (isEmpty) return optional ? undefined : 'Please complete this required field.'
  if (of.type !== 'plain_text_input' || typeof value !== 'string') return undefined
  const { length } = value
  if (length > (of.max_length ?? 3_000)) return 'Please shorten your response.'
  return length < (of.min_length ?? 0) ? 'Please lengthen your response.' : undefined
}
