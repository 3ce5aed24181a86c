/** What a sentence about a refusal may use: names, times and criteria, as its reader may know them. */
import type { Temporal } from 'temporal-polyfill'
import type { PersonId } from '../../process/events.ts'
import type { Refusal } from '../../process/refusal.ts'

export interface Tell {
  readonly name: (id: PersonId) => Promise<string>
  readonly names: (ids: readonly PersonId[]) => Promise<string>
  readonly when: (at: Temporal.Instant) => Promise<string>
  /** The criteria, quoted. */
  readonly criteria: (ids: readonly string[]) => Promise<string>
  /** The candidates' names. */
  readonly candidates: (applications: readonly string[]) => Promise<string>
}

type Code = Refusal['code']

/** One sentence for each of these codes. */
export type Sentences<C extends Code = Code> = {
  readonly [K in C]: (
    refusal: Extract<Refusal, { readonly code: K }>,
    tell: Tell,
  ) => string | Promise<string>
}
