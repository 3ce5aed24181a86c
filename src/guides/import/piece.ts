/** What a page is made of, in the order of its text. */
import type { Row } from './rows.ts'

interface Place {
  /** Lines of the source, from 1; empty for what has no words. */
  readonly at: readonly number[]
}

export interface Title extends Place {
  readonly kind: 'title'
  readonly text: string
  /** 0 for the title of a box, 1 to 6 for headings, more for what only looks like one. */
  readonly rank: number
}

export interface Prose extends Place {
  readonly kind: 'prose'
  readonly text: string
  readonly italic: boolean
  /** The page itself presents it as a warning. */
  readonly warning: boolean
}

export interface Item extends Place {
  readonly text: string
  /** The bold words that it starts with. */
  readonly lead: string
  readonly items: readonly Item[]
}

export interface List extends Place {
  readonly kind: 'list'
  readonly items: readonly Item[]
}

export interface Table extends Place {
  readonly kind: 'table'
  readonly rows: readonly Row[]
}

/** A box opens or closes: titles inside do not reach outside. */
interface Entry extends Place {
  readonly kind: 'enter'
}

interface Exit extends Place {
  readonly kind: 'leave'
}

export type Piece = Title | Prose | List | Table | Entry | Exit

export function itemLines({ at, items }: Item): number[] {
  return [...at, ...items.flatMap(itemLines)]
}
