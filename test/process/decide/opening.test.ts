import { expect, describe, test } from 'vitest'
import {
  confirmAdvice,
  openRecruitment,
  recordChannel,
} from '../../../src/process/decide/opening.ts'
import type { Opening } from '../../../src/process/decide/opening.ts'
import { continued, given } from '../support/history.ts'
import { paris } from '../support/instants.ts'
import { opened } from '../support/story.ts'

const camille = { by: 'camille', at: paris('2026-02-23T10:00') }

function opening(details: Partial<Opening> = {}): Opening {
  return {
    team: 'demo',
    craft: 'developer',
    contract: 'agent',
    title: 'title-1',
    product: 'product-1',
    firstRecruitment: false,
    ...details,
  }
}

describe('opening a recruitment', () => {
  test('whoever opens it owns it, and the event says who and when', () => {
    expect(openRecruitment(opening({ decisionDate: '2026-04-30' }), camille)).toEqual({
      events: [
        {
          type: 'RecruitmentOpened',
          team: 'demo',
          owner: 'camille',
          craft: 'developer',
          contract: 'agent',
          title: 'title-1',
          product: 'product-1',
          decisionDate: '2026-04-30',
          firstRecruitment: false,
          by: 'camille',
          at: '2026-02-23T09:00:00Z',
        },
      ],
    })
  })

  test('a first recruitment needs a craft advisor', () => {
    const alone = opening({ firstRecruitment: true })
    expect(openRecruitment(alone, camille)).toEqual({ refusal: { code: 'advisor-missing' } })
    const advised = openRecruitment({ ...alone, advisor: 'noor' }, camille)
    expect(advised.refusal).toBeUndefined()
  })

  test('a first recruitment of the craft "other" is not blocked, for it has no advisor', () => {
    const other = opening({ firstRecruitment: true, craft: 'other' })
    expect(openRecruitment(other, camille).refusal).toBeUndefined()
  })

  test('nobody advises their own recruitment', () => {
    const own = opening({ advisor: 'camille' })
    expect(openRecruitment(own, camille)).toEqual({ refusal: { code: 'advisor-is-owner' } })
  })
})

describe('the channel', () => {
  test('is recorded once made, and a second time changes nothing', () => {
    given(opened())
      .when('system', (state, actor) => recordChannel(state, 'channel-1', actor))
      .thenRecorded({ type: 'ChannelCreated', channel: 'channel-1' })
    const made = continued([opened()], 'system', '2026-02-23T10:05', (state, actor) =>
      recordChannel(state, 'channel-1', actor),
    )
    given(...made)
      .when('system', (state, actor) => recordChannel(state, 'channel-2', actor))
      .thenRecorded()
  })
})

describe('the craft advisor', () => {
  test('confirms having been consulted, once', () => {
    const advised = opened({ firstRecruitment: true, advisor: 'noor' })
    given(advised).when('noor', confirmAdvice).thenRecorded({ type: 'AdvisorConfirmed' })
    const confirmed = continued([advised], 'noor', '2026-02-24T10:00', confirmAdvice)
    given(...confirmed)
      .when('noor', confirmAdvice)
      .thenRecorded()
  })

  test.each(['camille', 'zoe'])('is the only one who can confirm it: %s cannot', (person) => {
    given(opened({ firstRecruitment: true, advisor: 'noor' }))
      .when(person, confirmAdvice)
      .thenRefused({ code: 'not-the-advisor' })
  })
})
