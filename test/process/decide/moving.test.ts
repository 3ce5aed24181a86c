import { describe, expect, test } from 'vitest'
import { cancelInterview } from '../../../src/process/decide/interviews.ts'
import { given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { moving } from '../support/slots.ts'
import { happened, moved, scheduled, staffed } from '../support/story.ts'

const cancelling: Command = (state, actor) => cancelInterview(state, 'talk', actor)

const cancelled = happened('2026-03-02T10:00', 'camille', {
  type: 'InterviewCancelled',
  interview: 'talk',
})

describe('moving an interview', () => {
  const story = [...staffed, scheduled('2026-03-09T14:00')]

  test('records the new slot', () => {
    given(...story)
      .when('sacha', moving('2026-03-10T11:00', { minutes: 45 }))
      .thenRecorded({
        type: 'InterviewMoved',
        interview: 'talk',
        start: '2026-03-10T10:00:00Z',
        minutes: 45,
        place: 'place-2',
      })
  })

  test('asks everyone again whether they come', () => {
    const answered = happened('2026-03-02T10:00', 'ines', {
      type: 'InvitationAnswered',
      interview: 'talk',
      person: 'ines',
      coming: true,
    })
    const state = stateAfter(...story, answered, moved('2026-03-10T11:00', '2026-03-02T12:00'))
    expect(state.interviews['talk']?.answers).toEqual({})
  })
})

describe.each([
  ['moving', moving('2026-03-12T14:00')],
  ['cancelling', cancelling],
] as const)('%s an interview', (_what, command) => {
  const story = [...staffed, scheduled('2026-03-09T14:00')]

  test('is for the owner and the deputy', () => {
    given(...story)
      .when('ines', command)
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
    given(...story)
      .when('zoe', command)
      .thenRefused({ code: 'not-a-member' })
  })

  test('is refused from its start on', () => {
    given(...story)
      .when('camille', command, '2026-03-09T14:00')
      .thenRefused({ code: 'interview-started' })
    expect(given(...story).when('camille', command, '2026-03-09T13:59').refusal).toBeUndefined()
  })

  test('is refused once it is cancelled, and for an interview that does not exist', () => {
    given(...story, cancelled)
      .when('camille', command)
      .thenRefused({ code: 'interview-cancelled' })
    given(...staffed)
      .when('camille', command)
      .thenRefused({ code: 'unknown-interview' })
  })
})

describe('cancelling an interview', () => {
  test('records it', () => {
    given(...staffed, scheduled('2026-03-09T14:00'))
      .when('camille', cancelling)
      .thenRecorded({ type: 'InterviewCancelled', interview: 'talk' })
  })
})
