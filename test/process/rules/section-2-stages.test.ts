/** Product.md section 2, step 5: stages, in order, skipped, and three at collaboration. */
import { describe, expect, test } from 'vitest'
import type { Event } from '../../../src/process/events.ts'
import { nextStage, reachedBy, stagesHeld } from '../../../src/process/progress.ts'
import { added, advanced, informed, stopped, withdrew } from '../support/candidates.ts'
import { adjusting, advancing, askingAnother, resuming } from '../support/commands.ts'
import { given, stateAfter } from '../support/history.ts'
import { paris } from '../support/instants.ts'
import { scheduling } from '../support/slots.ts'
import { criterion, debriefOpened, happened, scheduled, set, staffed } from '../support/story.ts'

const held = [...staffed, scheduled('2026-03-02T10:00'), debriefOpened('2026-03-02T14:00')]

function met(stage: 'prequalification' | 'interview' | 'case-study' | 'collaboration'): Event {
  return scheduled('2026-03-02T10:00', { stage, interview: stage })
}

describe('stages come in order', () => {
  test('prequalification, interview, case study, collaboration, references', () => {
    expect(stagesHeld(stateAfter(...staffed))).toEqual([
      'prequalification',
      'interview',
      'case-study',
      'collaboration',
      'references',
    ])
  })

  test.each([
    [[], 'prequalification'],
    [[met('prequalification')], 'interview'],
    [[met('interview')], 'case-study'],
    [[met('interview'), met('case-study')], 'collaboration'],
    [[met('collaboration')], 'references'],
  ] as const)('after %j comes %s', (events, expected) => {
    expect(nextStage(stateAfter(...staffed, ...events), 'alex')).toBe(expected)
  })

  test('the next one is the first that verifies something, or the one that was decided', () => {
    const elsewhere = criterion('careful', ['case-study'])
    expect(nextStage(stateAfter(...staffed, elsewhere, met('prequalification')), 'alex')).toBe(
      'case-study',
    )
    expect(nextStage(stateAfter(...held, advanced('alex', 'references')), 'alex')).toBe(
      'references',
    )
  })

  test('nobody is sent on to a stage that they have been through', () => {
    for (const stage of ['prequalification', 'interview'] as const) {
      given(...held)
        .when('camille', advancing('alex', stage))
        .thenRefused({ code: 'stage-reached-already', stage })
    }
    given(...held)
      .when('camille', advancing('alex', 'collaboration'))
      .thenRecorded({ type: 'ApplicationAdvanced', application: 'alex', stage: 'collaboration' })
  })

  test('one more interview is at a stage already reached', () => {
    given(...held)
      .when('camille', askingAnother('alex', 'case-study'))
      .thenRefused({ code: 'stage-not-reached', stage: 'case-study' })
    given(...held)
      .when('camille', askingAnother('alex', 'interview'))
      .thenRecorded({ type: 'AnotherInterviewAsked', application: 'alex', stage: 'interview' })
  })

  test('whoever did not come to one has reached it; one that was called off counts for nothing', () => {
    const reached = (['InterviewNotHeld', 'InterviewCancelled'] as const).map((type) => {
      const ended = happened('2026-03-02T10:30', 'camille', { type, interview: 'case-study' })
      return reachedBy(stateAfter(...staffed, met('case-study'), ended), 'alex')
    })
    expect(reached).toEqual(['case-study', 'prequalification'])
  })
})

describe('stages may be skipped', () => {
  test('and are then neither planned, nor decided, nor expected', () => {
    const story = [...held, set({ skipped: ['case-study'] })]
    const refused = { code: 'stage-skipped', stage: 'case-study' } as const
    given(...story)
      .when('camille', scheduling('2026-03-10T14:00', { stage: 'case-study' }))
      .thenRefused(refused)
    given(...story)
      .when('camille', advancing('alex', 'case-study'))
      .thenRefused(refused)
    given(...story)
      .when('camille', askingAnother('alex', 'case-study'))
      .thenRefused(refused)
    expect(nextStage(stateAfter(...story), 'alex')).toBe('collaboration')
  })

  test('but one that alone verifies a criterion of a closed framing is not, nor are all of them', () => {
    given(...staffed)
      .when('camille', adjusting({ skipped: ['case-study'] }))
      .thenRefused({ code: 'criterion-without-stage', criteria: ['skilled'] })
    const twice = criterion('skilled', ['interview', 'case-study'])
    given(...staffed, twice)
      .when('camille', adjusting({ skipped: ['case-study'] }))
      .thenRecorded({
        type: 'SettingsChanged',
        settings: { ...stateAfter(...staffed).settings, skipped: ['case-study'] },
      })
    given(...staffed)
      .when('camille', adjusting({ skipped: stagesHeld(stateAfter(...staffed)) }))
      .thenRefused({ code: 'every-stage-skipped' })
  })
})

describe('at most three active applications reach collaboration', () => {
  const four = ['billie', 'chris', 'dany'].flatMap((id) => [added(id), informed(id)])
  const three = ['alex', 'billie', 'chris'].map((id) => advanced(id, 'collaboration'))
  const crowded = [...staffed, ...four, ...three]
  const tooMany = { code: 'too-many-at-collaboration', most: 3 } as const

  test('a fourth needs a reason to be sent there', () => {
    for (const stage of ['collaboration', 'references'] as const) {
      given(...crowded)
        .when('camille', advancing('dany', stage))
        .thenRefused(tooMany)
    }
    given(...crowded)
      .when('camille', advancing('dany', 'collaboration', 'reason-1'))
      .thenRecorded({
        type: 'ApplicationAdvanced',
        application: 'dany',
        stage: 'collaboration',
        reason: 'reason-1',
      })
    given(...crowded)
      .when('camille', advancing('dany', 'case-study'))
      .thenRecorded({ type: 'ApplicationAdvanced', application: 'dany', stage: 'case-study' })
  })

  test('a fourth needs a reason to be planned there, which is kept', () => {
    const details = { application: 'dany', stage: 'collaboration' } as const
    given(...crowded)
      .when('camille', scheduling('2026-03-10T14:00', details))
      .thenRefused(tooMany)
    given(...crowded)
      .when('camille', scheduling('2026-03-10T14:00', { ...details, reason: 'reason-1' }))
      .thenRecorded({
        type: 'InterviewScheduled',
        interview: 'talk-2',
        ...details,
        start: paris('2026-03-10T14:00').toString(),
        minutes: 60,
        place: 'place-2',
        participants: { ines: 'scorer', malik: 'scorer', lou: 'observer' },
        reason: 'reason-1',
      })
  })

  test('a fourth needs a reason to come back there', () => {
    const replaced = [...crowded, stopped('alex'), advanced('dany', 'collaboration')]
    given(...replaced)
      .when('camille', resuming('alex'))
      .thenRefused(tooMany)
    given(...replaced)
      .when('camille', resuming('alex', 'reason-1'))
      .thenRecorded({ type: 'ApplicationResumed', application: 'alex', reason: 'reason-1' })
  })

  test.each([
    ['stopped', stopped('billie')],
    ['withdrawn', withdrew('billie')],
  ])('one that is %s leaves room', (_what, ended) => {
    given(...crowded, ended)
      .when('camille', advancing('dany', 'collaboration'))
      .thenRecorded({ type: 'ApplicationAdvanced', application: 'dany', stage: 'collaboration' })
  })

  test('whoever is there already goes on to references', () => {
    given(...crowded)
      .when('camille', advancing('alex', 'references'))
      .thenRecorded({ type: 'ApplicationAdvanced', application: 'alex', stage: 'references' })
  })
})
