/** The state that a dialog carries through the person's screen, and the values that come back. */
import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import type { Form, Values } from '../port.ts'
import { clean } from '../clean.ts'
import { optionElement, PLACEHOLDER_ELEMENT, shape, shapeOf, type Shape } from './dialog.ts'
import { proof, sameText } from '../signing.ts'

const VALID_FOR_MS = 24 * 60 * 60 * 1000

const dialogState = z.object({
  form: z.string(),
  args: z.record(z.string(), z.string()),
  nonce: z.string(),
  person: z.string(),
  channel: z.string(),
  team: z.string().optional(),
  direct: z.boolean(),
  thread: z.string().exactOptional(),
  until: z.number(),
  shape,
})
export type DialogState = z.infer<typeof dialogState>

/** Who opens a form, and where. */
interface Opening {
  readonly person: string
  readonly channel: string
  readonly team: string | undefined
  readonly direct: boolean
  readonly thread?: string | undefined
}

/** The state of a new dialog: readable by the person, but not forgeable. */
export function makeState(secret: string, form: Form, opening: Opening, now: number): string {
  const state: DialogState = {
    form: form.form,
    args: { ...form.args },
    nonce: randomUUID(),
    person: opening.person,
    channel: opening.channel,
    ...(opening.team === undefined ? {} : { team: opening.team }),
    direct: opening.direct,
    ...(opening.thread === undefined ? {} : { thread: opening.thread }),
    until: now + VALID_FOR_MS,
    shape: shapeOf(form),
  }
  const body = Buffer.from(JSON.stringify(state)).toString('base64url')
  return `${body}.${proof(secret, 'dialog', body)}`
}

/** The state that this bot made; undefined when forged or damaged. */
export function checkedState(secret: string, received: string): DialogState | undefined {
  const [body = '', key = ''] = received.split('.')
  if (!sameText(key, proof(secret, 'dialog', body))) return undefined
  return dialogState.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
}

export function isExpired(state: DialogState, now: number): boolean {
  return now > state.until
}

type Submission = Readonly<Record<string, unknown>>

/** Values by field: trimmed, boxes gathered by field, nothing for what was left empty. */
export function toValues(submission: Submission, { several, oneLine }: Shape): Values {
  const boxes = new Set(
    Object.entries(several).flatMap(([field, options]) =>
      options.map((option) => optionElement(field, option)),
    ),
  )
  const typed = Object.entries(submission).flatMap(([name, value]) => {
    if (boxes.has(name) || name === PLACEHOLDER_ELEMENT) return []
    const kept = oneValue(value, oneLine.includes(name))
    return kept === undefined ? [] : [[name, kept] as const]
  })
  const ticked = Object.entries(several).map(
    ([field, options]) =>
      [
        field,
        options.filter((option) => isTicked(submission[optionElement(field, option)])),
      ] as const,
  )
  return Object.fromEntries<string | boolean | readonly string[]>([...typed, ...ticked])
}

function oneValue(value: unknown, oneLine: boolean): string | boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  const text = clean(value).trim()
  if (text === '') return undefined
  return oneLine ? text.replace(/\s+/gu, ' ') : text
}

function isTicked(value: unknown): boolean {
  return value === true || value === 'true'
}

/** Errors by element: an error on a field of boxes shows on its first box. */
export function elementErrors(
  fields: Readonly<Record<string, string>>,
  { several }: Shape,
): Record<string, string> {
  const entries = Object.entries(fields).map(([field, message]): [string, string] => {
    const first = several[field]?.[0]
    return [first === undefined ? field : optionElement(field, first), message]
  })
  return Object.fromEntries(entries)
}
