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
import type { Order, Story } from './orders.ts'
import type { World } from './sealed-content.ts'
import { happened, opened, scheduled, staffed } from './story.ts'

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
const BEGINNINGS: Record<Story['begun'], readonly Event[]> = {
  open: [opened({ firstRecruitment: true, advisor: 'zoe' })],
  staffed: [...staffed, billie],
  invited: [...staffed, billie, scheduled('2026-03-24T10:00')],
}
const DAWN = paris('2026-03-24T08:00')

export function play({ begun, steps }: Story, world: World = 'harsh'): Played {
  const events = [...BEGINNINGS[begun]]
  const moments: Moment[] = []
  let state = stateAfter(...events)
  let now = DAWN
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
