// @ts-check
/** @import { ActionOption, DialogElement } from '../types.d.ts' */
/** @import { Control } from './dialog-field.js' */
import { freshId, h } from '../ui/dom.js'

const keyboards = new Map([
  ['number', 'decimal'],
  ['email', 'email'],
  ['tel', 'tel'],
  ['url', 'url'],
])

/**
 * A line of text, or several. Mattermost's own limits apply when the dialog gives none.
 * @param {DialogElement} element
 * @returns {Control}
 */
export function createText(element) {
  const { type, subtype = '', default: initial = '', max_length: max } = element
  const several = type === 'textarea'
  const attributes = {
    class: 'input',
    id: freshId('field'),
    name: element.name,
    placeholder: element.placeholder || undefined,
    maxlength: String(max || (several ? 3000 : 150)),
    'aria-required': String(!element.optional),
    autocomplete: 'off',
  }
  const input = several
    ? h('textarea', { ...attributes, rows: '4' })
    : h('input', {
        ...attributes,
        type: subtype === 'password' ? 'password' : 'text',
        inputmode: keyboards.get(subtype),
      })
  input.value = initial
  return {
    element: input,
    input,
    // Like Mattermost: never touched is null, emptied is empty.
    value: () => (input.value === '' && initial === '' ? null : input.value),
    focus: () => input.focus(),
  }
}

/**
 * @param {DialogElement} element
 * @param {readonly ActionOption[]} options
 * @returns {Control}
 */
export function createMenu(element, options) {
  const input = h(
    'select',
    {
      class: 'input',
      id: freshId('field'),
      name: element.name,
      'aria-required': String(!element.optional),
    },
    h('option', { value: '' }, element.placeholder || 'Choisir'),
    ...options.map(({ text, value }) => h('option', { value }, text)),
  )
  input.value = element.default ?? ''
  if (input.selectedIndex < 0) input.value = ''
  return {
    element: input,
    input,
    value: () => input.value || null,
    focus: () => input.focus(),
  }
}

/**
 * One box to tick; its own text stands beside it, the field's name above.
 * @param {DialogElement} element
 * @returns {Control}
 */
export function createBox(element) {
  const input = h('input', { type: 'checkbox', name: element.name })
  input.checked = element.default === 'true'
  const text = element.placeholder || element.display_name
  return {
    element: h('label', { class: 'choice' }, input, h('span', {}, text)),
    value: () => input.checked,
    focus: () => input.focus(),
  }
}

/**
 * Several choices in sight: one of them (`radio`) or any number (`checkbox`).
 * @param {DialogElement} element
 * @param {readonly ActionOption[]} options
 * @param {'radio' | 'checkbox'} type
 * @returns {Control}
 */
export function createChoices(element, options, type) {
  const chosen = new Set((element.default ?? '').split(',').map((value) => value.trim()))
  const inputs = options.map(({ value }) => {
    const input = h('input', { type, name: element.name, value })
    input.checked = chosen.has(value)
    return input
  })
  const values = () => inputs.filter((input) => input.checked).map((input) => input.value)
  return {
    element: h(
      'div',
      { class: 'choices', role: type === 'radio' ? 'radiogroup' : 'group' },
      ...inputs.map((input, i) =>
        h('label', { class: 'choice' }, input, h('span', {}, options[i]?.text)),
      ),
    ),
    value: () => (type === 'radio' ? (values()[0] ?? null) : values()),
    focus: () => (inputs.find((input) => input.checked) ?? inputs[0])?.focus(),
  }
}
