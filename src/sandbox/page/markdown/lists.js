// @ts-check
/** @typedef {{ start: number | undefined, items: string[][], end: number }} FoundList */

/** @param {string} line */
const markerOf = (line) => /^( {0,3})([-*+]|\d{1,9}[.)])(?: +(?=\S)|\s*$)/.exec(line)

/** @param {string} line */
export const startsList = (line) => markerOf(line) !== null

/** @param {string | undefined} line */
export const isBlank = (line) => line === undefined || line.trim() === ''

/**
 * The list at `at`: the lines of each item, freed of marker and indentation.
 * @param {readonly string[]} lines
 * @param {number} at
 * @param {(at: number) => boolean} interrupts Tells whether a line begins a block of its own.
 * @returns {FoundList}
 */
export function splitList(lines, at, interrupts) {
  const kind = kindOf(lines[at] ?? '')
  const number = Number.parseInt(markerOf(lines[at] ?? '')?.[2] ?? '', 10)
  /** @type {string[][]} */
  const items = []
  let next = at
  while (next < lines.length && kindOf(lines[next] ?? '') === kind) {
    const end = endOfItem(lines, next, interrupts)
    items.push(itemLines(lines, next, end))
    next = end
    // A blank line between two items keeps them in one list.
    let following = end
    while (following < lines.length && isBlank(lines[following])) following += 1
    if (kindOf(lines[following] ?? '') === kind) next = following
  }
  return { start: Number.isNaN(number) ? undefined : number, items, end: next }
}

/**
 * The character that tells one list from another: the bullet, or what follows the number.
 * @param {string} line
 */
function kindOf(line) {
  return markerOf(line)?.[2]?.slice(-1)
}

/**
 * An item goes on with indented lines, and with lines that carry on its paragraph.
 * @param {readonly string[]} lines
 * @param {number} at
 * @param {(at: number) => boolean} interrupts
 */
function endOfItem(lines, at, interrupts) {
  const indent = indentOf(lines[at] ?? '') + 2
  let end = at + 1
  while (end < lines.length) {
    const line = lines[end] ?? ''
    const inside = !isBlank(line) && indentOf(line) >= indent
    const carriesOn = !isBlank(line) && !isBlank(lines[end - 1]) && !interrupts(end)
    const gap =
      isBlank(line) && !isBlank(lines[end + 1]) && indentOf(lines[end + 1] ?? '') >= indent
    if (!inside && !carriesOn && !gap) break
    end += 1
  }
  return end
}

/**
 * The item's lines without its marker and without the indentation that the marker gave them.
 * @param {readonly string[]} lines
 * @param {number} at
 * @param {number} end
 */
function itemLines(lines, at, end) {
  const first = lines[at] ?? ''
  const width = markerOf(first)?.[0].length ?? 0
  const boxed = first
    .slice(width)
    .replace(/^\[ \] /, '☐ ')
    .replace(/^\[[xX]\] /, '☑ ')
  const rest = lines.slice(at + 1, end)
  return [boxed, ...rest.map((line) => line.slice(Math.min(indentOf(line), width)))]
}

/** @param {string} line */
const indentOf = (line) => line.length - line.trimStart().length
