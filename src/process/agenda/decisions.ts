/** What calls the owner's decisions to mind, and tells the team of them. */
import type { Temporal } from 'temporal-polyfill'
import { DEFAULTS } from '../defaults.ts'
import { earlierOf, isBefore } from '../instants.ts'
import { awaitingDecision, interviewsOf } from '../progress.ts'
import type { Application, Recruitment } from '../recruitment.ts'
import { participantsWith } from '../recruitment.ts'
import { addWorkingHours, nextHalfDay, nextWorkingMorning } from '../working-time.ts'
import type { AgendaEntry } from './entry.ts'
import { currentAndNext } from './recurring.ts'
import { debriefThreadKey } from './thread.ts'

export function decisionsAgenda(state: Recruitment, now: Temporal.Instant): AgendaEntry[] {
  return [
    ...Object.values(state.applications).flatMap((application) => [
      ...awaited(state, application, now),
      ...told(state, application),
    ]),
    ...answers(state, now),
  ]
}

/**
 * The owner has heard of an opened debrief: the next morning is a reminder. With a single scorer the
 * debrief opened without a word, so that what is to be decided comes grouped, each half-day.
 */
function awaited(
  state: Recruitment,
  { id: application }: Application,
  now: Temporal.Instant,
): AgendaEntry[] {
  const interview = awaitingDecision(state, application)
  if (!interview?.openedAt) return []
  const isAlone = participantsWith(interview, 'scorer').length === 1
  const first = isAlone ? nextHalfDay(interview.openedAt) : nextWorkingMorning(interview.openedAt)
  return currentAndNext(first, now).map(({ dueAt, next, occurrence }) => ({
    key: `decide/${application}/${interview.id}/${occurrence}`,
    kind: 'decision-awaited',
    to: state.owner,
    interview: interview.id,
    application,
    dueAt,
    usefulUntil: next,
    occurrence,
    shows: '',
  }))
}

/** In the thread of the debrief that led to the decision. */
function told(state: Recruitment, { id: application, decision }: Application): AgendaEntry[] {
  if (!decision) return []
  const held = interviewsOf(state, application).filter(
    ({ openedAt }) => openedAt && !isBefore(decision.at, openedAt),
  )
  const last = held.at(-1)
  if (!last) return []
  const thread = debriefThreadKey(last)
  return [
    {
      key: `decided/${application}/${decision.at.epochMilliseconds}`,
      kind: 'decided',
      interview: last.id,
      application,
      dueAt: decision.at,
      thread,
      after: thread,
      shows: '',
    },
  ]
}

/** Candidates who were not chosen, and do not know it yet. */
function answers(state: Recruitment, now: Temporal.Instant): AgendaEntry[] {
  const [first, ...others] = Object.values(state.applications).flatMap(
    ({ status, answeredAt, decision }) =>
      status === 'stopped' && !answeredAt && decision ? [decision.at] : [],
  )
  if (!first || state.closedAt) return []
  const earliest = others.reduce(earlierOf, first)
  const due = addWorkingHours(earliest, DEFAULTS.answerWithinHours)
  return currentAndNext(due, now).map(({ dueAt, next, occurrence }) => ({
    key: `answers/${earliest.epochMilliseconds}/${occurrence}`,
    kind: 'answers-awaited',
    to: state.owner,
    dueAt,
    usefulUntil: next,
    occurrence,
    shows: '',
  }))
}
