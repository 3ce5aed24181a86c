// @ts-check
/** @typedef {Node | string | null | undefined | false} Child */

/**
 * Creates an element. Attributes: a string is set, `true` is set empty, `false` and `undefined`
 * are left out. `on` holds event listeners. Text is always text: there is no way to pass markup.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | boolean | undefined>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children.filter(isShown))
  return element
}

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
function isShown(child) {
  return child !== null && child !== undefined && child !== false && child !== ''
}

/**
 * Creates a button that calls `press`.
 * @param {Record<string, string | boolean | undefined>} attributes
 * @param {() => void} press
 * @param {...Child} children
 */
export function button(attributes, press, ...children) {
  const element = h('button', { type: 'button', ...attributes }, ...children)
  element.addEventListener('click', press)
  return element
}

/**
 * The element with this id, of this kind; the page's own markup promises that it is there.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function byId(id, kind) {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`The page has no ${kind.name} called ${id}`)
  return element
}

let lastId = 0

/**
 * An id that nothing else on the page has, for labels and descriptions.
 * @param {string} prefix
 */
export function freshId(prefix) {
  lastId += 1
  return `${prefix}-${lastId}`
}
