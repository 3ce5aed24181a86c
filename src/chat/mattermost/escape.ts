/**
 * Shows what people typed as they typed it. Mattermost has three readers of Markdown (web, mobile,
 * server), which agree on backslashes only for some signs: the others are disarmed by a zero-width
 * space, which all three take for an ordinary character and nobody sees.
 */
import { clean } from '../clean.ts'

/** A zero-width space: breaks `@all`, `:smile:`, `https://` and the like without being seen. */
export const INVISIBLE = '\u200b'

/** Takes their power from mentions, links, hashtags and emoji, for places that show plain text. */
export function disarm(typed: string): string {
  return clean(typed)
    .replace(/[@#~<&](?=\S)/gu, `$&${INVISIBLE}`)
    .replace(/[@<](?=$)/gu, `$&${INVISIBLE}`)
    .replace(/:(?=\S)(?!(?<=\d:)\d\d(?![\w:]))/gu, `:${INVISIBLE}`)
    .replace(/;(?=-?\))/gu, `;${INVISIBLE}`)
    .replace(/(?<![a-z0-9])x(?=-d(?![a-z0-9]))/giu, `$&${INVISIBLE}`)
    .replace(/www(?=\d{0,3}\.)/giu, `$&${INVISIBLE}`)
    .replace(/(?<=\.\p{L}{2,4})\//gu, `${INVISIBLE}/`)
}

/** Nothing below would change these, and most of what is shown is made of them. */
const HARMLESS = /^(?! )[\p{L}\p{N} ,'’«»·]*$/u

/** The Markdown that shows `typed` as it is, whatever it holds, anywhere in a line. */
export function escapeMarkdown(typed: string): string {
  if (HARMLESS.test(typed)) return typed
  const signs = disarm(typed.replace(/\\(?![\p{L}\p{N}])/gu, `\\${INVISIBLE}`))
    .replace(/[*`[\]|]/gu, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gu, '\\_')
  const lines = signs.split('\n')
  return lines.map((line, i) => escapeLine(i < lines.length - 1 ? line.trimEnd() : line)).join('\n')
}

const BLOCK_MARK = /^\s*(?:[-+](?:\s|$)|[=-][=\s-]*$|>|#{1,6}(?:\s|$)|\d{1,9}[.)](?:\s|$))/u
const INDENTED_CODE = /^(?:\s{4}|\s*\t)/u

/** Headings, lists, quotes, rules and indented code start a line; a hidden sign comes before them. */
function escapeLine(line: string): string {
  return BLOCK_MARK.test(line) || INDENTED_CODE.test(line) ? INVISIBLE + line : line
}

/** For what stands between emphasis marks: one line, with no mark of its own that could close them. */
export function escapeEmphasised(typed: string): string {
  const inner = escapeMarkdown(typed.replace(/\s+/gu, ' ').trim())
    .replaceAll('\\*', '&#42;')
    .replaceAll('\\_', '&#95;')
  if (inner === '') return ''
  // Marks open and close only beside a letter; the hidden sign counts as one.
  const before = /^[\p{L}\p{N}]/u.test(inner) ? '' : INVISIBLE
  const after = /[\p{L}\p{N}]$/u.test(inner) ? '' : INVISIBLE
  return before + inner + after
}

/** For a link's label, where even an escaped bracket confuses Mattermost's web client. */
export function escapeLabel(typed: string): string {
  return escapeMarkdown(typed.replace(/\s+/gu, ' ').trim())
    .replaceAll('\\[', '&#91;')
    .replaceAll('\\]', '&#93;')
}

/** Signs that no reader takes for a mention, a hashtag or an emoji, in an address. */
const COPYABLE = /^https?:\/\/(?:[\w./%?=&;+,-]|(?<=\w)#|:\d)+$/u
const EMOTICON = /(?<![a-z0-9])x-d(?![a-z0-9])/iu

/**
 * An address as the label of its own link. Inside a link no reader looks for another: nothing hidden is
 * needed, and what is copied leads somewhere. One that holds a sign of another kind is disarmed.
 */
export function escapeAddress(url: string): string {
  if (!COPYABLE.test(url) || EMOTICON.test(url)) return escapeLabel(url)
  return url.replaceAll('&', '&#38;').replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gu, '\\_')
}
