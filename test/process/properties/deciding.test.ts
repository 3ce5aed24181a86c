/** Decisions are the owner's, and keep to the rules of the whole recruitment. */
import { test } from 'vitest'
import type { Event } from '../../../src/process/events.ts'
import { activeApplications, reachedBy } from '../../../src/process/progress.ts'
import type { Recruitment } from '../../../src/process/recruitment.ts'
import { precedes } from '../../../src/process/vocabulary.ts'
import { never } from '../support/never.ts'

const DECISIVE: ReadonlySet<Event['type']> = new Set([
  'ApplicationAdvanced',
  'AnotherInterviewAsked',
  'ApplicationStopped',
  'ApplicationResumed',
  'CandidateChosen',
  'ScorerWaived',
  'RecruitmentClosed',
  'FramingReopened',
  'DeputyNamed',
  'AdvisorNamed',
])

test('what decides is done by the owner, never by the deputy', () => {
  never(400, ({ before, decided }) =>
    (decided.refusal ? [] : decided.events).filter(
      ({ type, by }) => DECISIVE.has(type) && by !== before.owner,
    ),
  )
})

test('the owner changes by their own hand, or because they are lost', () => {
  never(300, ({ before, decided, order }) =>
    (decided.refusal ? [] : decided.events).filter(
      ({ type, by }) => type === 'OwnerNamed' && by !== before.owner && order.kind !== 'lost-owner',
    ),
  )
})

test('after the framing is closed, only the owner makes a mandatory criterion one that is not', () => {
  never(300, ({ before, state, actor }) =>
    before.framing.closedAt && state.framing.closedAt && actor.by !== before.owner
      ? before.framing.criteria.filter(
          ({ id, mandatory }) =>
            mandatory && !state.framing.criteria.some((one) => one.id === id && one.mandatory),
        )
      : [],
  )
})

function atCollaboration(state: Recruitment): number {
  return activeApplications(state).filter(
    ({ id }) => !precedes(reachedBy(state, id), 'collaboration'),
  ).length
}

test('a fourth active application reaches collaboration with a reason only', () => {
  never(400, ({ before, state, decided }) => {
    const count = atCollaboration(state)
    const isOneMore = count > 3 && count > atCollaboration(before)
    const hasReason = !decided.refusal && decided.events.some((event) => 'reason' in event)
    return isOneMore && !hasReason ? [count] : []
  })
})

test('candidates know how they are assessed before their first interview', () => {
  never(300, ({ decided, state }) =>
    (decided.refusal ? [] : decided.events).filter(
      (event) =>
        event.type === 'InterviewScheduled' && !state.applications[event.application]?.informedAt,
    ),
  )
})

test('nobody is chosen beside somebody else, nor closed upon while someone is undecided', () => {
  never(300, ({ state: { applications, closedAt } }) => {
    const statuses = Object.values(applications).map(({ status }) => status)
    return [
      ...statuses.filter((status) => status === 'chosen').slice(1),
      ...(closedAt ? statuses.filter((status) => status === 'active') : []),
    ]
  })
})

/** What a closed recruitment still records. */
const AFTERWARDS: ReadonlySet<Event['type']> = new Set([
  'FramingRead',
  'AdvisorConfirmed',
  'ChannelCreated',
  'PersonUnreachable',
  'OwnerNamed',
  'SettingsChanged',
  'CandidateAnswered',
  'BriefItemTicked',
  'InterviewNotHeld',
  'DraftSaved',
  'ScorecardFiled',
  'ScorerWaived',
  'DebriefOpened',
  'ReportAsked',
  'ReportAttempted',
  'ReportNotSent',
  'ReportHandedOver',
  'ReportLogged',
  'FollowUpDated',
  'FollowUpDone',
])

test('once closed, a recruitment records notes, reports and follow-ups, and decides nothing more', () => {
  never(400, ({ before, decided }) =>
    before.closedAt && !decided.refusal
      ? decided.events.filter(({ type }) => !AFTERWARDS.has(type))
      : [],
  )
})
