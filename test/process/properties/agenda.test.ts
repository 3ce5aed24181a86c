/** The agenda and the obligations follow from the log, and make sense at every step. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { agendaOf } from '../../../src/process/agenda/agenda.ts'
import { endOfReach } from '../../../src/process/agenda/grouping.ts'
import { fold } from '../../../src/process/evolve.ts'
import { isBefore } from '../../../src/process/instants.ts'
import { obligationsOf } from '../../../src/process/obligations.ts'
import { standings } from '../../../src/process/roles.ts'
import { EVENT_SCHEMA, SYSTEM } from '../../../src/process/events.ts'
import type { Event } from '../../../src/process/events.ts'
import { upcast } from '../../../src/process/upcast.ts'
import { never } from '../support/never.ts'
import { stories } from '../support/stories.ts'
import { play } from '../support/play.ts'

/** The log as the database gives it back. */
function stored(events: readonly Event[]): readonly Event[] {
  return events.map((event) => upcast(EVENT_SCHEMA, JSON.parse(JSON.stringify(event))))
}

test('replaying the stored log in one go gives the agenda and obligations of having lived it', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { events, moments, state } = play(story)
      const replayed = fold(stored(events))
      const now = moments.at(-1)?.now
      expect(replayed).toEqual(state)
      if (!replayed || !now) throw new Error('A story has steps')
      expect(agendaOf(replayed, now)).toEqual(agendaOf(state, now))
      expect(obligationsOf(replayed)).toEqual(obligationsOf(state))
    }),
    { numRuns: 120 },
  )
})

test('no two entries have the same key', () => {
  never(
    50,
    ({ state, now }) => {
      const keys = agendaOf(state, now).map(({ key }) => key)
      return keys.filter((key, i) => keys.indexOf(key) !== i)
    },
    'changes',
  )
})

test('every entry can be said: it becomes useless after it is due, never before', () => {
  never(
    50,
    ({ state, now }) =>
      agendaOf(state, now).filter(
        ({ dueAt, usefulUntil }) => usefulUntil && !isBefore(dueAt, usefulUntil),
      ),
    'changes',
  )
})

test('a reminder that may be said now, due or a little early, has its next occurrence after it', () => {
  never(
    50,
    ({ state, now }) => {
      const reminders = agendaOf(state, now).filter(({ occurrence }) => occurrence !== undefined)
      return reminders
        .filter(({ dueAt }) => !isBefore(endOfReach(now), dueAt))
        .filter(
          ({ to, interview, usefulUntil }) =>
            !reminders.some(
              (next) =>
                next.to === to && next.interview === interview && usefulUntil?.equals(next.dueAt),
            ),
        )
    },
    'changes',
  )
})

test('what is said in the thread of an entry, or after one, comes with that entry', () => {
  never(
    50,
    ({ state, now }) => {
      const agenda = agendaOf(state, now)
      const keys = new Set(agenda.map(({ key }) => key))
      // The invitation of someone who was taken off was said, if anything is to be said in its thread.
      const roots = agenda
        .filter(({ kind }) => kind !== 'uninvited')
        .flatMap(({ thread, after }) => [thread, after])
      return roots.filter((root) => root !== undefined && !keys.has(root))
    },
    'changes',
  )
})

test('nothing is said to people outside the recruitment, but that they need not come any more, nor asked of them', () => {
  never(
    50,
    ({ state, now }) => {
      const told = agendaOf(state, now).flatMap(({ kind, to }) =>
        to === undefined || kind === 'uninvited' ? [] : [to],
      )
      const owing = obligationsOf(state).map(({ person }) => person)
      return [...told, ...owing].filter((one) => standings(state, one).length === 0)
    },
    'changes',
  )
})

test('nothing happens because people outside the recruitment asked for it, but a new owner, for an administrator', () => {
  never(500, ({ before, decided, actor }) => {
    if (decided.refusal || standings(before, actor.by).length > 0) return []
    return decided.events.filter(
      ({ type, by }) => by === actor.by && by !== SYSTEM && type !== 'OwnerNamed',
    )
  })
})
