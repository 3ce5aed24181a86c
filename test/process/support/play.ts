/** Plays a random story through the rules, step by step. */
import type { Temporal } from 'temporal-polyfill'
import type { Actor, Decided } from '../../../src/process/decide/decided.ts'
import type { Event } from '../../../src/process/events.ts'
import { evolve } from '../../../src/process/evolve.ts'
import type { Recruitment } from '../../../src/process/recruitment.ts'
import { whoGives } from './aiming.ts'
import { deciding } from './deciding.ts'
import { stateAfter } from './history.ts'
import { paris } from './instants.ts'
import type { Beginning, Order, Story } from './orders.ts'
import type { World } from './sealed-content.ts'
import { happened, named, opened, scheduled, staffed } from './story.ts'

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

/** Another candidate, so that one person has several applications to score. */
const billie = happened('2026-02-24T12:00', 'camille', {
  type: 'ApplicationAdded',
  application: 'billie',
  candidate: 'candidate-billie',
})
const candidates = [...staffed, billie]
/** Over 14:00, so that notes may come before the end and after a half-day has begun. */
const today = scheduled('2026-03-24T13:30')
const BEGINNINGS: Readonly<Record<Beginning, readonly Event[]>> = {
  open: [opened({ firstRecruitment: true, advisor: 'lou' })],
  staffed: candidates,
  'invited today': [...candidates, today],
  'invited later': [...candidates, scheduled('2026-03-26T10:00')],
  'owner scores': [
    ...candidates,
    named('camille', 'scorer', ['interview']),
    scheduled('2026-03-24T13:30', { participants: { camille: 'scorer', ines: 'scorer' } }),
  ],
  'observer gone': [
    ...candidates,
    today,
    happened('2026-03-23T10:00', 'camille', { type: 'MemberRemoved', person: 'lou' }),
  ],
}
const NOON = paris('2026-03-24T12:00')

export function play({ begun, steps }: Story, world: World = 'harsh'): Played {
  const events = [...BEGINNINGS[begun]]
  const moments: Moment[] = []
  let state = stateAfter(...events)
  let now = NOON
  for (const [i, { by, wait, order }] of steps.entries()) {
    now = now.add({ minutes: wait })
    const before = state
    const actor = { by: whoGives(state, order, by), at: now }
    const decided = deciding(state, order, actor, { id: `${i}`, world })
    if (!decided.refusal) {
      events.push(...decided.events)
      for (const event of decided.events) state = evolve(state, event)
    }
    moments.push({ now, actor, order, before, decided, state })
  }
  return { moments, events, state }
}
