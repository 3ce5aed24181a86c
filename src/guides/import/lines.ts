/** Running text as the lines that a reader sees, each with its place in the source. */
import type { Nodes } from 'hast'

export interface Line {
  readonly text: string
  /** Lines of the source, from 1. */
  readonly at: readonly number[]
  /** All of it is so. */
  readonly bold: boolean
  readonly italic: boolean
  /** The bold words that it starts with. */
  readonly lead: string
  /** It starts with a dash or a bullet, which is not part of `text`. */
  readonly bullet: boolean
}

/** Where reading is in the source: nodes made of raw HTML do not all carry their position. */
export interface Cursor {
  line: number
  /** The words read so far, by line. */
  readonly words: Map<number, Set<string>>
}

export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Starts a line of its own even where Markdown sees the same paragraph go on. */
const OWN_LINE = /^\s*(?:\{%|[-–—•]\s)/

interface Style {
  readonly bold: boolean
  readonly italic: boolean
}

interface OpenLine {
  text: string
  at: Set<number>
  letters: number
  boldLetters: number
  italicLetters: number
  lead: string
}

/** The lines of inline nodes: cut at breaks and blocks, marks and tags taken away. */
export function readLines(nodes: readonly Nodes[], cursor: Cursor): readonly Line[] {
  const lines: OpenLine[] = [open()]
  for (const node of nodes) collect(node, { bold: false, italic: false }, lines, cursor)
  return lines.map(close).filter(({ text }) => text !== '')
}

function open(): OpenLine {
  return { text: '', at: new Set(), letters: 0, boldLetters: 0, italicLetters: 0, lead: '' }
}

const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'tr', 'blockquote', 'h1', 'h2', 'h3', 'h4'])

function collect(node: Nodes, style: Style, lines: OpenLine[], cursor: Cursor): void {
  moveTo(node, cursor)
  if (node.type === 'text') return addText(node.value, style, lines, cursor)
  if (node.type !== 'element') return
  const { tagName, properties, children } = node
  if (tagName === 'br') return void lines.push(open())
  if (tagName === 'img') return addText(` ${properties['alt'] ?? ''} `, style, lines, cursor)
  const block = BLOCKS.has(tagName)
  if (block) lines.push(open())
  if (tagName === 'li') addText('- ', { bold: false, italic: false }, lines, cursor)
  const inner = {
    bold: style.bold || tagName === 'strong' || tagName === 'b' || /^h\d$/.test(tagName),
    italic: style.italic || tagName === 'em' || tagName === 'i',
  }
  const before = lines.at(-1)?.text.length ?? 0
  for (const child of children) collect(child, inner, lines, cursor)
  if (tagName === 'a') {
    const address = addressOf(properties['href'], lines.at(-1)?.text.slice(before) ?? '')
    if (address !== '') addText(` (${address})`, inner, lines, cursor)
  }
  if (block) lines.push(open())
}

export function moveTo(node: Nodes, cursor: Cursor): void {
  // Text that raw HTML lets through has an empty position: its line is that of the cursor.
  const line: number | undefined = node.position?.start?.line
  if (line !== undefined) cursor.line = line
}

function addText(value: string, style: Style, lines: OpenLine[], cursor: Cursor): void {
  for (const [index, part] of value.split('\n').entries()) {
    if (index > 0) {
      cursor.line += 1
      const isDirective = /^\s*\{%.*%\}\s*$/.test(lines.at(-1)?.text ?? '')
      if (OWN_LINE.test(part) || isDirective) lines.push(open())
    }
    const line = lines.at(-1)
    if (line === undefined) continue
    line.text += index > 0 ? ` ${part}` : part
    const letters = part.replaceAll(/[^\p{L}\p{N}]/gu, '').length
    if (letters === 0) continue
    if (style.bold && line.letters === line.boldLetters) line.lead += part
    line.at.add(cursor.line)
    line.letters += letters
    if (style.bold) line.boldLetters += letters
    if (style.italic) line.italicLetters += letters
    const known = cursor.words.get(cursor.line) ?? new Set()
    cursor.words.set(cursor.line, known)
    for (const word of wordsIn(part)) known.add(word)
  }
}

const BULLET = /^(?:[-–—•▪◦‣]\s+|\*\s+)/

function close(line: OpenLine): Line {
  const clean = line.text.replaceAll(/[ \t\n]+/g, ' ').trim()
  const text = clean.replace(BULLET, '')
  return {
    text: /[\p{L}\p{N}\p{Extended_Pictographic}{]/u.test(text) ? text : '',
    at: [...line.at],
    bold: line.letters > 0 && line.boldLetters === line.letters,
    italic: line.letters > 0 && line.italicLetters === line.letters,
    lead: line.lead.replaceAll(/\s+/g, ' ').trim(),
    bullet: text !== clean,
  }
}

/** The address of a link, unless its words already say it or it leads within the page. */
function addressOf(href: unknown, words: string): string {
  if (typeof href !== 'string' || href === '' || href.startsWith('#')) return ''
  return bare(href) === bare(words) || words.trim() === '' ? '' : href
}

function bare(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:)/, '')
    .replace(/\/$/, '')
}
