/** Given what happened, when somebody asks for something, then this happens or is refused. */
import { expect } from 'vitest'
import type { Actor, Decided } from '../../../src/process/decide/decided.ts'
import type { Event, Fact, PersonId } from '../../../src/process/events.ts'
import { fold } from '../../../src/process/evolve.ts'
import type { Recruitment } from '../../../src/process/recruitment.ts'
import type { Refusal } from '../../../src/process/refusal.ts'
import { paris } from './instants.ts'

export type Command = (state: Recruitment, actor: Actor) => Decided

/** A Tuesday with nothing special, after everything that stories begin with. */
const ON_A_TUESDAY = '2026-03-03T10:00'

export interface Outcome {
  readonly refusal: Refusal | undefined
  /** Exactly these facts, in this order; none when nothing changes. */
  thenRecorded(...facts: readonly Fact[]): void
  thenRefused(refusal: Refusal): void
}

export function given(...events: readonly Event[]) {
  return {
    when: (by: PersonId, command: Command, at: string = ON_A_TUESDAY): Outcome =>
      outcomeOf(command(stateAfter(...events), { by, at: paris(at) })),
  }
}

export function stateAfter(...events: readonly Event[]): Recruitment {
  const state = fold(events)
  if (!state) throw new Error('A story starts with the opening of a recruitment')
  return state
}

/** The same story, then what a command adds to it; throws when it is refused. */
export function continued(
  events: readonly Event[],
  by: PersonId,
  at: string,
  command: Command,
): readonly Event[] {
  const decided = command(stateAfter(...events), { by, at: paris(at) })
  if (decided.refusal) throw new Error(`Refused: ${decided.refusal.code}`)
  return [...events, ...decided.events]
}

function outcomeOf(decided: Decided): Outcome {
  return {
    refusal: decided.refusal,
    thenRecorded(...facts) {
      expect(decided.refusal).toBeUndefined()
      const events = decided.refusal ? [] : decided.events
      expect(events.map(({ at: _at, by: _by, ...fact }) => fact)).toEqual(facts)
    },
    thenRefused(refusal) {
      expect(decided).toEqual({ refusal })
    },
  }
}
