import { describe, expect, test } from 'vitest'
import type { SlotRequest } from '../../../src/process/decide/interviews.ts'
import { given } from '../support/history.ts'
import { paris } from '../support/instants.ts'
import { moving, scheduling } from '../support/slots.ts'
import {
  debriefOpened,
  filed,
  happened,
  named,
  opened,
  ready,
  scheduled,
  staffed,
} from '../support/story.ts'

const NOW = '2026-03-03T10:00'
const cancelled = happened('2026-03-02T10:00', 'camille', {
  type: 'InterviewCancelled',
  interview: 'talk',
})

describe('scheduling an interview', () => {
  test('invites everyone named for that stage, with their roles', () => {
    given(
      ...ready,
      named('ines', 'scorer', ['interview']),
      named('lou', 'observer', ['interview']),
      named('malik', 'scorer', ['case-study']),
    )
      .when('camille', scheduling('2026-03-10T14:00'))
      .thenRecorded({
        type: 'InterviewScheduled',
        interview: 'talk-2',
        application: 'alex',
        stage: 'interview',
        start: '2026-03-10T13:00:00Z',
        minutes: 60,
        place: 'place-2',
        participants: { ines: 'scorer', lou: 'observer' },
      })
  })

  test('is for the owner and the deputy', () => {
    const command = scheduling('2026-03-10T14:00')
    given(...staffed)
      .when('ines', command)
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
    given(...staffed)
      .when('zoe', command)
      .thenRefused({ code: 'not-a-member' })
  })

  test('needs a candidate that is known', () => {
    given(...staffed)
      .when('camille', scheduling('2026-03-10T14:00', { application: 'nobody' }))
      .thenRefused({ code: 'unknown-application' })
  })

  test('comes after the framing is closed', () => {
    const added = happened('2026-02-24T12:00', 'camille', {
      type: 'ApplicationAdded',
      application: 'alex',
      candidate: 'candidate-alex',
    })
    given(opened(), named('ines', 'scorer', ['interview']), added)
      .when('camille', scheduling('2026-03-10T14:00'))
      .thenRefused({ code: 'framing-open' })
  })

  test('needs a scorer: an observer alone is not enough', () => {
    given(...ready, named('lou', 'observer', ['interview']))
      .when('camille', scheduling('2026-03-10T14:00'))
      .thenRefused({ code: 'no-scorer', stage: 'interview' })
  })
})

describe('the same stage twice at once for one candidate', () => {
  const talk = scheduled('2026-03-02T14:00')

  test('is refused while the first is to come or its debrief shut', () => {
    given(...staffed, talk, filed('ines', '2026-03-02T16:00'))
      .when('camille', scheduling('2026-03-10T14:00'))
      .thenRefused({ code: 'stage-already-scheduled', start: paris('2026-03-02T14:00') })
  })

  test('is possible for another stage, or after a cancellation, a no-show or the opening', () => {
    const later = scheduling('2026-03-10T14:00')
    const recorded = {
      type: 'InterviewScheduled',
      interview: 'talk-2',
      application: 'alex',
      start: '2026-03-10T13:00:00Z',
      minutes: 60,
      place: 'place-2',
      participants: { ines: 'scorer', malik: 'scorer', lou: 'observer' },
    } as const
    given(...staffed, talk)
      .when('camille', scheduling('2026-03-10T14:00', { stage: 'case-study' }))
      .thenRecorded({ ...recorded, stage: 'case-study' })
    for (const ending of [
      cancelled,
      happened('2026-03-02T15:00', 'ines', { type: 'InterviewNotHeld', interview: 'talk' }),
      debriefOpened('2026-03-03T09:00'),
    ]) {
      given(...staffed, talk, ending)
        .when('camille', later)
        .thenRecorded({ ...recorded, stage: 'interview' })
    }
  })
})

describe.each([
  ['scheduling', scheduling, staffed],
  ['moving', moving, [...staffed, scheduled('2026-03-09T14:00')]],
] as const)('%s to a moment that makes no sense', (_what, command, story) => {
  const asking = (start: string, details?: Partial<SlotRequest>) =>
    given(...story).when('camille', command(start, details), NOW)

  test.each(['2026-03-02T14:00', NOW])('is refused in the past or right now: %s', (start) => {
    given(...story)
      .when('camille', command(start), NOW)
      .thenRefused({ code: 'date-past' })
  })

  test.each([4, 241, 0, -60, 30.5, Number.NaN])('is refused for %d minutes', (minutes) => {
    given(...story)
      .when('camille', command('2026-03-10T14:00', { minutes }), NOW)
      .thenRefused({ code: 'wrong-duration', min: 5, max: 240 })
  })

  test.each([5, 240])('is accepted for %d minutes', (minutes) => {
    expect(asking('2026-03-10T14:00', { minutes }).refusal).toBeUndefined()
  })

  test.each(['2026-03-10T22:00', '2026-03-10T23:30', '2026-03-10T03:00', '2026-03-10T06:59'])(
    'asks for confirmation at night: %s',
    (start) => {
      given(...story)
        .when('camille', command(start), NOW)
        .thenRefused({ code: 'date-at-night' })
      expect(asking(start, { nightConfirmed: true }).refusal).toBeUndefined()
    },
  )

  test.each(['2026-03-10T21:59', '2026-03-10T07:00', '2026-03-14T11:00', '2026-05-01T11:00'])(
    'asks nothing in the evening, early, on a week-end or a holiday: %s',
    (start) => {
      expect(asking(start).refusal).toBeUndefined()
    },
  )

  test('knows the night by the clock of whoever schedules', () => {
    // 14:00 in Paris is 23:00 in Nouméa, 23:00 in Paris is 18:00 in Guadeloupe.
    given(...story)
      .when('camille', command('2026-03-10T14:00', { zone: 'Pacific/Noumea' }), NOW)
      .thenRefused({ code: 'date-at-night' })
    expect(asking('2026-03-10T23:00', { zone: 'America/Guadeloupe' }).refusal).toBeUndefined()
  })
})
