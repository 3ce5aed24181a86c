// @ts-check
/**
 * @typedef {object} Item
 * @property {string} key What the item is; stays the same when it changes.
 * @property {readonly unknown[]} version Whatever it is drawn from; compared one by one.
 * @property {() => HTMLElement} make
 */

/** @type {WeakMap<Element, Item>} */
const drawn = new WeakMap()

/**
 * Makes the children of `parent` those of `items`, in order, keeping the elements whose version is
 * unchanged, so that focus, scroll and pictures survive a redraw.
 * @param {HTMLElement} parent
 * @param {readonly Item[]} items
 */
export function syncChildren(parent, items) {
  /** @type {Map<string, HTMLElement>} */
  const before = new Map()
  for (const child of parent.children) {
    const item = drawn.get(child)
    if (item && child instanceof HTMLElement) before.set(item.key, child)
  }
  const focus = focusWithin(parent)
  const wanted = items.map((item) => reuse(before.get(item.key), item))
  const kept = new Set(wanted)
  for (const child of Array.from(parent.children)) {
    if (!(child instanceof HTMLElement) || !kept.has(child)) child.remove()
  }
  wanted.forEach((element, i) => {
    const there = parent.children[i]
    if (there !== element) parent.insertBefore(element, there ?? null)
  })
  if (focus && !parent.contains(document.activeElement)) restoreFocus(parent, focus)
}

/**
 * @param {HTMLElement | undefined} old
 * @param {Item} item
 */
function reuse(old, item) {
  const known = old && drawn.get(old)
  if (old && known && sameVersion(known.version, item.version)) return old
  const element = item.make()
  drawn.set(element, item)
  return element
}

/**
 * @param {readonly unknown[]} a
 * @param {readonly unknown[]} b
 */
function sameVersion(a, b) {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]))
}

/**
 * The name of the control that has the focus, when it stands inside `parent`.
 * @param {HTMLElement} parent
 */
function focusWithin(parent) {
  const active = document.activeElement
  return active instanceof HTMLElement && parent.contains(active)
    ? active.dataset['focus']
    : undefined
}

/**
 * @param {HTMLElement} parent
 * @param {string} name
 */
function restoreFocus(parent, name) {
  for (const element of parent.querySelectorAll('[data-focus]')) {
    if (element instanceof HTMLElement && element.dataset['focus'] === name) element.focus()
  }
}
