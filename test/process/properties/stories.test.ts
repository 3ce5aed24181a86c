/** Random stories are worth playing only if they get somewhere. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { participantsWith } from '../../../src/process/recruitment.ts'
import { stories } from '../support/orders.ts'
import { play } from '../support/play.ts'

test('random stories reach what the properties are about', () => {
  const played = fc.sample(stories, { numRuns: 300, seed: 42 }).map((story) => play(story))
  const events = played.flatMap((one) => one.events)
  const count = (type: string) => events.filter((event) => event.type === type).length
  const refusals = new Set(
    played.flatMap(({ moments }) => moments.map(({ decided }) => decided.refusal?.code)),
  )
  const openedTogether = played
    .flatMap(({ state }) => Object.values(state.interviews))
    .filter((interview) => interview.openedAt && participantsWith(interview, 'scorer').length > 1)
  const moved = played
    .flatMap(({ state }) => Object.values(state.interviews))
    .filter(({ slots }) => slots.length > 1)

  expect.soft(openedTogether.length).toBeGreaterThan(80)
  expect.soft(moved.length).toBeGreaterThan(20)
  expect.soft(count('ScorecardFiled')).toBeGreaterThan(700)
  expect.soft(count('ScorerWaived')).toBeGreaterThan(80)
  expect.soft(count('InterviewCancelled')).toBeGreaterThan(15)
  expect.soft(count('InterviewNotHeld')).toBeGreaterThan(15)
  expect.soft(count('MemberRemoved')).toBeGreaterThan(10)
  expect.soft(refusals.size).toBeGreaterThan(30)
})
