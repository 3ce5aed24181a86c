// @ts-check
/** @typedef {{ href: string, label: string, plain: boolean, end: number }} FoundLink */

const allowed = new Set(['http:', 'https:', 'mailto:'])
const longestLabel = 1000

/**
 * The address if a click on it is harmless, in the browser's own spelling; else nothing.
 * @param {string} address
 */
export function safeHref(address) {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  return allowed.has(url.protocol) ? url.href : undefined
}

/**
 * `[label](address "title")` at `at`, after `skip` characters (the `!` of a picture, which is shown
 * as a link: the page loads nothing from elsewhere).
 * @param {string} source
 * @param {number} at
 * @param {number} skip
 * @returns {FoundLink | undefined}
 */
export function matchLink(source, at, skip) {
  const start = at + skip
  if (source[start] !== '[') return undefined
  const close = closingBracket(source, start)
  if (close === undefined) return undefined
  const tail =
    /\(\s*(?:<([^<>\n]*)>|((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))+))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/y
  tail.lastIndex = close + 1
  const found = tail.exec(source)
  const href = found && safeHref(unescape(found[1] ?? found[2] ?? ''))
  if (!href) return undefined
  const label = source.slice(start + 1, close)
  return label === ''
    ? { href, label: href, plain: true, end: tail.lastIndex }
    : { href, label, plain: false, end: tail.lastIndex }
}

/**
 * `<https://…>` or a bare `https://…` that starts a word.
 * @param {string} source
 * @param {number} at
 * @returns {FoundLink | undefined}
 */
export function matchAutolink(source, at) {
  const angled = source[at] === '<'
  if (!angled && /[\p{L}\p{N}]/u.test(source[at - 1] ?? '')) return undefined
  const pattern = angled ? /<((?:https?:\/\/|mailto:)[^\s<>]+)>/y : /(https?:\/\/[^\s<>"`]+)/y
  pattern.lastIndex = at
  const found = pattern.exec(source)?.[1]
  if (found === undefined) return undefined
  const label = angled ? found : withoutTrailingMarks(found)
  const href = safeHref(label)
  return href ? { href, label, plain: true, end: at + label.length + (angled ? 2 : 0) } : undefined
}

/**
 * @param {string} source
 * @param {number} open
 */
function closingBracket(source, open) {
  let depth = 0
  for (let i = open; i < source.length && i - open < longestLabel; i += 1) {
    if (source[i] === '\\') i += 1
    else if (source[i] === '[') depth += 1
    else if (source[i] === ']') {
      depth -= 1
      if (depth === 0) return i
    }
  }
  return undefined
}

/**
 * A sentence's own punctuation is not part of the address at its end.
 * @param {string} address
 */
function withoutTrailingMarks(address) {
  let end = address.length
  while (end > 0) {
    const last = address.charAt(end - 1)
    const unopened = last === ')' && !address.slice(0, end).includes('(')
    if (!unopened && !/[.,;:!?'*_~\]\\»…]/.test(last)) break
    end -= 1
  }
  return address.slice(0, end)
}

/** @param {string} text */
const unescape = (text) => text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&')
