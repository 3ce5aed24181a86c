/** A form as a Slack modal. */
import type { types } from '@slack/bolt'

import { clean } from '../clean.ts'
import type { Field, Form, Option } from '../port.ts'
import { bold, text, type Text } from '../text.ts'
import { textBlocks } from './blocks.ts'
import { LIMITS, VIEW_BYTES } from './limits.ts'
import { isTooLong, plainText } from './plain-text.ts'

/** More than a modal can show: a page of ours has room for it. */
export class FormTooLargeError extends Error {
  override readonly name = 'FormTooLargeError'
}

/** The name of every form's view for Slack; what it is about is in its metadata. */
const FORM_VIEW = 'form'
/** Blocks hold one element each, so its name says nothing more. */
export const ELEMENT = 'value'
const RADIO_OPTIONS = 5

/** The view of a form; `metadata` comes back with it. Throws `FormTooLargeError`. */
export function formView(form: Form, metadata: string): types.ModalView {
  const view: types.ModalView = {
    type: 'modal',
    callback_id: FORM_VIEW,
    private_metadata: metadata,
    title: plainText(form.title, LIMITS.viewTitle),
    submit: plainText(form.submit, LIMITS.viewButton),
    close: plainText('Annuler', LIMITS.viewButton),
    blocks: [
      ...introBlocks(form),
      ...form.fields.flatMap((field, i) => fieldBlocks(form, field, i)),
    ],
  }
  // Slack refuses a view without blocks, and a block without words.
  if (view.blocks.length === 0) view.blocks = textBlocks([clean(form.title).trim() || '–'])
  const isTooLarge =
    view.blocks.length > LIMITS.viewBlocks ||
    metadata.length > LIMITS.viewMetadata ||
    Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES
  if (isTooLarge) throw new FormTooLargeError(form.form)
  return view
}

/** A view that only says something, with nothing to send. */
export function sayingView(title: string, ...says: readonly Text[]): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'saying',
    title: plainText(title, LIMITS.viewTitle),
    close: plainText('Fermer', LIMITS.viewButton),
    blocks: says.flatMap((one) => textBlocks(one)),
  }
}

function introBlocks({ title, intro = [] }: Form): types.KnownBlock[] {
  const whole = isTooLong(title, LIMITS.viewTitle) ? textBlocks([bold(title)]) : []
  return [...whole, ...textBlocks(intro)]
}

function fieldBlocks(form: Form, field: Field, index: number): types.KnownBlock[] {
  // A choice between nothing is refused: it is named, and whoever takes the form says what is missing.
  if ('options' in field && field.options.length === 0) return textBlocks([bold(field.label)])
  const startsGroup = field.group !== undefined && field.group !== form.fields[index - 1]?.group
  return [
    ...(startsGroup ? textBlocks([bold(field.group)]) : []),
    ...longOptions(field),
    inputBlock(field),
  ]
}

function inputBlock(field: Field): types.InputBlock {
  const ticked = field.kind === 'several' || field.kind === 'boolean'
  const hint = field.help?.trim()
  return {
    type: 'input',
    block_id: field.name,
    label: plainText(field.label, LIMITS.inputLabel),
    // Boxes left unticked are an answer, which Slack sends only when it is optional.
    optional: ticked || field.optional === true,
    element: { ...element(field), action_id: ELEMENT },
    ...(hint ? { hint: plainText(hint, LIMITS.inputHint) } : {}),
  }
}

function element(field: Field): types.InputBlock['element'] {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return textInput(field)
    case 'choice':
      return choice(field)
    case 'several':
      return several(field)
    case 'person':
      return {
        type: 'users_select',
        ...(field.value === undefined ? {} : { initial_user: field.value }),
      }
    case 'boolean':
      break
  }
  const yes = optionOf({ value: 'true', label: 'Oui' })
  return {
    type: 'checkboxes',
    options: [yes],
    ...(field.value === true ? { initial_options: [yes] } : {}),
  }
}

type TextField = Extract<Field, { kind: 'text' | 'long-text' }>

function textInput(field: TextField): types.PlainTextInput {
  const { value, placeholder, maxLength = LIMITS.plainTextInput } = field
  if ((value?.length ?? 0) > LIMITS.plainTextInput) throw new FormTooLargeError(field.name)
  return {
    type: 'plain_text_input',
    multiline: field.kind === 'long-text',
    // A limit lowered since must not make the value typed before impossible to send again.
    max_length: Math.max(Math.min(maxLength, LIMITS.plainTextInput), value?.length ?? 0),
    ...(value ? { initial_value: value } : {}),
    ...(placeholder ? { placeholder: plainText(placeholder, LIMITS.selectPlaceholder) } : {}),
  }
}

function choice(field: Extract<Field, { kind: 'choice' }>): types.InputBlock['element'] {
  const options = field.options.map(optionOf)
  const initial = options[field.options.findIndex(({ value }) => value === field.value)]
  const chosen = initial === undefined ? {} : { initial_option: initial }
  const isShort = field.options.length <= RADIO_OPTIONS && field.optional !== true
  if (isShort) return { type: 'radio_buttons', options, ...chosen }
  return { type: 'static_select', ...choices(options), ...chosen }
}

function several(field: Extract<Field, { kind: 'several' }>): types.InputBlock['element'] {
  const options = field.options.map(optionOf)
  const initial = options.filter((_, i) => field.values?.includes(field.options[i]?.value ?? ''))
  const ticked = initial.length === 0 ? {} : { initial_options: initial }
  if (options.length <= LIMITS.checkboxes) return { type: 'checkboxes', options, ...ticked }
  return { type: 'multi_static_select', ...choices(options), ...ticked }
}

function optionOf({ value, label }: Option): types.PlainTextOption {
  if (value.length > LIMITS.optionValue) throw new FormTooLargeError('option')
  return { value, text: plainText(label, LIMITS.optionText) }
}

/** Up to a hundred options as they are, more in groups of a hundred. */
function choices(options: types.PlainTextOption[]) {
  if (options.length <= LIMITS.selectOptions) return { options }
  const size = LIMITS.optionGroupOptions
  const count = Math.ceil(options.length / size)
  if (count > LIMITS.selectGroups) throw new FormTooLargeError('options')
  const groups = Array.from({ length: count }, (_, i) => {
    const some = options.slice(i * size, (i + 1) * size)
    const label = plainText(`${i * size + 1} à ${i * size + some.length}`, LIMITS.optionGroupLabel)
    return { label, options: some }
  })
  return { option_groups: groups }
}

/** Options too long for their box, in full above it. */
function longOptions(field: Field): types.KnownBlock[] {
  if (field.kind !== 'choice' && field.kind !== 'several') return []
  const long = field.options.filter(({ label }) => isTooLong(label, LIMITS.optionText))
  return long.flatMap(({ label }) => textBlocks(text`${bold('•')} ${label}`))
}
