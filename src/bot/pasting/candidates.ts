/** Candidates pasted in bulk: one person a line, with a link and an e-mail address. */
import { simplify } from '../command-words.ts'
import { SHORT } from '../fields.ts'
import { headerIn, readCell } from './candidate-columns.ts'
import type { Cell, Column } from './candidate-columns.ts'
import { cellsOf, cellsUnder, delimiterOf, unquote } from './cells.ts'
import type { Header } from './cells.ts'
import type { Piece } from './contacts.ts'
import { linesOf } from './lines.ts'

export interface PastedCandidate {
  readonly name: string
  /** In full: `https://` is added to a bare address. */
  readonly link?: string
  readonly email?: string
}

export type CandidateProblem =
  | 'no-name'
  | 'name-too-long'
  | 'link-not-a-link'
  | 'email-incomplete'
  /** The same name or e-mail address as on the line `with`. */
  | 'twice'

export type PastedLine = {
  /** From 1; blank lines count, and are not in the result. */
  readonly line: number
  /** As pasted, for whoever corrects it. */
  readonly raw: string
} & (
  | {
      readonly candidate: PastedCandidate
      /** What was on the line and is none of the three: a telephone number, a second link. */
      readonly unread: readonly string[]
    }
  | { readonly problem: CandidateProblem; readonly with?: number }
)

/**
 * What was understood of each line: name, link and e-mail address in any order, apart by tabs, `;`,
 * `|`, commas, dashes or spaces; `Name <address>`; bullets and numbers; a table with its header.
 * The name stays as typed, in the order in which it was typed (a header that tells first from last
 * name puts the first name before). Without a header, a lone word followed by other words is taken
 * for a name in two columns. A line has one problem at most, the first in the order of its type.
 * Never throws; linear in the length of what was pasted.
 */
export function readPastedCandidates(pasted: string): readonly PastedLine[] {
  const read: PastedLine[] = []
  const seen = new Map<string, number>()
  let header: Header<Column> | undefined
  for (const { line, raw, text } of linesOf(pasted)) {
    const found = headerIn(text)
    if (found) {
      ;({ header } = found)
      continue
    }
    const row = cellsUnder(header, text)
    const cells = row ?? cellsOf(text, delimiterOf(text))
    const parts = partsOf(cells.map(readCell), row ? header?.columns : [])
    read.push({ line, raw, ...judge(parts, line, seen) })
  }
  return read
}

interface Parts {
  readonly name: string
  readonly unread: readonly string[]
  readonly links: readonly Piece[]
  readonly emails: readonly Piece[]
}

/** Links and addresses are known by their shape, wherever they are; names by their column if any. */
function partsOf(cells: readonly Cell[], columns: readonly (Column | undefined)[] = []): Parts {
  const placed = cells.map((cell, i) => ({ ...cell, column: columns[i] }))
  const pieces = placed.flatMap(({ pieces, column }) => pieces.map((piece) => as(piece, column)))
  const texts = textsOf(pieces)
  const under = (wanted: Column) =>
    placed.filter(({ column }) => column === wanted).flatMap(({ pieces }) => textsOf(pieces))
  const inColumns = [...nameAmong(under('name')), ...under('first'), ...under('last')]
  const name = inColumns.length > 0 ? inColumns : nameAmong(texts)
  const read = new Set(name)
  return {
    name: unquote(name.join(' ')),
    unread: texts.filter((text) => !read.has(text)),
    links: pieces.filter(({ kind }) => kind === 'link' || kind === 'broken-link'),
    emails: pieces.filter(({ kind }) => kind === 'email' || kind === 'broken-email'),
  }
}

/** Words in the column of links or addresses are a slip there, not something else to read. */
function as(piece: Piece, column: Column | undefined): Piece {
  if (piece.kind !== 'text') return piece
  if (column === 'link') return { ...piece, kind: 'broken-link' }
  return column === 'email' ? { ...piece, kind: 'broken-email' } : piece
}

function textsOf(pieces: readonly Piece[]): readonly string[] {
  return pieces.filter(({ kind }) => kind === 'text').map(({ value }) => value)
}

const PARTICLES = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'van', 'von', 'der', 'el', 'al'])

function nameAmong(texts: readonly string[]): readonly string[] {
  const [first, second] = texts.filter((text) => HAS_LETTER.test(text))
  if (first === undefined) return []
  const words = first.split(' ').filter((word) => HAS_LETTER.test(word))
  const alone = words.filter((word) => !PARTICLES.has(word.toLowerCase())).length <= 1
  return alone && second !== undefined && !/\d/.test(second) ? [first, second] : [first]
}

const HAS_LETTER = /\p{L}/u

type Judged =
  | { readonly candidate: PastedCandidate; readonly unread: readonly string[] }
  | { readonly problem: CandidateProblem; readonly with?: number }

function judge(
  { name, links, emails, unread }: Parts,
  line: number,
  seen: Map<string, number>,
): Judged {
  const [link, ...otherLinks] = links
  const [email, ...otherEmails] = emails
  if (!HAS_LETTER.test(name)) return { problem: 'no-name' }
  if (name.length > SHORT) return { problem: 'name-too-long' }
  if (link?.kind === 'broken-link') return { problem: 'link-not-a-link' }
  if (email?.kind === 'broken-email') return { problem: 'email-incomplete' }
  const keys = [sameName(name), ...(email ? [email.value.toLowerCase()] : [])]
  const before = keys.map((key) => seen.get(key)).find((one) => one !== undefined)
  if (before !== undefined) return { problem: 'twice', with: before }
  for (const key of keys) seen.set(key, line)
  return {
    candidate: {
      name,
      ...(link && { link: link.value }),
      ...(email && { email: email.value }),
    },
    unread: [...unread, ...[...otherLinks, ...otherEmails].map(({ value }) => value)],
  }
}

/** « DURAND Camille » and « Camille Durand » are one person. */
function sameName(name: string): string {
  return name.split(' ').map(simplify).toSorted().join(' ')
}
