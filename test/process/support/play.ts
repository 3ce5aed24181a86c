/** Plays a random story through the rules, step by step. */
import type { Temporal } from 'temporal-polyfill'
import type { Actor, Decided } from '../../../src/process/decide/decided.ts'
import type { Event } from '../../../src/process/events.ts'
import { evolve } from '../../../src/process/evolve.ts'
import type { Recruitment } from '../../../src/process/recruitment.ts'
import { BEGUN } from './beginnings.ts'
import { stateAfter } from './history.ts'
import { paris } from './instants.ts'
import type { Order } from './orders/order.ts'
import type { World } from './sealed-content.ts'
import type { Story } from './stories.ts'

export interface Moment {
  readonly now: Temporal.Instant
  readonly actor: Actor
  readonly order: Order
  readonly before: Recruitment
  readonly decided: Decided
  readonly state: Recruitment
}

export interface Played {
  readonly moments: readonly Moment[]
  /** The whole log, from the opening. */
  readonly events: readonly Event[]
  readonly state: Recruitment
}

const NOON = paris('2026-03-24T12:00')

export function play({ begun, steps }: Story, world: World = 'harsh'): Played {
  const events = [...BEGUN[begun]]
  const moments: Moment[] = []
  let state = stateAfter(...events)
  let now = NOON
  for (const [i, { by, wait, order }] of steps.entries()) {
    now = now.add({ minutes: wait })
    const before = state
    const giver = order.by ?? (by === 'any' ? order.likely(state) : by)
    const actor = { by: giver, at: now }
    const decided = order.decide(state, actor, { id: `${i}`, world })
    if (!decided.refusal) {
      events.push(...decided.events)
      for (const event of decided.events) state = evolve(state, event)
    }
    moments.push({ now, actor, order, before, decided, state })
  }
  return { moments, events, state }
}
