// @ts-check
/** @import { ActionOption, DialogElement } from '../types.d.ts' */
/** @import { Control } from './dialog-field.js' */
import { freshId, h } from '../ui/dom.js'

/**
 * Chooses one of many by typing a part of its name (a combobox with a list).
 * @param {DialogElement} element
 * @param {readonly ActionOption[]} options
 * @returns {Control}
 */
export function createPicker(element, options) {
  const listId = freshId('list')
  const input = h('input', {
    class: 'input',
    type: 'text',
    id: freshId('field'),
    name: element.name,
    role: 'combobox',
    autocomplete: 'off',
    placeholder: element.placeholder || 'Tape un nom',
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    'aria-expanded': 'false',
    'aria-required': String(!element.optional),
  })
  const list = h('div', { class: 'picker-list', role: 'listbox', id: listId, hidden: true })
  /** @type {readonly ActionOption[]} */
  let offered = []
  let active = 0
  let chosen = options.find((option) => option.value === element.default)
  input.value = chosen?.text ?? ''

  const close = () => {
    offered = []
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  /** @param {ActionOption} option */
  const take = (option) => {
    chosen = option
    input.value = option.text
    close()
  }

  const draw = () => {
    list.replaceChildren(
      ...offered.map((option, i) => {
        const selected = String(i === active)
        const line = h(
          'div',
          { role: 'option', class: 'option', id: `${listId}-${i}`, 'aria-selected': selected },
          option.text,
        )
        // Before the input loses the focus.
        line.addEventListener('pointerdown', (event) => {
          event.preventDefault()
          take(option)
        })
        return line
      }),
    )
    list.hidden = offered.length === 0
    input.setAttribute('aria-expanded', String(offered.length > 0))
    if (offered.length > 0) input.setAttribute('aria-activedescendant', `${listId}-${active}`)
    list.children[active]?.scrollIntoView({ block: 'nearest' })
  }

  const offer = () => {
    const wanted = folded(chosen?.text === input.value ? '' : input.value)
    offered = options.filter((option) => folded(option.text).includes(wanted))
    active = Math.max(0, chosen ? offered.indexOf(chosen) : 0)
    draw()
  }

  input.addEventListener('input', () => {
    chosen = options.find((option) => folded(option.text) === folded(input.value))
    offer()
  })
  input.addEventListener('click', offer)
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    const option = offered[active]
    if (!option) {
      if (event.key === 'ArrowDown') offer()
      return
    }
    if (event.key === 'ArrowDown') active = (active + 1) % offered.length
    else if (event.key === 'ArrowUp') active = (active + offered.length - 1) % offered.length
    else if (event.key === 'Enter') take(option)
    else if (event.key === 'Escape') close()
    else return
    if (event.key.startsWith('Arrow')) draw()
    event.preventDefault()
    // Escape closes the list only, not the dialog around it.
    event.stopPropagation()
  })

  return {
    element: h('div', { class: 'picker' }, input, list),
    input,
    value: () => chosen?.value ?? null,
    focus: () => input.focus(),
  }
}

/**
 * Without case or accents, which nobody should need to type.
 * @param {string} text
 */
const folded = (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
