// @ts-check
/** @import { SlashCommand } from '../types.d.ts' */
import { freshId, h } from '../ui/dom.js'

/**
 * Offers the commands that start with what was typed, and recalls what may follow one.
 * @param {HTMLTextAreaElement} box
 * @param {() => readonly SlashCommand[]} commands
 */
export function createCompletion(box, commands) {
  const id = freshId('completion')
  const element = h('div', { class: 'completion', hidden: true })
  const list = h('div', { id, role: 'listbox', 'aria-label': 'Commandes' })
  // How the command goes on, once it is named: nothing to choose from, so not in the list.
  const reminder = h('p', { 'data-testid': 'usage' })
  element.append(list, reminder)
  box.setAttribute('aria-autocomplete', 'list')
  box.setAttribute('aria-controls', id)

  /** @type {readonly SlashCommand[]} */
  let offered = []
  let active = 0
  /** @type {((text: string) => void) | undefined} */
  let choose

  const close = () => {
    offered = []
    element.hidden = true
    box.removeAttribute('aria-activedescendant')
  }

  const draw = () => {
    reminder.replaceChildren()
    list.hidden = offered.length === 0
    list.replaceChildren(
      ...offered.map((command, i) => {
        const option = optionElement(command, `${id}-${i}`, i === active)
        // Before the box loses the focus.
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault()
          take(command)
        })
        return option
      }),
    )
    element.hidden = offered.length === 0
    if (offered.length > 0) box.setAttribute('aria-activedescendant', `${id}-${active}`)
    list.children[active]?.scrollIntoView({ block: 'nearest' })
  }

  const update = () => {
    const typed = box.value
    if (!typed.startsWith('/')) {
      close()
      return
    }
    const isNaming = !/\s/.test(typed)
    offered = isNaming ? startingWith(commands(), typed.slice(1)) : []
    active = 0
    draw()
    if (!isNaming) recall(typed)
  }

  /** @param {string} typed */
  const recall = (typed) => {
    const trigger = typed.slice(1).split(/\s/, 1)[0]
    const command = commands().find((known) => known.trigger === trigger)
    close()
    if (!command?.auto_complete_hint) return
    reminder.replaceChildren(usage(command))
    element.hidden = false
  }

  /** @param {SlashCommand} command */
  const take = (command) => {
    choose?.(`/${command.trigger} `)
  }

  /**
   * Deals with a key while commands are on offer.
   * @param {KeyboardEvent} event
   * @returns {boolean} True when the key has been dealt with.
   */
  const key = (event) => {
    const command = offered[active]
    if (!command) return false
    const isWhole = box.value === `/${command.trigger}`
    const takes = event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !isWhole)
    if (event.key === 'ArrowDown') active = (active + 1) % offered.length
    else if (event.key === 'ArrowUp') active = (active + offered.length - 1) % offered.length
    else if (event.key === 'Escape') close()
    else if (takes) take(command)
    else return false
    if (event.key.startsWith('Arrow')) draw()
    event.preventDefault()
    return true
  }

  box.addEventListener('blur', close)
  return {
    element,
    update,
    close,
    key,
    /** @param {(text: string) => void} use */
    onChoice: (use) => {
      choose = use
    },
  }
}

/**
 * @param {readonly SlashCommand[]} commands
 * @param {string} start
 */
function startingWith(commands, start) {
  return commands
    .filter(({ trigger, auto_complete }) => auto_complete !== false && trigger.startsWith(start))
    .toSorted((a, b) => a.trigger.localeCompare(b.trigger, 'fr'))
}

/**
 * @param {SlashCommand} command
 * @param {string} id
 * @param {boolean} selected
 */
function optionElement(command, id, selected) {
  return h(
    'div',
    { role: 'option', id, 'aria-selected': String(selected), class: 'option' },
    usage(command),
    command.auto_complete_desc && h('span', { class: 'quiet' }, command.auto_complete_desc),
  )
}

/** @param {SlashCommand} command */
const usage = ({ trigger, auto_complete_hint: hint }) =>
  h('span', { class: 'usage' }, h('strong', {}, `/${trigger}`), hint && ` ${hint}`)
