/** The body of a guide as headings, with the paragraphs and lists under each. */
import { quote, type Report } from './fault.ts'
import { lineOf, markdownBlocks, plainText, type MarkdownBlock } from './markdown.ts'

interface Paragraph {
  readonly line: number
  readonly text: string
}

export interface Item extends Paragraph {
  readonly items: readonly Item[]
}

export interface Heading {
  readonly line: number
  readonly depth: number
  readonly title: string
  readonly paragraphs: readonly Paragraph[]
  readonly items: readonly Item[]
  readonly children: readonly Heading[]
}

interface OpenHeading extends Heading {
  readonly paragraphs: Paragraph[]
  readonly items: Item[]
  readonly children: OpenHeading[]
}

const DEEPEST = 4
const DEEPEST_LIST = 2

/** Reads `##`, `###` and `####` headings; whatever cannot belong to a guide is reported, not lost. */
export function readOutline(body: string, report: Report): readonly Heading[] {
  const root: OpenHeading = openHeading(1, 1, '')
  const path = [root]
  for (const block of markdownBlocks(body)) {
    if (block.type === 'heading') {
      addHeading(path, openHeading(block.depth, lineOf(block), plainText(block)), report)
    } else {
      addBlock(path.at(-1) ?? root, block, report)
    }
  }
  return root.children
}

function openHeading(depth: number, line: number, title: string): OpenHeading {
  return { depth, line, title, paragraphs: [], items: [], children: [] }
}

function addHeading(path: OpenHeading[], heading: OpenHeading, report: Report): void {
  while (path.length > 1 && (path.at(-1)?.depth ?? 0) >= heading.depth) path.pop()
  if (heading.depth === 1) {
    report(heading.line, "Retire ce titre « # » : le titre du guide s'écrit dans l'en-tête.")
    return
  }
  const parent = path.at(-1)
  const expected = (parent?.depth ?? 1) + 1
  if (heading.depth > DEEPEST || heading.depth !== expected) {
    report(
      heading.line,
      `Le titre ${quote(heading.title)} n'est pas au bon niveau : écris-le avec ${'#'.repeat(Math.min(expected, DEEPEST))}.`,
    )
  }
  parent?.children.push(heading)
  path.push(heading)
}

function addBlock(heading: OpenHeading, block: MarkdownBlock, report: Report): void {
  if (block.type === 'html' && isComment(block.value)) return
  if (heading.depth < 2) {
    report(
      lineOf(block),
      "Ce passage n'est sous aucun titre « ## » et ne serait jamais lu : déplace-le ou retire-le.",
    )
  } else if (block.type === 'paragraph') {
    heading.paragraphs.push({ line: lineOf(block), text: plainText(block) })
  } else if (block.type === 'list') {
    for (const item of block.children) heading.items.push(readItem(item, 1, report))
  } else {
    reportForeign(block, report)
  }
}

type MarkdownItem = Extract<MarkdownBlock, { type: 'listItem' }>

function readItem(item: MarkdownItem, level: number, report: Report): Item {
  const [first, ...rest] = item.children
  const text = first?.type === 'paragraph' ? plainText(first) : ''
  const items: Item[] = []
  for (const block of first?.type === 'paragraph' ? rest : item.children) {
    if (block.type === 'list' && level < DEEPEST_LIST) {
      for (const child of block.children) items.push(readItem(child, level + 1, report))
    } else {
      reportForeign(block, report)
    }
  }
  return { line: lineOf(item), text, items }
}

function reportForeign(block: MarkdownBlock, report: Report): void {
  report(
    lineOf(block),
    'Ce passage ne peut pas être lu : un guide ne contient que des titres, des paragraphes et des listes.',
  )
}

function isComment(html: string): boolean {
  return /^<!--.*-->$/s.test(html.trim())
}
