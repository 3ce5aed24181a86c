/** The state of a reading, and the accounts of its lines. */
import type { Drafts } from './drafts.ts'
import type { Unplaced } from './imported.ts'
import type { Title } from './piece.ts'
import type { Place } from './places.ts'

export interface PageFault {
  /** From 1. */
  readonly line: number
  readonly message: string
}

/** A few words over criteria; text like any other if no criterion follows. */
export interface Family {
  readonly name: string
  readonly place: Place
  used: boolean
}

export interface Reading {
  readonly drafts: Drafts
  /** Lines of the source whose words are in a guide. */
  readonly placed: Set<number>
  readonly unplaced: Unplaced[]
  readonly faults: PageFault[]
  /** Crafts whose page is told by stages. */
  readonly staged: ReadonlySet<Title>
  /** Which family of criteria is being read. */
  family: Family | undefined
  /** A sign alone on its line, such as 💡, is about what follows. */
  sign: boolean
}

/** Whether what stands there is of a guide: one of a stage, or of a craft that is not told by stages. */
export function isForGuide(
  { crafts, stage, craftTitle, foreign }: Place,
  { staged }: Reading,
): boolean {
  if (foreign) return false
  return (
    stage !== undefined ||
    (crafts !== undefined && craftTitle !== undefined && !staged.has(craftTitle))
  )
}

export function mark(at: readonly number[], { placed }: Reading): void {
  for (const line of at) placed.add(line)
}

/** Words that belong to no guide are told, never dropped. */
export function leave(text: string, at: readonly number[], { unplaced }: Reading): void {
  unplaced.push({ line: at[0] ?? 1, text })
}
