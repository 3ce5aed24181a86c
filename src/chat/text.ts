/**
 * Text that a person will read, before any platform has touched it.
 *
 * Strings are always shown as they are: adapters escape every one of them, ours and those that
 * people typed alike, so nobody earns a mention, a link or markup by typing it. Emphasis, links and
 * mentions exist only as the nodes below.
 */
export type Inline =
  | string
  | { readonly kind: 'bold' | 'italic' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'person'; readonly person: string }

export type Text = readonly Inline[]

export const bold = (text: string): Inline => ({ kind: 'bold', text })
export const italic = (text: string): Inline => ({ kind: 'italic', text })
export const code = (text: string): Inline => ({ kind: 'code', text })
export const link = (url: string, label: string): Inline => ({ kind: 'link', url, label })

/** A mention of someone; the adapter shows it as the platform does. */
export const person = (id: string): Inline => ({ kind: 'person', person: id })

/** Builds a text from a template: ``text`Bonjour ${bold(name)}` ``. Nested texts are spliced in. */
export function text(strings: TemplateStringsArray, ...values: (Inline | Text | number)[]): Text {
  return strings.flatMap((literal, i) => {
    const value = values[i]
    const nested = value === undefined ? [] : isText(value) ? value : [shown(value)]
    return literal === '' ? nested : [literal, ...nested]
  })
}

/** Joins texts with a separator, such as `'\n'` between lines. */
export function joinTexts(texts: readonly Text[], separator: string): Text {
  return texts.flatMap((part, i) => (i === 0 ? part : [separator, ...part]))
}

/** The whole text in bold. Links, mentions and commands stay what they are. */
export function emphasised(content: Text): Text {
  const runs = content.reduce<Inline[]>((joined, part) => {
    const last = joined.at(-1)
    const words = wordsIn(part)
    const before = last === undefined ? undefined : wordsIn(last)
    if (words === undefined) return [...joined, part]
    return before === undefined ? [...joined, words] : [...joined.slice(0, -1), before + words]
  }, [])
  return runs.flatMap((run) => (typeof run === 'string' ? inBold(run) : [run]))
}

function wordsIn(part: Inline): string | undefined {
  if (typeof part === 'string') return part
  return part.kind === 'bold' || part.kind === 'italic' ? part.text : undefined
}

/** Spaces at both ends stay outside: marks are only read beside a word. */
function inBold(run: string): Text {
  const words = run.trim()
  if (words === '') return [run]
  const start = run.indexOf(words)
  return [run.slice(0, start), bold(words), run.slice(start + words.length)].filter(
    (part) => part !== '',
  )
}

/** What remains of a text when nothing can be emphasised or linked: a log-free, plain rendering. */
export function plain(content: Text): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return part
      if (part.kind === 'person') return part.person
      return part.kind === 'link' ? `${part.label} (${part.url})` : part.text
    })
    .join('')
}

function shown(value: Inline | number): Inline {
  return typeof value === 'number' ? String(value) : value
}

function isText(value: Inline | Text | number): value is Text {
  return Array.isArray(value)
}
