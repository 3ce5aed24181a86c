/** A form as a Mattermost dialog, with only the elements that 10.11 knows. */
import { z } from 'zod'

import type { Field, Form, Option } from '../port.ts'
import { bold, text, type Text } from '../text.ts'
import { clean } from '../clean.ts'
import {
  byteLength,
  DIALOG_HELP_BYTES,
  DIALOG_LABEL_BYTES,
  shorten,
  TEXT_LIMIT,
  TEXTAREA_LIMIT,
} from './limits.ts'
import { toMarkdown, type Usernames } from './markdown.ts'

interface DialogElement {
  readonly type: 'text' | 'textarea' | 'select' | 'bool' | 'radio'
  readonly name: string
  readonly display_name: string
  readonly optional: boolean
  readonly default?: string
  readonly placeholder?: string
  readonly help_text?: string
  readonly max_length?: number
  readonly data_source?: 'users'
  readonly options?: readonly { readonly text: string; readonly value: string }[]
}

export interface Dialog {
  readonly callback_id: string
  readonly title: string
  readonly introduction_text: string
  readonly elements: readonly DialogElement[]
  readonly submit_label: string
  readonly notify_on_cancel: boolean
  readonly state: string
}

/** What is needed to put the values back together; it travels in the dialog's signed state. */
export const shape = z.object({
  /** Fields shown as one box per option, with their options in order. */
  several: z.record(z.string(), z.array(z.string())),
  /** Fields of one line that only a larger box could hold. */
  oneLine: z.array(z.string()),
})
export type Shape = z.infer<typeof shape>

/** A value that the form already holds is longer than any Mattermost box. */
export class FormTooLongError extends Error {
  override readonly name = 'FormTooLongError'
}

/** A dialog without elements fails on mobile: this box stands in for one and is never read. */
export const PLACEHOLDER_ELEMENT = 'seen'
const RADIO_OPTIONS = 5
const SUBMIT_BYTES = 24

export function toDialog(form: Form, state: string, usernames: Usernames): Dialog {
  const elements = form.fields.flatMap(toElements)
  const intro = [...(form.intro === undefined ? [] : [form.intro]), ...whatDidNotFit(form)]
  return {
    callback_id: form.form,
    title: shorten(clean(form.title), DIALOG_LABEL_BYTES),
    introduction_text: intro.map((part) => toMarkdown(part, usernames)).join('\n\n'),
    elements: elements.length > 0 ? elements : [placeholder],
    submit_label: shorten(clean(form.submit), SUBMIT_BYTES),
    notify_on_cancel: false,
    state,
  }
}

const placeholder: DialogElement = {
  type: 'bool',
  name: PLACEHOLDER_ELEMENT,
  display_name: 'Confirmation',
  placeholder: 'J’ai bien lu (facultatif)',
  optional: true,
}

export function shapeOf(form: Form): Shape {
  const several = form.fields.flatMap((field) =>
    field.kind === 'several'
      ? [[field.name, field.options.map(({ value }) => value)] as const]
      : [],
  )
  const oneLine = form.fields.filter((field) => field.kind === 'text' && !fitsOneLine(field))
  return { several: Object.fromEntries(several), oneLine: oneLine.map(({ name }) => name) }
}

export function optionElement(field: string, option: string): string {
  return `${field}__${option}`
}

function toElements(field: Field): DialogElement[] {
  const common = {
    name: field.name,
    display_name: shorten(clean(field.label), DIALOG_LABEL_BYTES),
    optional: field.optional === true,
    ...present('help_text', field.help, DIALOG_HELP_BYTES),
  }
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return [{ ...common, ...textBox(field) }]
    case 'choice':
      return [
        {
          ...common,
          type:
            field.optional !== true && field.options.length <= RADIO_OPTIONS ? 'radio' : 'select',
          options: field.options.map(({ value, label }) => ({ text: clean(label), value })),
          ...present('default', field.value),
        },
      ]
    case 'several':
      return field.options.map((option, i) => severalBox(field, option, i))
    case 'person':
      return [
        { ...common, type: 'select', data_source: 'users', ...present('default', field.value) },
      ]
    case 'boolean':
      break
  }
  // An unticked box is an answer, which Mattermost accepts only from an optional element.
  const box = { placeholder: shorten(clean(field.label), DIALOG_HELP_BYTES), optional: true }
  return [{ ...common, type: 'bool', ...box, default: String(field.value === true) }]
}

type TextField = Extract<Field, { kind: 'text' | 'long-text' }>

function textBox(field: TextField): Omit<DialogElement, 'name' | 'display_name' | 'optional'> {
  const oneLine = field.kind === 'text' && fitsOneLine(field)
  const most = oneLine ? TEXT_LIMIT : TEXTAREA_LIMIT
  if ((field.value?.length ?? 0) > TEXTAREA_LIMIT) throw new FormTooLongError(field.label)
  return {
    type: oneLine ? 'text' : 'textarea',
    // A limit lowered since must not make the value typed before impossible to send again.
    max_length: Math.max(Math.min(field.maxLength ?? most, most), field.value?.length ?? 0),
    ...present('default', field.value),
    ...present('placeholder', field.placeholder, DIALOG_HELP_BYTES),
  }
}

/** Mattermost's one-line box stops at 150 characters: a longer text takes the large one. */
function fitsOneLine(field: TextField): boolean {
  return Math.max(field.maxLength ?? 0, field.value?.length ?? 0) <= TEXT_LIMIT
}

function severalBox(
  field: Extract<Field, { kind: 'several' }>,
  option: Option,
  index: number,
): DialogElement {
  return {
    type: 'bool',
    name: optionElement(field.name, option.value),
    display_name: shorten(clean(field.label), DIALOG_LABEL_BYTES),
    placeholder: shorten(clean(option.label), DIALOG_HELP_BYTES),
    optional: true,
    default: String(field.values?.includes(option.value) === true),
    ...(index === 0 ? present('help_text', field.help, DIALOG_HELP_BYTES) : {}),
  }
}

function present(
  key: 'help_text' | 'placeholder' | 'default',
  value: string | undefined,
  bytes?: number,
): Partial<Pick<DialogElement, typeof key>> {
  if (value === undefined || value === '') return {}
  return { [key]: bytes === undefined ? value : shorten(clean(value), bytes) }
}

/** Titles, labels and helps that had to be shortened, in full, so that nothing is lost. */
function whatDidNotFit(form: Form): Text[] {
  const title = tooLong(form.title, DIALOG_LABEL_BYTES) ? [[bold(form.title)]] : []
  return [...title, ...form.fields.flatMap(fieldOverflow)]
}

function fieldOverflow(field: Field): Text[] {
  const label = tooLong(field.label, DIALOG_LABEL_BYTES)
  const help = field.help !== undefined && tooLong(field.help, DIALOG_HELP_BYTES)
  const hint = placeholderOf(field)
  const options = field.kind === 'several' ? field.options : []
  const lines: Text[] = []
  if (label || help) {
    const shown: Text = [bold(field.label)]
    lines.push(help ? text`${shown} : ${field.help}` : shown)
  }
  if (hint !== undefined && tooLong(hint, DIALOG_HELP_BYTES)) {
    lines.push(text`${bold(field.label)} : ${hint}`)
  }
  for (const option of options) {
    if (tooLong(option.label, DIALOG_HELP_BYTES)) lines.push([`☐ ${option.label}`])
  }
  return lines
}

function placeholderOf(field: Field): string | undefined {
  return field.kind === 'text' || field.kind === 'long-text' ? field.placeholder : undefined
}

function tooLong(written: string, bytes: number): boolean {
  return byteLength(written) > bytes
}
