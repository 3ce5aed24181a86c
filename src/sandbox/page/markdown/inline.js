// @ts-check
/** @import { Inline } from './tree.d.ts' */
/** @import { Delimiter, Token } from './emphasis.js' */
import { nestEmphasis } from './emphasis.js'
import { matchAutolink, matchLink } from './links.js'

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
])

/**
 * Reads the Markdown inside a paragraph, as Mattermost does: line ends are kept, and anything that
 * is not understood stays the text it was.
 * @param {string} source
 * @param {boolean} [insideLink] Links do not nest.
 * @returns {Inline[]}
 */
export function parseInline(source, insideLink = false) {
  /** @type {Token[]} */
  const tokens = []
  let text = ''
  let at = 0
  const flush = () => {
    if (text !== '') tokens.push({ kind: 'text', text })
    text = ''
  }
  while (at < source.length) {
    const found = tokenAt(source, at, insideLink)
    if (found === undefined) {
      text += source.charAt(at)
      at += 1
    } else if (typeof found.token === 'string') {
      text += found.token
      at = found.end
    } else {
      flush()
      tokens.push(found.token)
      at = found.end
    }
  }
  flush()
  return nestEmphasis(tokens)
}

/**
 * @param {string} source
 * @param {number} at
 * @param {boolean} insideLink
 * @returns {{ token: Token | string, end: number } | undefined} Nothing when it is plain text.
 */
function tokenAt(source, at, insideLink) {
  switch (source.charAt(at)) {
    case '\n':
      return { token: { kind: 'break' }, end: at + 1 }
    case '\\':
      return matchEscape(source, at)
    case '&':
      return matchEntity(source, at)
    case '`':
      return matchCode(source, at)
    case '*':
    case '_':
    case '~':
      return matchDelimiter(source, at)
    case '@':
      return matchMention(source, at)
    case '!':
      return insideLink ? undefined : linkToken(matchLink(source, at, 1))
    case '[':
      return insideLink ? undefined : linkToken(matchLink(source, at, 0))
    case '<':
    case 'h':
      return insideLink ? undefined : linkToken(matchAutolink(source, at))
    default:
      return undefined
  }
}

/** @param {{ href: string, label: string, plain: boolean, end: number } | undefined} found */
function linkToken(found) {
  if (!found) return undefined
  const { href, label, plain, end } = found
  /** @type {Inline[]} */
  const children = plain ? [{ kind: 'text', text: label }] : parseInline(label, true)
  return { token: /** @type {Token} */ ({ kind: 'link', href, children }), end }
}

/**
 * @param {string} source
 * @param {number} at
 */
function matchEscape(source, at) {
  const next = source[at + 1]
  if (next === '\n') return { token: /** @type {Token} */ ({ kind: 'break' }), end: at + 2 }
  return next !== undefined && /[!-/:-@[-`{-~]/.test(next)
    ? { token: next, end: at + 2 }
    : undefined
}

/**
 * @param {string} source
 * @param {number} at
 */
function matchEntity(source, at) {
  const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/iy
  entity.lastIndex = at
  const found = entity.exec(source)
  if (!found) return undefined
  const [whole, decimal, hex, name = ''] = found
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
  const character = code === undefined ? named.get(name) : characterOf(code)
  return character === undefined ? undefined : { token: character, end: at + whole.length }
}

/** @param {number} code */
function characterOf(code) {
  return code === 0 || code > 0x10_ff_ff ? '\uFFFD' : String.fromCodePoint(code)
}

/**
 * @param {string} source
 * @param {number} at
 */
function matchCode(source, at) {
  const run = /`+/y
  run.lastIndex = at
  const fence = run.exec(source)?.[0] ?? '`'
  const after = at + fence.length
  for (const closing of source.slice(after).matchAll(/`+/g)) {
    if (closing[0].length !== fence.length) continue
    const text = source.slice(after, after + closing.index).replaceAll('\n', ' ')
    const padded = text.startsWith(' ') && text.endsWith(' ') && text.trim() !== ''
    const end = after + closing.index + fence.length
    return {
      token: /** @type {Token} */ ({ kind: 'code', text: padded ? text.slice(1, -1) : text }),
      end,
    }
  }
  return { token: fence, end: after }
}

/**
 * A mention starts a word: the `@` of an e-mail address is none.
 * @param {string} source
 * @param {number} at
 */
function matchMention(source, at) {
  if (/[\p{L}\p{N}]/u.test(source[at - 1] ?? '')) return undefined
  const mention = /@([a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?)/iy
  mention.lastIndex = at
  const found = mention.exec(source)
  if (!found) return undefined
  const name = (found[1] ?? '').toLowerCase()
  return { token: /** @type {Token} */ ({ kind: 'mention', name }), end: at + found[0].length }
}

/**
 * A run of `*`, `_` or `~~`, with what it may do given its neighbours (CommonMark, "flanking").
 * @param {string} source
 * @param {number} at
 * @returns {{ token: Delimiter | string, end: number }}
 */
function matchDelimiter(source, at) {
  const character = source.charAt(at)
  let end = at
  while (source[end] === character) end += 1
  const run = source.slice(at, end)
  if (character === '~' && run.length !== 2) return { token: run, end }
  const before = source[at - 1] ?? ' '
  const after = source[end] ?? ' '
  const left = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before))
  const right = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after))
  const wordly = character === '_'
  const opens = left && (!wordly || !right || isMark(before))
  const closes = right && (!wordly || !left || isMark(after))
  return { token: { kind: 'delimiter', character, length: run.length, opens, closes }, end }
}

/** @param {string} character */
const isSpace = (character) => /\s/.test(character)

/** @param {string} character */
const isMark = (character) => /[\p{P}\p{S}]/u.test(character)
