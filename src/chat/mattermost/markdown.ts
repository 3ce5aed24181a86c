/** From platform-neutral text to Mattermost's Markdown. */
import { plain, type Inline, type Text } from '../text.ts'
import {
  escapeAddress,
  escapeEmphasised,
  escapeLabel,
  escapeMarkdown,
  INVISIBLE,
} from './escape.ts'

/** The username of a person, when the directory knows it. */
export type Usernames = (person: string) => string | undefined

export function toMarkdown(content: Text, usernames: Usernames): string {
  const parts = joinStrings(content)
  const dollars = plain(content).split('$').length - 1
  return parts.reduce<string>((written, part) => {
    const next = oneInline(part, usernames)
    // Two dollars on a line would be read as a formula.
    const safe = dollars > 1 && !isCode(part) ? next.replaceAll('$', '&#36;') : next
    return written + glue(written, safe) + safe
  }, '')
}

function isCode(part: Inline): boolean {
  return typeof part === 'object' && part.kind === 'code'
}

/** Neighbouring strings are one: `'@'` then `'all'` must not become a mention. */
function joinStrings(content: Text): Inline[] {
  return content.reduce<Inline[]>((joined, part) => {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') {
      return [...joined.slice(0, -1), last + part]
    }
    joined.push(part)
    return joined
  }, [])
}

function oneInline(part: Inline, usernames: Usernames): string {
  if (typeof part === 'string') return escapeMarkdown(part)
  switch (part.kind) {
    case 'bold':
      return wrap('**', part.text)
    case 'italic':
      return wrap('*', part.text)
    case 'code':
      return inlineCode(part.text)
    case 'link':
      return inlineLink(part.url, part.label)
    case 'person':
      break
  }
  const username = usernames(part.person)
  return username === undefined ? 'une personne inconnue' : `@${username}`
}

function wrap(mark: string, typed: string): string {
  const inner = escapeEmphasised(typed)
  return inner === '' ? '' : mark + inner + mark
}

/** Keeps two neighbours from being read as one mark, one image or one longer username. */
function glue(before: string, after: string): string {
  const marks = before.endsWith('*') && after.startsWith('*')
  const image = before.endsWith('!') && after.startsWith('[')
  const ticks = before.endsWith('`') && after.startsWith('`')
  const name = /(?:^|[\s(])@[a-z0-9._-]+$/iu.test(before) && /^[a-z0-9._-]/iu.test(after)
  const word = /[\w@]$/u.test(before) && /^@[a-z]/iu.test(after)
  return marks || image || ticks || name || word ? INVISIBLE : ''
}

function inlineCode(typed: string): string {
  const inner = typed.replace(/\s+/gu, ' ').trim()
  if (inner === '') return ''
  // A table's bars win over code marks in the web client.
  if (inner.includes('|')) return escapeMarkdown(inner)
  const runs = inner.match(/`+/gu) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : ''
  return fence + pad + inner + pad + fence
}

function inlineLink(url: string, label: string): string {
  const target = safeTarget(url)
  if (target === undefined) return escapeMarkdown(label === url ? label : `${label} (${url})`)
  const words = label === url ? '' : escapeLabel(label)
  return `[${words || escapeAddress(url)}](${target})`
}

const LINKED_SCHEMES = new Set(['http:', 'https:', 'mailto:'])

/** The address as it can stand between brackets; undefined for anything but web and mail. */
function safeTarget(url: string): string | undefined {
  const parsed = URL.parse(url)
  if (parsed === null || !LINKED_SCHEMES.has(parsed.protocol)) return undefined
  return parsed.href.replace(
    /[\s()<>[\]\\|`*"']/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
