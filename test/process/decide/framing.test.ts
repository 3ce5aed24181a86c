import { describe, expect, test } from 'vitest'
import {
  adoptFraming,
  closeFraming,
  removeCriterion,
  setCriterion,
  writeCase,
} from '../../../src/process/decide/framing.ts'
import { refuseUnsound } from '../../../src/process/soundness.ts'
import { aCriterion, setting } from '../support/criteria.ts'
import { given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { criterion, opened, ready } from '../support/story.ts'

describe('taking the proposed framing', () => {
  test('adds all its criteria in one go, and leaves alone those already there', () => {
    given(opened(), criterion('careful', ['interview'], { weight: 1 }))
      .when('camille', (state, actor) =>
        adoptFraming(
          state,
          [aCriterion('careful'), aCriterion('kind'), aCriterion('curious')],
          actor,
        ),
      )
      .thenRecorded(setting('kind'), setting('curious'))
  })

  test('is refused when it brings nothing', () => {
    given(opened(), criterion('careful', ['interview']))
      .when('camille', (state, actor) => adoptFraming(state, [aCriterion('careful')], actor))
      .thenRefused({ code: 'nothing-changed' })
  })

  test('is refused once the framing is closed', () => {
    given(...ready)
      .when('camille', (state, actor) => adoptFraming(state, [aCriterion('new')], actor))
      .thenRefused({ code: 'framing-closed-already' })
  })
})

describe('only the owner and the deputy frame', () => {
  const commands: Readonly<Record<string, Command>> = {
    adopt: (state, actor) => adoptFraming(state, [aCriterion('new')], actor),
    set: (state, actor) => setCriterion(state, aCriterion('new'), 'reason-1', actor),
    remove: (state, actor) => removeCriterion(state, 'careful', 'reason-1', actor),
    'write the case': (state, actor) => writeCase(state, 'case-1', 'reason-1', actor),
    close: closeFraming,
  }

  test.each(Object.entries(commands))('%s: not the advisor, not a stranger', (_name, command) => {
    given(...ready)
      .when('noor', command)
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
    given(...ready)
      .when('zoe', command)
      .thenRefused({ code: 'not-a-member' })
  })

  test('the deputy may', () => {
    given(...ready)
      .when('sacha', (state, actor) => writeCase(state, 'case-1', 'reason-1', actor))
      .thenRecorded({ type: 'CaseWritten', text: 'case-1', reason: 'reason-1' })
  })
})

describe('before it is closed, the framing changes freely', () => {
  test('a criterion is set without a reason, even one that could not be kept', () => {
    given(opened())
      .when('camille', (state, actor) =>
        setCriterion(state, aCriterion('careful', []), undefined, actor),
      )
      .thenRecorded(setting('careful', []))
  })

  test('setting a known criterion replaces it in its place', () => {
    const { framing } = stateAfter(
      opened(),
      criterion('careful', ['interview']),
      criterion('kind', ['interview']),
      criterion('careful', ['case-study'], { weight: 3 }),
    )
    expect(framing.criteria).toEqual([
      aCriterion('careful', ['case-study'], { weight: 3 }),
      aCriterion('kind'),
    ])
  })

  test('a criterion is removed', () => {
    given(opened(), criterion('careful', ['interview']))
      .when('camille', (state, actor) => removeCriterion(state, 'careful', undefined, actor))
      .thenRecorded({ type: 'CriterionRemoved', criterion: 'careful' })
  })

  test('a criterion that is not there cannot be removed', () => {
    given(opened())
      .when('camille', (state, actor) => removeCriterion(state, 'careful', undefined, actor))
      .thenRefused({ code: 'unknown-criterion' })
  })

  test('changes leave no trace in what debriefs will show', () => {
    const { framing } = stateAfter(opened(), criterion('careful', ['interview']))
    expect(framing.changes).toEqual([])
  })
})

describe('a sound framing', () => {
  test('has at least one criterion', () => {
    expect(refuseUnsound([])).toEqual({ code: 'framing-without-criteria' })
  })

  test('verifies every criterion at some stage', () => {
    const criteria = [aCriterion('careful', []), aCriterion('kind'), aCriterion('curious', [])]
    expect(refuseUnsound(criteria)).toEqual({
      code: 'criterion-without-stage',
      criteria: ['careful', 'curious'],
    })
  })

  test('verifies mandatory and weight-3 criteria before references', () => {
    const criteria = [
      aCriterion('careful', ['references'], { mandatory: true }),
      aCriterion('kind', ['references'], { weight: 3 }),
      aCriterion('curious', ['references']),
    ]
    expect(refuseUnsound(criteria)).toEqual({
      code: 'criterion-verified-too-late',
      criteria: ['careful', 'kind'],
    })
  })

  test('may verify the others at references only, and important ones there again', () => {
    const criteria = [
      aCriterion('careful', ['case-study', 'references'], { mandatory: true, weight: 3 }),
      aCriterion('curious', ['references']),
    ]
    expect(refuseUnsound(criteria)).toBeUndefined()
  })

  test('gives prequalification at most four criteria', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => aCriterion(id, ['prequalification']))
    expect(refuseUnsound(four)).toBeUndefined()
    expect(refuseUnsound([...four, aCriterion('e', ['prequalification'])])).toEqual({
      code: 'too-many-at-prequalification',
      count: 5,
      most: 4,
    })
  })
})

describe('closing the framing', () => {
  test('freezes a sound one', () => {
    given(opened(), criterion('careful', ['interview']))
      .when('camille', closeFraming)
      .thenRecorded({ type: 'FramingClosed' })
  })

  test('is refused to an unsound one', () => {
    given(opened()).when('camille', closeFraming).thenRefused({ code: 'framing-without-criteria' })
  })

  test('happens once', () => {
    given(...ready)
      .when('camille', closeFraming)
      .thenRefused({ code: 'framing-closed-already' })
  })

  test('waits for the advisor of a first recruitment', () => {
    const story = [
      opened({ firstRecruitment: true, advisor: 'noor' }),
      criterion('careful', ['interview']),
    ]
    given(...story)
      .when('camille', closeFraming)
      .thenRefused({ code: 'advisor-must-confirm', advisor: 'noor' })
    const consulted = { type: 'AdvisorConfirmed', by: 'noor', at: '2026-02-24T08:00:00Z' } as const
    given(...story, consulted)
      .when('camille', closeFraming)
      .thenRecorded({ type: 'FramingClosed' })
  })

  test.each([
    ['a recruitment that is not the first', { advisor: 'noor' }],
    ['the craft "other"', { firstRecruitment: true, craft: 'other', advisor: 'noor' }],
  ] as const)('does not wait for the advisor of %s', (_what, details) => {
    given(opened(details), criterion('careful', ['interview']))
      .when('camille', closeFraming)
      .thenRecorded({ type: 'FramingClosed' })
  })
})
