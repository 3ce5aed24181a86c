/** A log recorded when its schema was current still tells the same story. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { EVENT_SCHEMA } from '../../src/process/events.ts'
import type { Event } from '../../src/process/events.ts'
import { fold } from '../../src/process/evolve.ts'
import { upcast } from '../../src/process/upcast.ts'

const rows = z.array(
  z.object({
    version: z.number(),
    schema: z.number(),
    type: z.string(),
    at: z.string(),
    by: z.string(),
    data: z.record(z.string(), z.unknown()),
  }),
)

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'))
}

/** As the store reads them. */
function recordedEvents(name: string): readonly Event[] {
  return rows
    .parse(fixture(name))
    .map(({ schema, type, at, by, data }) => upcast(schema, { ...data, type, at, by }))
}

/** Every type there is; the compiler asks for new ones here. */
const TYPES: Record<Event['type'], true> = {
  RecruitmentOpened: true,
  ChannelCreated: true,
  SettingsChanged: true,
  CriterionSet: true,
  CriterionRemoved: true,
  CaseWritten: true,
  FramingClosed: true,
  FramingReopened: true,
  FramingRead: true,
  AdvisorConfirmed: true,
  MemberNamed: true,
  MemberRemoved: true,
  DeputyNamed: true,
  DeputyRemoved: true,
  AdvisorNamed: true,
  OwnerNamed: true,
  PersonUnreachable: true,
  ChannelUnreachable: true,
  ApplicationAdded: true,
  CandidateCorrected: true,
  CandidateInformed: true,
  CandidateWithdrew: true,
  ApplicationAdvanced: true,
  AnotherInterviewAsked: true,
  ApplicationStopped: true,
  ApplicationResumed: true,
  CandidateChosen: true,
  CandidateAnswered: true,
  InterviewScheduled: true,
  InterviewMoved: true,
  InterviewCancelled: true,
  InterviewNotHeld: true,
  ParticipantSet: true,
  ParticipantRemoved: true,
  InvitationAnswered: true,
  BriefItemTicked: true,
  DraftSaved: true,
  ScorecardFiled: true,
  ScorerReminded: true,
  ScorerWaived: true,
  DebriefOpened: true,
  ReportAttempted: true,
  ReportNotSent: true,
  ReportAsked: true,
  ReportHandedOver: true,
  ReportLogged: true,
  MessageHeld: true,
  HeldMessageGone: true,
  HeldMessageStays: true,
  HeldMessageSettled: true,
  RecruitmentClosed: true,
  FollowUpDated: true,
  FollowUpDone: true,
  ErasureAnnounced: true,
  ErasureAsked: true,
  CandidateErased: true,
}

describe('the log recorded with schema 1', () => {
  test('still holds every type of event that there was then', () => {
    const types = new Set(recordedEvents('log.schema-1').map(({ type }) => type))
    expect(types.size).toBe(24)
  })

  test('replays to the state that it stood for', () => {
    const state = fold(recordedEvents('log.schema-1'))
    expect(JSON.parse(JSON.stringify(state))).toEqual(fixture('state.schema-1'))
  })
})

describe('the log of a whole recruitment', () => {
  test('holds every type of event', () => {
    const recorded = new Set(recordedEvents('log.whole-process').map(({ type }) => type))
    expect([...recorded].toSorted()).toEqual(Object.keys(TYPES).toSorted())
  })

  test('replays to the state that it stood for', () => {
    const state = fold(recordedEvents('log.whole-process'))
    expect(JSON.parse(JSON.stringify(state))).toEqual(fixture('state.whole-process'))
  })
})

describe('an event', () => {
  const stored = { type: 'FramingClosed', at: '2026-02-23T15:00:00Z', by: 'camille' }

  test('of today’s schema is read as it is', () => {
    expect(upcast(EVENT_SCHEMA, stored)).toEqual(stored)
  })

  test('of a newer version of the bot is refused rather than misread', () => {
    expect(() => upcast(EVENT_SCHEMA + 1, stored)).toThrow(
      `Event schema ${EVENT_SCHEMA + 1} is newer`,
    )
  })
})

test('a log that does not start with the opening is refused', () => {
  const [, second] = recordedEvents('log.schema-1')
  expect(second && (() => fold([second]))).toThrow('cannot start with ChannelCreated')
})
