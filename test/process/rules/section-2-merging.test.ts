/** Product.md section 2, step 2: prequalification and interview held as one meeting. */
import { describe, expect, test } from 'vitest'
import { nextStage } from '../../../src/process/progress.ts'
import { criteriaOf, stagesOf } from '../../../src/process/recruitment.ts'
import { DEFAULT_SETTINGS } from '../../../src/process/settings.ts'
import { refuseUnsound } from '../../../src/process/soundness.ts'
import { adjusting } from '../support/commands.ts'
import { aCriterion } from '../support/criteria.ts'
import { given, stateAfter } from '../support/history.ts'
import { filing, noEvidence, noVerdict } from '../support/notes.ts'
import { scheduling } from '../support/slots.ts'
import { criterion, named, ready, scheduled, set, staffed } from '../support/story.ts'

const merging = set({ merged: true })
const merged = { ...DEFAULT_SETTINGS, merged: true }
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => aCriterion(id, ['prequalification']))
const team = [
  named('ines', 'scorer', ['prequalification']),
  named('malik', 'scorer', ['interview']),
  named('lou', 'observer', ['interview', 'prequalification']),
]

const meeting = {
  type: 'InterviewScheduled',
  interview: 'talk-2',
  application: 'alex',
  stage: 'interview',
  merged: true,
  start: '2026-03-10T13:00:00Z',
  minutes: 60,
  place: 'place-2',
} as const

describe('merged with the interview, the prequalification', () => {
  test.each(['prequalification', 'interview'] as const)(
    'is one meeting with it, whichever of the two is planned: %s',
    (stage) => {
      given(...ready, merging, ...team)
        .when('camille', scheduling('2026-03-10T14:00', { stage }))
        .thenRecorded({
          ...meeting,
          participants: { lou: 'observer', ines: 'scorer', malik: 'scorer' },
        })
    },
  )

  test('is conducted by one person, others scoring too', () => {
    const command = scheduling('2026-03-10T14:00', { conductor: 'malik' })
    given(...ready, merging, ...team)
      .when('camille', command)
      .thenRecorded({
        ...meeting,
        participants: { lou: 'observer', ines: 'scorer', malik: 'scorer' },
        conductor: 'malik',
      })
    given(...ready, merging, ...team)
      .when('camille', scheduling('2026-03-10T14:00', { conductor: 'zoe' }))
      .thenRefused({ code: 'conductor-not-invited' })
  })

  test('is scored by whoever scores one of the two stages, even if they observe the other', () => {
    given(
      ...ready,
      merging,
      named('ines', 'scorer', ['prequalification']),
      named('lou', 'observer', ['interview']),
    )
      .when('camille', scheduling('2026-03-10T14:00'))
      .thenRecorded({ ...meeting, participants: { lou: 'observer', ines: 'scorer' } })
  })

  test('verifies all their criteria together', () => {
    const state = stateAfter(...staffed, merging, scheduled('2026-03-02T14:00', { merged: true }))
    const interview = state.interviews['talk']
    const ids = interview && criteriaOf(state.framing, ...stagesOf(interview)).map(({ id }) => id)
    expect(ids).toEqual(['curious', 'careful'])
    given(...staffed, merging, scheduled('2026-03-02T14:00', { merged: true }))
      .when(
        'ines',
        filing(
          0,
          { ...noEvidence, criteria: { curious: 'Demande.', careful: 'Relit.' } },
          { ...noVerdict, levels: { curious: 2, careful: 3 }, recommendation: 'continue' },
        ),
        '2026-03-02T16:00',
      )
      .thenRecorded({
        type: 'ScorecardFiled',
        interview: 'talk',
        scorer: 'ines',
        evidence: 'evidence-ines',
        verdict: 'verdict-ines',
      })
  })

  test('has no cap of four criteria', () => {
    const capped = { code: 'too-many-at-prequalification', count: 5, most: 4 } as const
    expect(refuseUnsound(five)).toEqual(capped)
    expect(refuseUnsound(five, merged)).toBeUndefined()
  })

  test('leaves the case study as the next stage', () => {
    const met = [...staffed, merging, scheduled('2026-03-02T14:00', { merged: true })]
    expect(nextStage(stateAfter(...staffed, merging), 'alex')).toBe('prequalification')
    expect(nextStage(stateAfter(...met), 'alex')).toBe('case-study')
  })
})

describe('the meeting is not merged any more', () => {
  test('when one of the two stages is skipped: the other is held alone, with its cap', () => {
    const skipping = set({ merged: true, skipped: ['interview'] })
    given(...staffed, skipping)
      .when('camille', scheduling('2026-03-10T14:00', { stage: 'interview' }))
      .thenRefused({ code: 'stage-skipped', stage: 'interview' })
    const { merged: _merged, ...alone } = meeting
    given(...staffed, skipping)
      .when('camille', scheduling('2026-03-10T14:00', { stage: 'prequalification' }))
      .thenRecorded({
        ...alone,
        stage: 'prequalification',
        participants: { ines: 'scorer', malik: 'scorer', lou: 'observer' },
      })
    expect(refuseUnsound(five, { ...merged, skipped: ['interview'] })).toMatchObject({
      code: 'too-many-at-prequalification',
    })
  })

  test('when the setting is taken back, which a closed framing must stand', () => {
    const many = ['a', 'b', 'c', 'd'].map((id) => criterion(id, ['prequalification']))
    given(...ready, merging, ...many)
      .when('camille', adjusting({ merged: false }))
      .thenRefused({ code: 'too-many-at-prequalification', count: 5, most: 4 })
  })
})
