/** Product.md section 4: who scores an interview, once it has started. */
import { describe, expect, test } from 'vitest'
import { removeMember } from '../../../src/process/decide/team.ts'
import { opensAt } from '../../../src/process/gate.ts'
import { replacing, setting, takingOff, waiving } from '../support/commands.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import { onTheWall, paris } from '../support/instants.ts'
import {
  debriefOpened,
  filed,
  happened,
  named,
  scheduled,
  staffed,
  waived,
} from '../support/story.ts'

const begun = [...staffed, scheduled('2026-03-02T14:00')]
const DURING = '2026-03-02T14:30'
const AFTERWARDS = '2026-03-02T16:00'

const on = (person: string, role: 'scorer' | 'observer') =>
  ({ type: 'ParticipantSet', interview: 'talk', person, role }) as const
const waiver = (scorer: string) =>
  ({ type: 'ScorerWaived', interview: 'talk', scorer, reason: 'reason-1' }) as const

describe('after the start, letting a scorer go counts as a waiver', () => {
  const ways = [
    ['removing them from the interview', takingOff('ines', 'reason-1'), []],
    ['making them an observer', setting('ines', 'observer', 'reason-1'), []],
    ['replacing them', replacing('ines', 'lou', 'reason-1'), [on('lou', 'scorer')]],
  ] as const

  test.each(ways)('%s', (_what, command, before) => {
    given(...begun)
      .when('camille', command, AFTERWARDS)
      .thenRecorded(...before, waiver('ines'))
  })

  test('removing them from the team', () => {
    given(...begun)
      .when(
        'camille',
        (state, actor) => removeMember(state, { person: 'ines', reason: 'reason-1' }, actor),
        AFTERWARDS,
      )
      .thenRecorded(waiver('ines'), { type: 'MemberRemoved', person: 'ines' })
  })

  test.each(ways)('which the owner alone may do, after the planned end: %s', (_what, command) => {
    given(...begun)
      .when('sacha', command, AFTERWARDS)
      .thenRefused({ code: 'owner-only', owner: 'camille' })
    given(...begun)
      .when('camille', command, DURING)
      .thenRefused({ code: 'interview-not-ended', end: paris('2026-03-02T15:00') })
  })

  test.each([
    ['removing', takingOff('ines')],
    ['making an observer', setting('ines', 'observer')],
    ['replacing', replacing('ines', 'lou')],
  ])('which needs a reason: %s', (_what, command) => {
    given(...begun)
      .when('camille', command, AFTERWARDS)
      .thenRefused({ code: 'reason-to-let-off-needed', interviews: 1 })
  })

  test('which leaves one scorecard at least, and is never of oneself', () => {
    given(...begun, waived('malik', AFTERWARDS))
      .when('camille', takingOff('ines', 'reason-1'), '2026-03-02T17:00')
      .thenRefused({ code: 'waive-last' })
    const scoring = scheduled('2026-03-02T14:00', {
      participants: { camille: 'scorer', ines: 'scorer' },
    })
    given(...staffed, named('camille', 'scorer', ['interview']), scoring)
      .when('camille', takingOff('camille', 'reason-1'), AFTERWARDS)
      .thenRefused({ code: 'waive-oneself' })
  })

  test('which keeps the interview one of several scorers, and its half-day', () => {
    const filedFirst = [...begun, filed('malik', '2026-03-02T15:30')]
    const without = continued(filedFirst, 'camille', AFTERWARDS, takingOff('ines', 'reason-1'))
    const state = stateAfter(...without)
    const interview = state.interviews['talk']
    const opening = interview && opensAt(state, interview)
    expect(opening && onTheWall(opening)).toBe('2026-03-03T09:00')
    expect(interview?.participants['ines']).toBe('scorer')
  })

  test('which opens the debrief when only they were awaited and the half-day has come', () => {
    given(...begun, filed('malik', '2026-03-02T15:30'))
      .when('camille', takingOff('ines', 'reason-1'), '2026-03-03T09:00')
      .thenRecorded(waiver('ines'), { type: 'DebriefOpened', interview: 'talk' })
  })
})

describe('after the start, only an observer who attended can become a scorer', () => {
  test('they are awaited from then on', () => {
    given(...begun)
      .when('camille', setting('lou', 'scorer'), DURING)
      .thenRecorded(on('lou', 'scorer'))
    const three = [...begun, happened(AFTERWARDS, 'camille', on('lou', 'scorer'))]
    const filedByTwo = [filed('ines', AFTERWARDS), filed('malik', AFTERWARDS)]
    const state = stateAfter(...three, ...filedByTwo)
    const interview = state.interviews['talk']
    expect(interview && opensAt(state, interview)).toBeUndefined()
  })

  test.each([
    ['who was not invited', begun],
    [
      'who said that they would not come',
      [
        ...begun,
        happened('2026-03-02T10:00', 'zoe', {
          type: 'ParticipantSet',
          interview: 'talk',
          person: 'zoe',
          role: 'observer',
        }),
        happened('2026-03-02T11:00', 'zoe', {
          type: 'InvitationAnswered',
          interview: 'talk',
          person: 'zoe',
          coming: false,
        }),
      ],
    ],
  ])('someone %s cannot', (_what, story) => {
    given(...story)
      .when('camille', setting('zoe', 'scorer'), DURING)
      .thenRefused({ code: 'not-attended' })
    given(...story)
      .when('camille', replacing('ines', 'zoe', 'reason-1'), AFTERWARDS)
      .thenRefused({ code: 'not-attended' })
  })

  test('and nobody comes to observe any more', () => {
    given(...begun)
      .when('camille', setting('zoe', 'observer'), DURING)
      .thenRefused({ code: 'not-attended' })
  })
})

test('an interview whose debrief is open, or that was called off, keeps its people', () => {
  const open = [
    ...begun,
    filed('ines', AFTERWARDS),
    filed('malik', AFTERWARDS),
    debriefOpened('2026-03-03T09:00'),
  ]
  for (const command of [setting('lou', 'scorer'), takingOff('lou'), replacing('lou', 'zoe')]) {
    given(...open)
      .when('camille', command)
      .thenRefused({ code: 'debrief-open-already' })
    for (const type of ['InterviewCancelled', 'InterviewNotHeld'] as const) {
      given(...begun, happened('2026-03-02T14:10', 'ines', { type, interview: 'talk' }))
        .when('camille', command)
        .thenRefused({ code: 'interview-cancelled' })
    }
    given(...staffed)
      .when('camille', command)
      .thenRefused({ code: 'unknown-interview' })
  }
})

test('a waiver of someone who was replaced falls like any other, if they file before the opening', () => {
  const replaced = continued(begun, 'camille', AFTERWARDS, replacing('ines', 'lou', 'reason-1'))
  const state = stateAfter(...replaced, filed('ines', '2026-03-02T17:00'))
  expect(state.interviews['talk']?.waivers).toEqual({})
  given(...replaced)
    .when('camille', waiving('ines'), '2026-03-02T17:00')
    .thenRefused({ code: 'waived-already' })
})
