/** Cuts a text too long for one block: after a line, else after a sentence, never inside a node. */
import type { Inline, Text } from '../text.ts'

/** A run of letters up to and including the white space that follows it. */
const WORD = /\S{1,500}\s*|\s+/gu
const SENTENCE_END = /[.!?…]["»”’)\]]*\s+$/u
/** A cut at the end of a line is worth leaving this share of the room empty. */
const WELL_FILLED = 0.6
const LONG_NODE = 500

/** Pieces of at most `limit` characters; a text that fits comes back alone, an empty one not at all. */
export function splitText(content: Text, limit: number): Text[] {
  if (content.every((part) => lengthOf(part) === 0)) return []
  if (sizeOf(content) <= limit) return [content]
  const pieces: Text[] = []
  let current: Inline[] = []
  for (const atom of content.flatMap(atoms)) {
    while (current.length > 0 && sizeOf(current) + lengthOf(atom) > limit) {
      const cut = goodCut(current, limit)
      pieces.push(current.slice(0, cut))
      current = current.slice(cut)
    }
    current.push(atom)
  }
  return [...pieces, current].map(joined).map(withoutEndingSpace)
}

function sizeOf(content: Text): number {
  return content.reduce((sum, part) => sum + lengthOf(part), 0)
}

function lengthOf(part: Inline): number {
  if (typeof part === 'string') return part.length
  if (part.kind === 'person') return 20
  return part.kind === 'link' ? part.label.length + part.url.length : part.text.length
}

function atoms(part: Inline): Inline[] {
  if (typeof part === 'string') return part.match(WORD) ?? []
  if (part.kind === 'person' || wordsOf(part).length <= LONG_NODE) return [part]
  return (wordsOf(part).match(WORD) ?? []).map((some) => withWords(part, some))
}

/** How many of these atoms to keep before a cut. */
function goodCut(atomsHere: readonly Inline[], limit: number): number {
  const line = atomsHere.findLastIndex((atom) => wordsOf(atom).endsWith('\n')) + 1
  if (sizeOf(atomsHere.slice(0, line)) >= limit * WELL_FILLED) return line
  const sentence = atomsHere.findLastIndex((atom) => SENTENCE_END.test(wordsOf(atom))) + 1
  // A sentence longer than a block has no better place than between two words.
  return Math.max(line, sentence) || atomsHere.length
}

function wordsOf(part: Inline): string {
  if (typeof part === 'string') return part
  if (part.kind === 'person') return ''
  return part.kind === 'link' ? part.label : part.text
}

function withWords<T extends Exclude<Inline, string>>(part: T, words: string): T {
  return part.kind === 'link' ? { ...part, label: words } : { ...part, text: words }
}

/** Neighbours of the same kind are one again. */
function joined(content: Text): Text {
  return content.reduce<Inline[]>((parts, part) => {
    const last = parts.at(-1)
    const both = last === undefined ? undefined : merged(last, part)
    if (both === undefined) parts.push(part)
    else parts[parts.length - 1] = both
    return parts
  }, [])
}

function merged(a: Inline, b: Inline): Inline | undefined {
  if (typeof a === 'string' || typeof b === 'string') {
    return typeof a === 'string' && typeof b === 'string' ? a + b : undefined
  }
  const sameTarget = a.kind !== 'link' || (b.kind === 'link' && a.url === b.url)
  if (a.kind !== b.kind || a.kind === 'person' || !sameTarget) return undefined
  return withWords(a, wordsOf(a) + wordsOf(b))
}

function withoutEndingSpace(content: Text): Text {
  const last = content.at(-1)
  return typeof last === 'string' ? [...content.slice(0, -1), last.trimEnd()] : content
}
