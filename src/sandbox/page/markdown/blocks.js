// @ts-check
/** @import { Block } from './tree.d.ts' */
import { parseInline } from './inline.js'
import { isBlank, splitList, startsList } from './lists.js'
import { matchTable, startsTable } from './tables.js'

/** Deeper quotes and lists are shown as typed. */
const deepest = 8

/**
 * Reads a message as Mattermost's Markdown: paragraphs, headings, code, quotes, lists, tables and
 * rules. Total: any text gives a tree, and none of its letters is taken for markup.
 * @param {string} source
 * @returns {Block[]}
 */
export function parseMarkdown(source) {
  return parseBlocks(source.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n'), 0)
}

/**
 * @param {readonly string[]} lines
 * @param {number} depth
 * @returns {Block[]}
 */
function parseBlocks(lines, depth) {
  /** @type {Block[]} */
  const blocks = []
  let at = 0
  while (at < lines.length) {
    if (isBlank(lines[at])) at += 1
    else {
      const found = matchBlock(lines, at, depth) ?? matchParagraph(lines, at, depth)
      blocks.push(found.block)
      at = found.end
    }
  }
  return blocks
}

/**
 * @param {readonly string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {{ block: Block, end: number } | undefined}
 */
function matchBlock(lines, at, depth) {
  const line = lines[at] ?? ''
  const heading = /^ {0,3}(#{1,6}) +(.*)$/.exec(line)
  if (heading) {
    const text = (heading[2] ?? '').trimEnd().replace(/ #+$/, '')
    const level = heading[1]?.length ?? 1
    return { block: { kind: 'heading', level, children: parseInline(text) }, end: at + 1 }
  }
  if (isRule(line)) return { block: { kind: 'rule' }, end: at + 1 }
  if (fenceOf(line)) return matchCode(lines, at)
  if (startsTable(lines, at)) return matchTable(lines, at)
  if (depth >= deepest) return undefined
  if (isQuote(line)) return matchQuote(lines, at, depth)
  return startsList(line) ? matchList(lines, at, depth) : undefined
}

/**
 * True where a block other than a paragraph begins, which ends the paragraph before it.
 * @param {readonly string[]} lines
 * @param {number} at
 * @param {number} depth
 */
function interrupts(lines, at, depth) {
  const line = lines[at] ?? ''
  const nests = depth < deepest && (isQuote(line) || startsList(line))
  return /^ {0,3}#{1,6} /.test(line) || isRule(line) || fenceOf(line) !== undefined || nests
    ? true
    : startsTable(lines, at)
}

/** @param {string} line */
const isRule = (line) => /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/.test(line)

/** @param {string} line */
const isQuote = (line) => /^ {0,3}>/.test(line)

/** @param {string} line */
const fenceOf = (line) => /^ {0,3}(`{3,}|~{3,})[^`]*$/.exec(line)?.[1]

/**
 * @param {readonly string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {{ block: Block, end: number }}
 */
function matchParagraph(lines, at, depth) {
  let end = at + 1
  while (end < lines.length && !isBlank(lines[end]) && !interrupts(lines, end, depth)) end += 1
  const text = lines.slice(at, end).map((line) => line.trim())
  return { block: { kind: 'paragraph', children: parseInline(text.join('\n')) }, end }
}

/**
 * @param {readonly string[]} lines
 * @param {number} at
 * @returns {{ block: Block, end: number }}
 */
function matchCode(lines, at) {
  const fence = fenceOf(lines[at] ?? '') ?? ''
  let end = at + 1
  while (end < lines.length && !closesFence(lines[end] ?? '', fence)) end += 1
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, end: end + 1 }
}

/**
 * @param {string} line
 * @param {string} fence
 */
function closesFence(line, fence) {
  const text = line.trim()
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length)
}

/**
 * @param {readonly string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {{ block: Block, end: number }}
 */
function matchQuote(lines, at, depth) {
  let end = at
  while (end < lines.length && continuesQuote(lines, end, depth)) end += 1
  const inside = lines.slice(at, end).map((line) => line.replace(/^ {0,3}> ?/, ''))
  return { block: { kind: 'quote', blocks: parseBlocks(inside, depth + 1) }, end }
}

/**
 * A line goes on with a quote when it has the mark, or when it carries on its last paragraph.
 * @param {readonly string[]} lines
 * @param {number} at
 * @param {number} depth
 */
function continuesQuote(lines, at, depth) {
  const line = lines[at] ?? ''
  const previous = (lines[at - 1] ?? '').replace(/^ {0,3}>/, '')
  return isQuote(line) || (!isBlank(line) && !isBlank(previous) && !interrupts(lines, at, depth))
}

/**
 * @param {readonly string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {{ block: Block, end: number }}
 */
function matchList(lines, at, depth) {
  const found = splitList(lines, at, (line) => interrupts(lines, line, depth))
  const items = found.items.map((inside) => parseBlocks(inside, depth + 1))
  const start = found.start === undefined ? {} : { start: found.start }
  return { block: { kind: 'list', ...start, items }, end: found.end }
}
