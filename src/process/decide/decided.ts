/** What deciding gives: facts to record, or the reason why nothing happened. */
import type { Temporal } from 'temporal-polyfill'
import type { Event, Fact, PersonId } from '../events.ts'
import type { Refusal } from '../refusal.ts'

/** Who commands, and when. */
export interface Actor {
  readonly by: PersonId
  readonly at: Temporal.Instant
}

export type Decided =
  | { readonly events: readonly Event[]; readonly refusal?: undefined }
  | { readonly refusal: Refusal }

export function accept(actor: Actor, ...facts: readonly Fact[]): Decided {
  return { events: facts.map((fact) => stamp(fact, actor)) }
}

export function refuse(refusal: Refusal): Decided {
  return { refusal }
}

export function stamp(fact: Fact, { by, at }: Actor): Event {
  return { ...fact, by, at: at.toString() }
}
