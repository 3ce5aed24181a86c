/** The gate never opens early, is never forgotten, and stays open. */
import { Temporal } from 'temporal-polyfill'
import { test } from 'vitest'
import { agendaOf } from '../../../src/process/agenda/agenda.ts'
import { isBefore } from '../../../src/process/instants.ts'
import { endOf, participantsWith, slotOf } from '../../../src/process/recruitment.ts'
import type { Interview, Recruitment } from '../../../src/process/recruitment.ts'
import { nextHalfDay } from '../../../src/process/working-time.ts'
import { never } from '../support/never.ts'

function opened({ interviews }: Recruitment): readonly Interview[] {
  return Object.values(interviews).filter(({ openedAt }) => openedAt)
}

function scorersOf({ interviews }: Recruitment, id: string): readonly string[] {
  const interview = interviews[id]
  return interview ? participantsWith(interview, 'scorer') : []
}

function settled(interview: Interview): boolean {
  const { filings, waivers } = interview
  return participantsWith(interview, 'scorer').every((one) => filings[one] ?? waivers[one])
}

test('a debrief opens only when every scorer has filed or was let off, one at least having filed', () => {
  never(400, ({ state }) =>
    opened(state).filter(
      (interview) => !settled(interview) || Object.keys(interview.filings).length === 0,
    ),
  )
})

test('with several scorers, not before the half-day after the interview', () => {
  never(400, ({ state }) =>
    opened(state).filter(
      (interview) =>
        participantsWith(interview, 'scorer').length > 1 &&
        interview.openedAt &&
        isBefore(interview.openedAt, nextHalfDay(endOf(interview))),
    ),
  )
})

test('once open it stays so, at the same instant, whatever happens', () => {
  never(300, ({ before, state }) =>
    opened(before).filter(({ id, openedAt }) => {
      const after = state.interviews[id]
      return !after?.openedAt || after.openedAt !== openedAt || after.status !== 'scheduled'
    }),
  )
})

test('it opens at once, or its opening is in the agenda, as soon as nobody is awaited', () => {
  never(
    80,
    ({ state, now }) => {
      const planned = new Set(agendaOf(state, now).map(({ key }) => key))
      return Object.values(state.interviews).filter(
        (interview) =>
          planned.has(`open/${interview.id}`) !==
          (interview.status === 'scheduled' && !interview.openedAt && settled(interview)),
      )
    },
    'changes',
  )
})

test('a waiver is granted by the owner, to a scorer other than them, after the planned end', () => {
  never(300, ({ before, decided }) =>
    (decided.refusal ? [] : decided.events).filter((event) => {
      if (event.type !== 'ScorerWaived') return false
      const interview = before.interviews[event.interview]
      return (
        event.by !== before.owner ||
        event.scorer === before.owner ||
        interview?.participants[event.scorer] !== 'scorer' ||
        isBefore(Temporal.Instant.from(event.at), endOf(interview))
      )
    }),
  )
})

test('at least one scorer is never let off', () => {
  never(300, ({ state }) =>
    Object.values(state.interviews).filter((interview) =>
      participantsWith(interview, 'scorer').every((scorer) => interview.waivers[scorer]),
    ),
  )
})

test('no interview is without a scorer', () => {
  never(300, ({ state }) =>
    Object.values(state.interviews).filter(
      (interview) => participantsWith(interview, 'scorer').length === 0,
    ),
  )
})

test('once it has started, an interview loses no scorer', () => {
  never(300, ({ before, state, now }) =>
    Object.values(before.interviews)
      .filter((interview) => !isBefore(now, slotOf(interview).start))
      .flatMap((interview) =>
        participantsWith(interview, 'scorer').filter(
          (person) => state.interviews[interview.id]?.participants[person] !== 'scorer',
        ),
      ),
  )
})

test('once it has started, whoever becomes a scorer was there to observe, and had not said no', () => {
  never(300, ({ before, state, now }) =>
    Object.values(before.interviews)
      .filter((interview) => !isBefore(now, slotOf(interview).start))
      .flatMap(({ id, participants, answers }) =>
        scorersOf(state, id).filter(
          (person) =>
            participants[person] !== 'scorer' &&
            (participants[person] !== 'observer' || answers[person]?.coming === false),
        ),
      ),
  )
})
