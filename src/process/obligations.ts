/** Who owes what since when: what `tâches` and `statut` show. */
import type { Temporal } from 'temporal-polyfill'
import { followUpsOf } from './follow-ups.ts'
import { missingScorers } from './gate.ts'
import type { ApplicationId, InterviewId, PersonId } from './ids.ts'
import { earlierOf, laterOf } from './instants.ts'
import { activeApplications, awaitingDecision, interviewsOf } from './progress.ts'
import { endOf, slotOf } from './recruitment.ts'
import type { Recruitment } from './recruitment.ts'
import { keeperOf, reportsDue } from './reports.ts'
import { attendees } from './roles.ts'
import type { FollowUp } from './vocabulary.ts'

/** What an obligation is about, as ids. */
export interface Subject {
  readonly interview?: InterviewId
  readonly application?: ApplicationId
  /** Whose report it is. */
  readonly scorer?: PersonId
  readonly followUp?: FollowUp
}

export interface Obligation extends Subject {
  readonly person: PersonId
  readonly kind:
    | 'confirm-advice'
    | 'read-framing'
    | 'answer-invitation'
    | 'file-notes'
    | 'log-report'
    | 'decide'
    | 'schedule'
    | 'answer-candidates'
    | 'follow-up'
  /** Notes are owed from the planned end on, and follow-ups from their day, which may be to come. */
  readonly since: Temporal.Instant
}

export function obligationsOf(state: Recruitment): readonly Obligation[] {
  if (state.closedAt) return [...reports(state), ...followUps(state)]
  return [
    ...advice(state),
    ...reading(state),
    ...meetings(state),
    ...reports(state),
    ...deciding(state),
    ...answering(state),
  ]
}

function advice({ advisor, advisorConfirmedAt, framing }: Recruitment): Obligation[] {
  return advisor !== undefined && framing.startedAt && !framing.closedAt && !advisorConfirmedAt
    ? [{ person: advisor, kind: 'confirm-advice', since: framing.startedAt }]
    : []
}

function reading({ framing: { closedAt }, members }: Recruitment): Obligation[] {
  if (!closedAt) return []
  return Object.entries(members)
    .filter(([, { readFramingAt }]) => !readFramingAt)
    .map(([person, { namedAt }]) => ({
      person,
      kind: 'read-framing',
      since: laterOf(namedAt, closedAt),
    }))
}

function meetings(state: Recruitment): Obligation[] {
  const pending = Object.values(state.interviews).filter(
    ({ status, openedAt, application }) =>
      status === 'scheduled' && !openedAt && state.applications[application]?.status === 'active',
  )
  const answers = pending.flatMap((interview): Obligation[] =>
    attendees(state, interview)
      .filter((person) => !interview.answers[person] && !interview.filings[person])
      .map((person) => ({
        person,
        kind: 'answer-invitation',
        interview: interview.id,
        since: slotOf(interview).at,
      })),
  )
  const notes = pending.flatMap((interview): Obligation[] =>
    missingScorers(interview).map((person) => ({
      person,
      kind: 'file-notes',
      interview: interview.id,
      since: endOf(interview),
    })),
  )
  return [...answers, ...notes]
}

function reports(state: Recruitment): Obligation[] {
  return Object.values(state.interviews).flatMap((interview) =>
    reportsDue(state, interview).flatMap((scorer): Obligation[] => {
      const { status, askedAt } = interview.reports[scorer] ?? {}
      if (!askedAt || status === 'logged') return []
      return [
        {
          person: keeperOf(state, interview, scorer),
          kind: 'log-report',
          interview: interview.id,
          scorer,
          since: askedAt,
        },
      ]
    }),
  )
}

/** Applications that wait for the owner: to decide, or to plan what was decided. */
function deciding(state: Recruitment): Obligation[] {
  return activeApplications(state).flatMap(({ id: application, decision }): Obligation[] => {
    const open = awaitingDecision(state, application)
    if (open?.openedAt) {
      const { id: interview } = open
      return [{ person: state.owner, kind: 'decide', application, interview, since: open.openedAt }]
    }
    const isPlanned = interviewsOf(state, application).some(({ openedAt }) => !openedAt)
    if (!decision || isPlanned) return []
    return [{ person: state.owner, kind: 'schedule', application, since: decision.at }]
  })
}

/** One thing to do, however many candidates wait. */
function answering(state: Recruitment): Obligation[] {
  const [first, ...others] = Object.values(state.applications).flatMap(
    ({ status, answeredAt, decision }) =>
      status === 'stopped' && !answeredAt && decision ? [decision.at] : [],
  )
  if (!first) return []
  const since = others.reduce(earlierOf, first)
  return [{ person: state.owner, kind: 'answer-candidates', since }]
}

function followUps(state: Recruitment): Obligation[] {
  return followUpsOf(state)
    .filter(({ doneAt }) => !doneAt)
    .map(({ followUp, dueAt }) => ({
      person: state.owner,
      kind: 'follow-up',
      followUp,
      since: dueAt,
    }))
}
