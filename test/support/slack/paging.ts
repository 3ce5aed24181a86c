/** Long lists come in pages, each with the cursor of the next. */
import { refuse, type Call } from './call.ts'

interface Paging<T> {
  readonly usual: number
  readonly most: number
  readonly keyOf: (item: T) => string
  /** Whether a page that the cursor named may begin here; by default only at what it named. */
  readonly beginsAt?: (item: T, cursor: string) => boolean
}

/** A page of a list, and the cursor of the next one. */
export function pageOf<T>(
  call: Call,
  all: readonly T[],
  { usual, most, keyOf, beginsAt = (item, key) => keyOf(item) === key }: Paging<T>,
): { readonly page: readonly T[]; readonly next: string } {
  const limit = call.number('limit') ?? usual
  const size = Math.min(limit <= 0 ? usual : limit, most)
  const cursor = readCursor(call.text('cursor'))
  const start = cursor === undefined ? 0 : all.findIndex((item) => beginsAt(item, cursor))
  if (start === -1) return { page: [], next: '' }
  const following = all[start + size]
  const next = following === undefined ? '' : btoa(`next:${keyOf(following)}`)
  return { page: all.slice(start, start + size), next }
}

function readCursor(cursor: string): string | undefined {
  if (cursor === '') return undefined
  const [, key] = /^next:(.+)$/u.exec(Buffer.from(cursor, 'base64').toString()) ?? []
  return key ?? refuse('invalid_cursor')
}

export const nextCursor = (next: string) => ({ response_metadata: { next_cursor: next } })
