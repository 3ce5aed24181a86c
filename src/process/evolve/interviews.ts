/** What each event changes in an interview, before its notes. */
import { Temporal } from 'temporal-polyfill'
import type { Stamp } from '../events.ts'
import type { InterviewFact } from '../facts/interviews.ts'
import type { Interview } from '../recruitment.ts'

type Planned = Extract<InterviewFact, { type: 'InterviewScheduled' }>

export function planned(event: Planned & Stamp, at: Temporal.Instant): Interview {
  const { conductor, referee } = event
  return {
    id: event.interview,
    application: event.application,
    stage: event.stage,
    merged: event.merged ?? false,
    ...(conductor !== undefined && { conductor }),
    ...(referee !== undefined && { referee }),
    doubts: event.doubts ?? [],
    scheduledBy: event.by,
    slots: [slot(event, at)],
    participants: event.participants,
    joined: {},
    removed: {},
    status: 'scheduled',
    answers: {},
    ticked: {},
    drafts: {},
    filings: {},
    waivers: {},
    reminded: {},
    reports: {},
  }
}

export function interviewAfter(
  interview: Interview,
  event: Exclude<InterviewFact, Planned> & Stamp,
  at: Temporal.Instant,
): Interview {
  switch (event.type) {
    case 'InterviewMoved':
      // People said whether they could come to the former slot: they are asked again.
      return {
        ...interview,
        slots: [...interview.slots, slot(event, at)],
        answers: {},
        reminded: {},
      }
    case 'InterviewCancelled':
      return { ...interview, status: 'cancelled', endedAt: at, endedBy: event.by }
    case 'InterviewNotHeld':
      return {
        ...interview,
        status: 'not-held',
        endedAt: at,
        endedBy: event.by,
        ...(event.why !== undefined && { notHeldBecause: event.why }),
      }
    case 'ParticipantSet':
      return joinedBy(interview, event, at)
    case 'ParticipantRemoved':
      return withoutPerson(interview, event.person, at)
    case 'InvitationAnswered':
      return answeredBy(interview, event, at)
    case 'BriefItemTicked': {
      const others = (interview.ticked[event.person] ?? []).filter((item) => item !== event.item)
      const items = event.done ? [...others, event.item] : others
      return { ...interview, ticked: { ...interview.ticked, [event.person]: items } }
    }
  }
}

function answeredBy(
  interview: Interview,
  { person, coming }: Extract<InterviewFact, { type: 'InvitationAnswered' }>,
  at: Temporal.Instant,
): Interview {
  const before = interview.answers[person]
  const declinedAt = before && !before.coming ? before.at : before?.declinedAt
  const answer = { coming, at, ...(coming && declinedAt && { declinedAt }) }
  return { ...interview, answers: { ...interview.answers, [person]: answer } }
}

function joinedBy(
  interview: Interview,
  { person, role }: Extract<InterviewFact, { type: 'ParticipantSet' }>,
  at: Temporal.Instant,
): Interview {
  const isNew = interview.participants[person] === undefined
  const { [person]: _back, ...removed } = interview.removed
  return {
    ...interview,
    participants: { ...interview.participants, [person]: role },
    removed,
    ...(isNew && { joined: { ...interview.joined, [person]: at } }),
  }
}

function withoutPerson(interview: Interview, person: string, at: Temporal.Instant): Interview {
  const { conductor, ...rest } = interview
  const { [person]: _gone, ...participants } = interview.participants
  const { [person]: _answer, ...answers } = interview.answers
  return {
    ...rest,
    participants,
    answers,
    removed: { ...interview.removed, [person]: at },
    ...(conductor !== undefined && conductor !== person && { conductor }),
  }
}

function slot(
  event: Extract<InterviewFact, { type: 'InterviewScheduled' | 'InterviewMoved' }>,
  at: Temporal.Instant,
) {
  const { minutes, place } = event
  return { start: Temporal.Instant.from(event.start), minutes, place, at }
}
