/** Cuts a text too long for one post, between paragraphs, lines or words; nodes stay whole. */
import type { Inline, Text } from '../text.ts'

/** A run of text up to and including the white space that follows it. */
const WORD = /\S{1,500}\s*|\s+/gu

/** Pieces whose rendering stays near `limit` characters; a text that fits comes back alone. */
export function splitText(content: Text, limit: number): Text[] {
  if (weigh(content) <= limit) return [content]
  const pieces: Inline[][] = []
  let current: Inline[] = []
  let weight = 0
  for (const atom of content.flatMap(atoms)) {
    const cost = weigh([atom])
    const full = weight + cost > limit
    const goodPlace = weight > limit * 0.7 && endsLine(current.at(-1))
    if (current.length > 0 && (full || goodPlace)) {
      pieces.push(current)
      current = []
      weight = 0
    }
    current.push(atom)
    weight += cost
  }
  return current.length === 0 ? pieces : [...pieces, current]
}

function atoms(part: Inline): Inline[] {
  return typeof part === 'string' ? (part.match(WORD) ?? []) : [part]
}

function endsLine(part: Inline | undefined): boolean {
  return typeof part === 'string' && part.endsWith('\n')
}

/** An upper bound of the rendered length: a sign may double, a line may gain a mark. */
function weigh(content: Text): number {
  return content.reduce((sum, part) => {
    if (typeof part !== 'string') return sum + nodeWeight(part)
    const signs = part.match(/[^\p{L}\p{N}\s]|\n/gu)?.length ?? 0
    return sum + part.length + signs * 4
  }, 0)
}

function nodeWeight(part: Exclude<Inline, string>): number {
  if (part.kind === 'person') return 70
  const shown =
    part.kind === 'link' ? part.url.length * 3 + part.label.length * 2 : part.text.length
  return shown + 20
}
