/** Product.md section 2, step 4: candidates. */
import { describe, expect, test } from 'vitest'
import { added, answered, chosen, stopped, withdrew } from '../support/candidates.ts'
import {
  adding,
  answering,
  closing,
  informing,
  resuming,
  withdrawing,
} from '../support/commands.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import { scheduling } from '../support/slots.ts'
import { ready, scheduled, staffed } from '../support/story.ts'

const TOMORROW = '2026-03-04T14:00'
const fact = (application: string) => ({
  type: 'ApplicationAdded' as const,
  application,
  candidate: `candidate-${application}`,
  tracked: false,
})

describe('candidates', () => {
  test('are added one by one, or in bulk; those already there are left alone', () => {
    given(...staffed)
      .when('camille', adding('billie'))
      .thenRecorded(fact('billie'))
    given(...staffed)
      .when('sacha', adding('alex', 'billie', 'chris'))
      .thenRecorded(fact('billie'), fact('chris'))
  })

  test('are added by the owner and the deputy, nobody else', () => {
    given(...staffed)
      .when('ines', adding('billie'))
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
    given(...staffed)
      .when('zoe', adding('billie'))
      .thenRefused({ code: 'not-a-member' })
  })
})

describe('before a candidate’s first interview', () => {
  const story = [...staffed, added('billie')]
  const planned = {
    type: 'InterviewScheduled',
    interview: 'talk-2',
    application: 'billie',
    stage: 'interview',
    start: '2026-03-04T13:00:00Z',
    minutes: 60,
    place: 'place-2',
    participants: { ines: 'scorer', malik: 'scorer', lou: 'observer' },
  } as const

  test('the owner confirms that they were told how they are assessed: nothing is planned before', () => {
    given(...story)
      .when('camille', scheduling(TOMORROW, { application: 'billie' }))
      .thenRefused({ code: 'candidate-not-informed' })
    given(...story)
      .when('camille', informing('billie'))
      .thenRecorded({ type: 'CandidateInformed', application: 'billie' })
    given(...continued(story, 'camille', '2026-03-03T09:00', informing('billie')))
      .when('camille', scheduling(TOMORROW, { application: 'billie' }))
      .thenRecorded(planned)
  })

  test('it can be confirmed as the interview is planned, and once is enough', () => {
    const command = scheduling(TOMORROW, { application: 'billie', informed: true })
    given(...story)
      .when('camille', command)
      .thenRecorded({ type: 'CandidateInformed', application: 'billie' }, planned)
    const told = continued(story, 'camille', '2026-03-03T09:00', informing('billie'))
    given(...told)
      .when('camille', command)
      .thenRecorded(planned)
    given(...told)
      .when('camille', informing('billie'))
      .thenRecorded()
  })
})

describe('a candidate', () => {
  const withdrawal = { type: 'CandidateWithdrew', application: 'alex' } as const

  test.each([
    ['before anything', []],
    ['once stopped', [stopped('alex')]],
    ['once chosen', [chosen('alex')]],
    ['between an interview and its debrief', [scheduled('2026-03-02T14:00')]],
  ])('can withdraw at any time: %s', (_when, events) => {
    given(...staffed, ...events)
      .when('sacha', withdrawing('alex'))
      .thenRecorded(withdrawal)
  })

  test('who withdraws has their interviews to come called off, not those already held', () => {
    given(
      ...staffed,
      scheduled('2026-03-02T14:00'),
      scheduled('2026-03-05T14:00', { interview: 'case', stage: 'case-study' }),
    )
      .when('camille', withdrawing('alex'))
      .thenRecorded(withdrawal, { type: 'InterviewCancelled', interview: 'case' })
  })

  test('withdraws once, and is no longer met', () => {
    given(...staffed, withdrew('alex'))
      .when('camille', withdrawing('alex'))
      .thenRefused({ code: 'withdrawn-already' })
    given(...staffed, withdrew('alex'))
      .when('camille', scheduling(TOMORROW))
      .thenRefused({ code: 'not-in-the-running' })
  })

  test.each([
    ['a stop', [stopped('alex'), answered('alex')]],
    ['a withdrawal', [withdrew('alex')]],
    ['a choice', [chosen('alex'), answered('alex')]],
  ])(
    'is back in the running when the owner takes %s back, and is to be answered anew',
    (_what, events) => {
      const resumed = continued(
        [...staffed, ...events],
        'camille',
        '2026-03-03T09:00',
        resuming('alex'),
      )
      expect(stateAfter(...resumed).applications['alex']).toMatchObject({ status: 'active' })
      expect(stateAfter(...resumed).applications['alex']).not.toHaveProperty('answeredAt')
      given(...staffed, ...events)
        .when('sacha', resuming('alex'))
        .thenRefused({ code: 'owner-only', owner: 'camille' })
      given(...resumed)
        .when('camille', resuming('alex'))
        .thenRecorded()
    },
  )
})

describe('answers', () => {
  const story = [...ready, added('billie'), added('chris')]

  test('are given in batch, to those who were not met too', () => {
    given(...story, stopped('billie'), stopped('chris'))
      .when('sacha', answering('billie', 'chris'))
      .thenRecorded(
        { type: 'CandidateAnswered', application: 'billie' },
        { type: 'CandidateAnswered', application: 'chris' },
      )
  })

  test('are given once, and to nobody still in the running', () => {
    given(...story, stopped('billie'), answered('billie'), stopped('chris'))
      .when('camille', answering('billie', 'chris'))
      .thenRecorded({ type: 'CandidateAnswered', application: 'chris' })
    given(...story, stopped('billie'))
      .when('camille', answering('billie', 'chris'))
      .thenRefused({ code: 'applications-undecided', applications: ['chris'] })
    given(...story)
      .when('camille', answering('nobody'))
      .thenRefused({ code: 'unknown-application' })
  })

  test('are checked at the closing: every candidate was answered, who withdrew apart', () => {
    const decided = [...story, chosen('alex'), stopped('billie'), withdrew('chris')]
    given(...decided)
      .when('camille', closing)
      .thenRefused({ code: 'candidates-unanswered', applications: ['alex', 'billie'] })
    given(...decided, answered('alex'), answered('billie'))
      .when('camille', closing)
      .thenRecorded({ type: 'RecruitmentClosed', chosen: 'alex' })
  })
})
