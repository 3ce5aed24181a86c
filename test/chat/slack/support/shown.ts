/** What a person sees of Slack's blocks. */
import { z } from 'zod'

export interface Seen {
  readonly text: string
  readonly marks: readonly string[]
  readonly links: readonly string[]
  readonly buttons: readonly string[]
}

const plain = z.object({ text: z.string() }).transform(({ text }) => unescaped(text))
const element = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  user_id: z.string().optional(),
  style: z.record(z.string(), z.boolean()).default({}),
})
const button = z.looseObject({ text: plain })

type Loose = Readonly<Record<string, unknown>>
const loose = z.record(z.string(), z.unknown())
const children = (block: Loose, key = 'elements') => z.array(loose).parse(block[key] ?? [])

export function shownIn(blocks: readonly unknown[]): Seen {
  const read = blocks.map((block) => readBlock(loose.parse(block)))
  return {
    text: read
      .map(({ text }) => text)
      .filter((words) => words !== '')
      .join('\n'),
    marks: read.flatMap(({ marks }) => marks),
    links: read.flatMap(({ links }) => links),
    buttons: read.flatMap(({ buttons }) => buttons),
  }
}

/** As Slack shows a text in which three signs were escaped. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

const nothing: Seen = { text: '', marks: [], links: [], buttons: [] }

function readBlock(block: Loose): Seen {
  switch (block['type']) {
    case 'rich_text':
      return together(children(block).map(readRich), '\n')
    case 'table': {
      const rows = z.array(z.array(loose)).parse(block['rows'])
      const lines = rows.map((cells) => together(cells.map(readCell), ' | '))
      const all = together(lines, '\n')
      return { ...all, marks: ['table', ...all.marks] }
    }
    case 'actions':
      return { ...nothing, buttons: children(block).map((one) => button.parse(one).text) }
    case 'input':
      return { ...nothing, text: plain.parse(block['label']) }
    default:
      throw new Error(`a block that nobody reads: ${String(block['type'])}`)
  }
}

function readCell(cell: Loose): Seen {
  return cell['type'] === 'raw_text' ? { ...nothing, text: String(cell['text']) } : readBlock(cell)
}

function readRich(block: Loose): Seen {
  const kind = String(block['type']).replace('rich_text_', '')
  const separator = kind === 'list' ? '\n' : ''
  const inside = children(block).map(kind === 'list' ? readRich : readElement)
  const all = together(inside, separator)
  return kind === 'section' ? all : { ...all, marks: [kind, ...all.marks] }
}

function readElement(part: Loose): Seen {
  const { type, text, url, user_id: user, style } = element.parse(part)
  if (type === 'user') return { ...nothing, text: `@${user}`, marks: ['mention'] }
  if (type === 'link')
    return { ...nothing, text: text ?? url ?? '', marks: ['link'], links: [url ?? ''] }
  if (type !== 'text') return { ...nothing, text: '', marks: [type] }
  const names: Readonly<Record<string, string>> = { bold: 'strong', italic: 'emphasis' }
  const marks = Object.keys(style).map((name) => names[name] ?? name)
  return { ...nothing, text: text ?? '', marks }
}

function together(seen: readonly Seen[], separator: string): Seen {
  return {
    text: seen.map(({ text }) => text).join(separator),
    marks: seen.flatMap(({ marks }) => marks),
    links: seen.flatMap(({ links }) => links),
    buttons: seen.flatMap(({ buttons }) => buttons),
  }
}
