import remarkParse from 'remark-parse'
import { unified } from 'unified'

const markdown = unified().use(remarkParse)

type Root = ReturnType<typeof markdown.parse>
export type MarkdownBlock = Root['children'][number]

/** The top-level blocks of a Markdown text, with their positions. */
export function markdownBlocks(source: string): readonly MarkdownBlock[] {
  return markdown.parse(source).children
}

export function lineOf(node: MarkdownBlock): number {
  return node.position?.start.line ?? 1
}

/** The words of a block on one line, without markup; the address of a link follows its words. */
export function plainText(block: MarkdownBlock): string {
  // A stack rather than recursion: a file may nest marks deeper than the call stack goes.
  const waiting: MarkdownBlock[] = [block]
  const words: string[] = []
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) words.push(node.value)
    if (node.type === 'break') words.push(' ')
    if (node.type === 'link' && !isAutolink(node)) {
      waiting.push({ type: 'text', value: ` (${node.url})` })
    }
    if ('children' in node) {
      for (const child of node.children.toReversed()) waiting.push(child)
    }
  }
  // Only plain blanks: a no-break space was typed on purpose.
  return words
    .join('')
    .replaceAll(/[ \t\n]+/g, ' ')
    .trim()
}

function isAutolink(link: Extract<MarkdownBlock, { type: 'link' }>): boolean {
  const [child] = link.children
  return child?.type === 'text' && child.value === link.url
}
