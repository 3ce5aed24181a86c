/** A published page of interview guides, from its bytes to what it says. */
import { assemble } from './assemble.ts'
import { decodePage } from './decode.ts'
import { finish, isHollow } from './finish.ts'
import type { ImportedPage, Unplaced } from './imported.ts'
import { leftovers } from './leftovers.ts'
import type { Cursor } from './lines.ts'
import { readPieces } from './pieces.ts'
import type { PageFault } from './reading.ts'
import { readTree } from './tree.ts'
import { unreadableBytes, unreadablePage } from './unreadable-page.ts'

export type PageReading =
  { readonly page: ImportedPage } | { readonly faults: readonly PageFault[] }

/**
 * Reads a GitBook page: every line with words goes to a guide, or is a title or a table's heading, or is
 * listed in `unplaced`. Faults, by line, when it is no such page or when it contradicts itself.
 * Never throws.
 */
export function readPage(bytes: Uint8Array): PageReading {
  const heavy = unreadableBytes(bytes)
  if (heavy !== undefined) return { faults: [heavy] }
  const decoded = decodePage(bytes)
  const source = decoded.text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const refusal = unreadablePage(source)
  if (refusal !== undefined) return { faults: [refusal] }
  try {
    const read = readSource(source)
    if ('faults' in read || decoded.repaired === undefined) return read
    return { page: { ...read.page, repaired: decoded.repaired } }
  } catch (error) {
    // Marks may nest deeper than the readers of Markdown and HTML can follow.
    if (!(error instanceof RangeError)) throw error
    const message = 'La page imbrique trop de blocs pour être lue : simplifie sa mise en forme.'
    return { faults: [{ line: 1, message }] }
  }
}

const NOT_GUIDES: PageFault = {
  line: 1,
  message:
    "Cette page ne contient pas de guide d'entretien : donne celle qui a une étape ou un métier en titre, avec ses questions ou ses critères.",
}

function readSource(source: string): PageReading {
  const cursor: Cursor = { line: 1, words: new Map() }
  const { root, header } = readTree(source)
  const reading = assemble(readPieces(root, cursor, header.description))
  if (reading.faults.length > 0) {
    return { faults: reading.faults.toSorted((a, b) => a.line - b.line) }
  }
  const { guides, general, unplaced, placed } = finish(reading.drafts)
  if (guides.every(isHollow)) return { faults: [NOT_GUIDES] }
  const left: readonly Unplaced[] = [
    ...reading.unplaced,
    ...unplaced,
    ...leftovers(source, cursor.words, header.lines),
  ]
  const lines = { all: cursor.words.size, placed: new Set([...reading.placed, ...placed]).size }
  return {
    page: { guides, general, lines, unplaced: left.toSorted((a, b) => a.line - b.line) },
  }
}
