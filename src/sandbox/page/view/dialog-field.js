// @ts-check
/** @import { DialogElement, DialogValue, Session } from '../types.d.ts' */
/**
 * What a person fills in.
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {() => DialogValue} value `null` when left empty.
 * @property {() => void} focus
 * @property {HTMLElement} [input] What the label and the error belong to; absent for groups.
 */
/**
 * @typedef {object} Field
 * @property {string} name
 * @property {HTMLElement} element
 * @property {() => DialogValue} value
 * @property {() => string | undefined} problem What is wrong with it, in a sentence.
 * @property {(sentence: string) => void} refuse
 * @property {() => void} focus
 */
import { renderLine } from '../markdown/render.js'
import { freshId, h } from '../ui/dom.js'
import { createBox, createChoices, createMenu, createText } from './dialog-controls.js'
import { problemWith } from './dialog-problems.js'
import { createPicker } from './picker.js'
import { nameOf } from '../chat/people.js'
import { isDirect } from '../chat/unread.js'

/**
 * One field of a dialog, with its label, help and error.
 * @param {Session} session
 * @param {DialogElement} element
 * @returns {Field}
 */
export function createField(session, element) {
  const { name, display_name: title, help_text: help, optional, type } = element
  const control = createControl(session, element)
  const helpId = freshId('help')
  const errorId = freshId('error')
  const error = h('p', {
    class: 'refusal',
    id: errorId,
    role: 'alert',
    'data-testid': `error-${name}`,
  })
  const target = control.input ?? control.element
  target.setAttribute('aria-describedby', help ? `${helpId} ${errorId}` : errorId)
  const label = [
    title,
    optional && type !== 'bool' && h('span', { class: 'quiet' }, ' (facultatif)'),
  ]
  const helpLine =
    help &&
    h(
      'p',
      { class: 'help', id: helpId },
      renderLine(help, () => undefined),
    )
  // A box without words of its own is named by the field: no need to read it twice.
  const ownText = type !== 'bool' || Boolean(element.placeholder)
  const attributes = { class: 'field', 'data-testid': `field-${name}` }
  const whole = control.input
    ? h(
        'div',
        attributes,
        h('label', { for: control.input.id }, ...label),
        helpLine,
        control.element,
        error,
      )
    : h(
        'fieldset',
        attributes,
        h('legend', { class: ownText ? undefined : 'unseen' }, ...label),
        helpLine,
        control.element,
        error,
      )
  /** @param {string} sentence */
  const refuse = (sentence) => {
    error.textContent = sentence
    target.setAttribute('aria-invalid', String(sentence !== ''))
  }
  whole.addEventListener('input', () => refuse(''))
  return {
    name,
    element: whole,
    value: control.value,
    problem: () => problemWith(element, control.value()),
    refuse,
    focus: control.focus,
  }
}

/**
 * @param {Session} session
 * @param {DialogElement} element
 * @returns {Control}
 */
function createControl(session, element) {
  const { type, data_source: source, multiselect, options } = element
  if (type === 'bool') return createBox(element)
  if (type === 'radio') return createChoices(element, options ?? [], 'radio')
  if (type !== 'select') return createText(element)
  const choices = source ? optionsFrom(session, source) : (options ?? [])
  if (multiselect) return createChoices(element, choices, 'checkbox')
  return source ? createPicker(element, choices) : createMenu(element, choices)
}

/**
 * The people or channels one may choose from.
 * @param {Session} session
 * @param {string} source
 */
function optionsFrom(session, source) {
  if (source === 'channels') {
    return [...session.channels.values()]
      .filter((channel) => !isDirect(channel))
      .map((channel) => ({ text: channel.display_name, value: channel.id }))
  }
  return [...session.users.values()]
    .filter((user) => !user.delete_at)
    .map((user) => ({ text: `${nameOf(user)} (@${user.username})`, value: user.id }))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'fr'))
}
