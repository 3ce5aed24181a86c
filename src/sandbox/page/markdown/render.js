// @ts-check
/** @import { Block, Inline } from './tree.d.ts' */
/** @typedef {(name: string) => 'me' | 'other' | undefined} WhoIs Tells who a mention names, if anyone. */
import { h } from '../ui/dom.js'
import { parseMarkdown } from './blocks.js'
import { parseInline } from './inline.js'

/**
 * A message as elements. Built one by one from text, so a message cannot bring an element, an
 * attribute or a script of its own.
 * @param {string} source
 * @param {WhoIs} whoIs
 */
export function renderMarkdown(source, whoIs) {
  return h(
    'div',
    { class: 'markdown' },
    ...parseMarkdown(source).map((block) => blockElement(block, whoIs)),
  )
}

/**
 * One line of a message, without blocks.
 * @param {string} source
 * @param {WhoIs} whoIs
 */
export function renderLine(source, whoIs) {
  return h('span', { class: 'markdown' }, ...inlineNodes(parseInline(source), whoIs))
}

/**
 * @param {Block} block
 * @param {WhoIs} whoIs
 * @returns {HTMLElement}
 */
function blockElement(block, whoIs) {
  if (block.kind === 'paragraph') return h('p', {}, ...inlineNodes(block.children, whoIs))
  if (block.kind === 'heading') {
    return h(headingTag(block.level), {}, ...inlineNodes(block.children, whoIs))
  }
  if (block.kind === 'code') return h('pre', { tabindex: '0' }, h('code', {}, block.text))
  if (block.kind === 'quote') {
    return h('blockquote', {}, ...block.blocks.map((inner) => blockElement(inner, whoIs)))
  }
  if (block.kind === 'list') return listElement(block, whoIs)
  return block.kind === 'table' ? tableElement(block, whoIs) : h('hr')
}

/**
 * A message stands below the page's own headings.
 * @param {number} level
 */
function headingTag(level) {
  return level <= 1 ? 'h4' : level === 2 ? 'h5' : 'h6'
}

/**
 * @param {Block & { kind: 'list' }} list
 * @param {WhoIs} whoIs
 */
function listElement(list, whoIs) {
  const items = list.items.map((blocks) =>
    h('li', {}, ...blocks.map((block) => blockElement(block, whoIs))),
  )
  if (list.start === undefined) return h('ul', {}, ...items)
  return h('ol', { start: list.start === 1 ? undefined : String(list.start) }, ...items)
}

/**
 * @param {Block & { kind: 'table' }} table
 * @param {WhoIs} whoIs
 */
function tableElement(table, whoIs) {
  /**
   * @param {'th' | 'td'} tag
   * @param {readonly (readonly Inline[])[]} cells
   */
  const row = (tag, cells) =>
    h(
      'tr',
      {},
      ...cells.map((cell, i) => h(tag, alignment(table.align[i]), ...inlineNodes(cell, whoIs))),
    )
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0' },
    h(
      'table',
      {},
      h('thead', {}, row('th', table.head)),
      h('tbody', {}, ...table.rows.map((cells) => row('td', cells))),
    ),
  )
}

/** @param {string | undefined} align */
const alignment = (align) => ({ class: align && `align-${align}` })

/**
 * @param {readonly Inline[]} nodes
 * @param {WhoIs} whoIs
 * @returns {(Node | string)[]}
 */
function inlineNodes(nodes, whoIs) {
  return nodes.map((node) => inlineNode(node, whoIs))
}

/**
 * @param {Inline} node
 * @param {WhoIs} whoIs
 * @returns {Node | string}
 */
function inlineNode(node, whoIs) {
  if (node.kind === 'text') return node.text
  if (node.kind === 'break') return h('br')
  if (node.kind === 'code') return h('code', {}, node.text)
  if (node.kind === 'mention') return mentionNode(node.name, whoIs)
  const children = inlineNodes(node.children, whoIs)
  if (node.kind !== 'link') return h(node.kind, {}, ...children)
  return h('a', { href: node.href, target: '_blank', rel: 'noopener noreferrer' }, ...children)
}

/**
 * @param {string} name
 * @param {WhoIs} whoIs
 */
function mentionNode(name, whoIs) {
  const who = whoIs(name)
  return who
    ? h('span', { class: who === 'me' ? 'mention mention-me' : 'mention' }, `@${name}`)
    : `@${name}`
}
