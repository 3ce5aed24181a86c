/** Random stories are worth playing only if they get somewhere. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event } from '../../../src/process/events.ts'
import { participantsWith } from '../../../src/process/recruitment.ts'
import { play } from '../support/play.ts'
import { stories } from '../support/stories.ts'

/** At least so often in the stories below, where something has to happen often to be worth a property. */
const OFTEN: Readonly<Partial<Record<Event['type'], number>>> = {
  ScorecardFiled: 500,
  InterviewScheduled: 200,
  DebriefOpened: 100,
  ScorerWaived: 60,
  InterviewNotHeld: 40,
  ApplicationAdvanced: 40,
  SettingsChanged: 25,
  CandidateChosen: 20,
  OwnerNamed: 20,
  MemberRemoved: 15,
  InterviewMoved: 15,
  ParticipantSet: 12,
  ParticipantRemoved: 10,
  CandidateWithdrew: 10,
  InterviewCancelled: 8,
  RecruitmentClosed: 4,
}

test('random stories reach what the properties are about', () => {
  const played = fc.sample(stories, { numRuns: 300, seed: 42 }).map((story) => play(story))
  const decided = played.flatMap(({ moments }) => moments.map(({ decided }) => decided))
  const events = decided.flatMap((one) => (one.refusal ? [] : one.events))
  const count = (type: string) => events.filter((event) => event.type === type).length
  const refusals = new Set(decided.map(({ refusal }) => refusal?.code))
  const openedTogether = played
    .flatMap(({ state }) => Object.values(state.interviews))
    .filter((interview) => interview.openedAt && participantsWith(interview, 'scorer').length > 1)

  for (const [type, least] of Object.entries(OFTEN)) {
    expect.soft(count(type), type).toBeGreaterThanOrEqual(least)
  }
  expect.soft(openedTogether.length).toBeGreaterThan(80)
  expect.soft(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(38)
  expect.soft(refusals.size).toBeGreaterThan(45)
})
