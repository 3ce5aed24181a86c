/** A published page as one tree, whatever mixture of Markdown and HTML it was written in. */
import { raw } from 'hast-util-raw'
import type { Nodes } from 'hast'
import { toHast } from 'mdast-util-to-hast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { parse as parseYaml } from 'yaml'

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter)

export interface Tree {
  readonly root: Nodes
  readonly header: {
    /** How many lines the page's own header takes. */
    readonly lines: number
    /** What it says of the page, in one line. */
    readonly description?: { readonly text: string; readonly line: number }
  }
}

/** Expects line ends already made `\n`; the tree's positions are those of the source's lines. */
export function readTree(source: string): Tree {
  const text = withNarrowTables(source)
  const root = markdown.parse(text)
  const [first] = root.children
  const header = first?.type === 'yaml' ? readHeader(first.value) : undefined
  return {
    root: raw(toHast(root, { allowDangerousHtml: true }), { file: new VFile(text) }),
    header: header ?? { lines: 0 },
  }
}

/** Exports align columns with hundreds of blanks, which take a second to parse and mean nothing. */
function withNarrowTables(source: string): string {
  return source.replaceAll(/^[ \t]*\|.*$/gm, (row) =>
    row.replaceAll(/ {2,}/g, ' ').replaceAll(/-{4,}/g, '---'),
  )
}

/** The page's own header between two lines `---`; nothing if it is none, its words then being text. */
function readHeader(yaml: string): Tree['header'] | undefined {
  const lines = yaml.split('\n').length + 2
  try {
    const header: unknown = parseYaml(yaml)
    if (typeof header !== 'object' || header === null) return undefined
    const description: unknown = 'description' in header ? header.description : undefined
    if (typeof description !== 'string') return { lines }
    const above = yaml.split(/^description\s*:/m)[0] ?? ''
    return { lines, description: { text: description.trim(), line: above.split('\n').length + 1 } }
  } catch {
    return undefined
  }
}
