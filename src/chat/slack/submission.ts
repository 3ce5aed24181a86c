/** What a modal carries while it is open, and the values that come back. */
import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { clean } from '../clean.ts'
import type { Form, Values } from '../port.ts'
import { ELEMENT } from './modal.ts'

const metadata = z.object({
  form: z.string(),
  args: z.record(z.string(), z.string()),
  /** Tells this opening of the form from any other. */
  nonce: z.string(),
  channel: z.string(),
  team: z.string().optional(),
  direct: z.boolean(),
  thread: z.string().exactOptional(),
})
export type Metadata = z.infer<typeof metadata>

interface Opening {
  readonly channel: string
  readonly team?: string
  readonly direct: boolean
  readonly thread?: string
}

/** Kept by Slack with the view: its reader can read it, and only Slack can give it back. */
export function makeMetadata(form: Form, { channel, team, direct, thread }: Opening): string {
  const kept: Metadata = {
    form: form.form,
    args: { ...form.args },
    nonce: randomUUID(),
    channel,
    ...(team === undefined ? {} : { team }),
    direct,
    ...(thread === undefined ? {} : { thread }),
  }
  return JSON.stringify(kept)
}

export function readMetadata(received: string): Metadata | undefined {
  try {
    return metadata.safeParse(JSON.parse(received)).data
  } catch {
    return undefined
  }
}

const option = z.object({ value: z.string() })
const elementState = z.discriminatedUnion('type', [
  z.object({ type: z.literal('plain_text_input'), value: z.string().nullish() }),
  z.object({ type: z.literal('radio_buttons'), selected_option: option.nullish() }),
  z.object({ type: z.literal('static_select'), selected_option: option.nullish() }),
  z.object({ type: z.literal('checkboxes'), selected_options: z.array(option).default([]) }),
  z.object({
    type: z.literal('multi_static_select'),
    selected_options: z.array(option).default([]),
  }),
  z.object({ type: z.literal('users_select'), selected_user: z.string().nullish() }),
])
const inputElement = z.looseObject({ type: z.string(), options: z.array(option).default([]) })
const inputBlock = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  element: inputElement,
})
type InputBlock = z.infer<typeof inputBlock>

/** The state of a view when it is sent: by block, then by element. */
const state = z.record(z.string(), z.record(z.string(), z.unknown()))

export interface SubmittedView {
  readonly blocks: readonly unknown[]
  readonly state: { readonly values: unknown }
}

/** Values by field: trimmed, nothing for what was left empty, boxes in the order they were shown. */
export function toValues(view: SubmittedView): Values {
  const sent = state.parse(view.state.values)
  const values = inputsOf(view).flatMap((block): [string, Values[string]][] => {
    const value = valueOf(block, sent[block.block_id]?.[ELEMENT])
    return value === undefined ? [] : [[block.block_id, value]]
  })
  return Object.fromEntries(values)
}

/** The names of a view's fields, in order. */
export function inputsOf(view: Pick<SubmittedView, 'blocks'>): InputBlock[] {
  return view.blocks.flatMap((block) => inputBlock.safeParse(block).data ?? [])
}

function valueOf({ element }: InputBlock, sent: unknown): Values[string] | undefined {
  const parsed = elementState.safeParse(sent).data
  switch (parsed?.type) {
    case 'plain_text_input':
      return clean(parsed.value ?? '').trim() || undefined
    case 'radio_buttons':
    case 'static_select':
      return parsed.selected_option?.value
    case 'users_select':
      return parsed.selected_user ?? undefined
    case 'checkboxes':
    case 'multi_static_select':
      return ticked(element, parsed.selected_options)
    case undefined:
      return element.type === 'checkboxes' ? ticked(element, []) : undefined
  }
}

/** A single box called `true` is a yes or no. */
function ticked(
  element: InputBlock['element'],
  chosen: readonly { value: string }[],
): boolean | readonly string[] {
  const values = chosen.map(({ value }) => value)
  const order = element.options.map(({ value }) => value)
  if (order.length === 1 && order[0] === 'true') return values.includes('true')
  if (order.length === 0) return values
  return order.filter((value) => values.includes(value))
}
