/**
 * Ten thousand random sequences of orders by five people: the gate opens exactly when section 4 of the
 * product says, as worked out a second time from the log alone.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { agendaOf } from '../../../src/process/agenda/agenda.ts'
import type { Event } from '../../../src/process/events.ts'
import { CHANNEL, mayReadScorecard } from '../../../src/process/gate.ts'
import type { Recruitment } from '../../../src/process/recruitment.ts'
import { standings } from '../../../src/process/roles.ts'
import { BEGUN } from '../support/beginnings.ts'
import { opening, oracle, owes } from '../support/gate-oracle.ts'
import type { Oracle } from '../support/gate-oracle.ts'
import { PEOPLE } from '../support/orders/chance.ts'
import { play } from '../support/play.ts'
import { stories } from '../support/stories.ts'

const SEQUENCES = 10_000
/** Ten seconds on an idle machine; a busy one takes its time. */
const TIMEOUT_MS = 180_000
/** Deriving an agenda takes longer than the rest: at one step in so many. */
const AGENDA_EVERY = 40

const tally = {
  sequences: 0,
  changes: 0,
  openings: 0,
  waivers: 0,
  moves: 0,
  refused: 0,
  agendas: 0,
}

/** What is wrong with the gate at one moment. */
function faults(state: Recruitment, told: Oracle, fresh: readonly Event[]): readonly string[] {
  return [
    ...fresh.flatMap((event) => {
      if (event.type !== 'DebriefOpened') return []
      const due = opening(told, event.interview)
      const isTime = due && Temporal.Instant.compare(due, Temporal.Instant.from(event.at)) <= 0
      return isTime ? [] : [`${event.interview} opened at ${event.at}, due ${due?.toString()}`]
    }),
    ...[...told.interviews.keys()].flatMap((id) => readingFaults(state, told, id)),
  ]
}

/** Nobody but its author reads a shut scorecard; levels are for members who owe nothing. */
function readingFaults(state: Recruitment, told: Oracle, id: string): readonly string[] {
  const interview = told.interviews.get(id)
  if (!interview) return []
  const isOpen = interview.openedAt !== undefined
  return [...interview.filedAt.keys()].flatMap((author) =>
    [...PEOPLE, CHANNEL].flatMap((reader) =>
      (['evidence', 'verdict'] as const).flatMap((kind) => {
        const isMember = reader === CHANNEL || standings(state, reader).length > 0
        const isEntitled =
          kind === 'evidence' || (reader !== CHANNEL && !owes(told, reader, interview.application))
        const expected = reader === author || (isOpen && isMember && isEntitled)
        const part = { kind, interview: id, author }
        return mayReadScorecard(state, reader, part) === expected
          ? []
          : [`${reader} reads ${kind} of ${author} on ${id}: ${String(!expected)}`]
      }),
    ),
  )
}

/** The opening is in the agenda, at its hour, as long as it is to come. */
function agendaFaults(state: Recruitment, told: Oracle, now: Temporal.Instant): readonly string[] {
  const planned = new Map(agendaOf(state, now).map(({ key, dueAt }) => [key, dueAt.toString()]))
  return [...told.interviews].flatMap(([id, { openedAt }]) => {
    const due = openedAt ? undefined : opening(told, id)?.toString()
    const said = planned.get(`open/${id}`)
    return said === due ? [] : [`${id} planned to open at ${said}, due ${due}`]
  })
}

describe('the gate, through ten thousand sequences', () => {
  test(
    'opens exactly when it has to, and lets nobody read before',
    () => {
      fc.assert(
        fc.property(stories, (story) => {
          tally.sequences += 1
          const log = [...BEGUN[story.begun]]
          for (const { decided, state, now } of play(story).moments) {
            const fresh = decided.refusal ? [] : decided.events
            if (decided.refusal) tally.refused += 1
            if (fresh.length === 0) continue
            log.push(...fresh)
            count(fresh)
            const told = oracle(log)
            expect(faults(state, told, fresh)).toEqual([])
            if (tally.changes % AGENDA_EVERY !== 0) continue
            tally.agendas += 1
            expect(agendaFaults(state, told, now)).toEqual([])
          }
        }),
        { numRuns: SEQUENCES },
      )
    },
    TIMEOUT_MS,
  )

  test('met enough of everything for that to mean something', () => {
    expect(tally.sequences).toBe(SEQUENCES)
    expect(tally.openings).toBeGreaterThan(2_000)
    expect(tally.waivers).toBeGreaterThan(500)
    expect(tally.moves).toBeGreaterThan(500)
    expect(tally.refused).toBeGreaterThan(20_000)
    expect(tally.agendas).toBeGreaterThan(1_000)
  })
})

function count(fresh: readonly Event[]): void {
  tally.changes += 1
  for (const { type } of fresh) {
    if (type === 'DebriefOpened') tally.openings += 1
    if (type === 'ScorerWaived') tally.waivers += 1
    if (type === 'InterviewMoved' || type === 'ParticipantRemoved') tally.moves += 1
  }
}
