/** Who owes what since when: what `tâches` and `statut` show. */
import type { Temporal } from 'temporal-polyfill'
import type { InterviewId, PersonId } from './events.ts'
import { missingScorers } from './gate.ts'
import { laterOf } from './instants.ts'
import { endOf, slotOf } from './recruitment.ts'
import type { Recruitment } from './recruitment.ts'
import { attendees } from './roles.ts'

export interface Obligation {
  readonly person: PersonId
  readonly kind: 'confirm-advice' | 'read-framing' | 'answer-invitation' | 'file-notes'
  readonly interview?: InterviewId
  /** Notes are owed from the planned end on, which may be to come. */
  readonly since: Temporal.Instant
}

export function obligationsOf(state: Recruitment): readonly Obligation[] {
  const { advisor, advisorConfirmedAt, framing, members, interviews } = state
  const advice: Obligation[] =
    advisor !== undefined && framing.startedAt && !framing.closedAt && !advisorConfirmedAt
      ? [{ person: advisor, kind: 'confirm-advice', since: framing.startedAt }]
      : []
  const { closedAt } = framing
  const reading: Obligation[] = closedAt
    ? Object.entries(members)
        .filter(([, { readFramingAt }]) => !readFramingAt)
        .map(([person, { namedAt }]) => ({
          person,
          kind: 'read-framing',
          since: laterOf(namedAt, closedAt),
        }))
    : []
  const meetings = Object.values(interviews).filter(
    ({ status, openedAt }) => status === 'scheduled' && !openedAt,
  )
  const answers = meetings.flatMap((interview): Obligation[] =>
    attendees(state, interview)
      .filter((person) => !interview.answers[person] && !interview.filings[person])
      .map((person) => ({
        person,
        kind: 'answer-invitation',
        interview: interview.id,
        since: slotOf(interview).at,
      })),
  )
  const notes = meetings.flatMap((interview): Obligation[] =>
    missingScorers(interview).map((person) => ({
      person,
      kind: 'file-notes',
      interview: interview.id,
      since: endOf(interview),
    })),
  )
  return [...advice, ...reading, ...answers, ...notes]
}
