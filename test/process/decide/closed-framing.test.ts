import { describe, expect, test } from 'vitest'
import {
  confirmReading,
  removeCriterion,
  setCriterion,
  writeCase,
} from '../../../src/process/decide/framing.ts'
import { aCriterion, setting } from '../support/criteria.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import { criterion, framingClosed, named, opened, ready } from '../support/story.ts'

describe('once closed', () => {
  test.each([
    ['setting a criterion', 'careful'],
    ['adding one', 'new'],
  ])('%s needs a reason', (_what, id) => {
    given(...ready)
      .when('camille', (state, actor) => setCriterion(state, aCriterion(id), undefined, actor))
      .thenRefused({ code: 'reason-needed' })
    given(...ready)
      .when('camille', (state, actor) => setCriterion(state, aCriterion(id), 'reason-1', actor))
      .thenRecorded({ ...setting(id), reason: 'reason-1' })
  })

  test('removing a criterion or writing the case needs a reason', () => {
    given(...ready)
      .when('camille', (state, actor) => removeCriterion(state, 'careful', undefined, actor))
      .thenRefused({ code: 'reason-needed' })
    given(...ready)
      .when('camille', (state, actor) => writeCase(state, 'case-1', undefined, actor))
      .thenRefused({ code: 'reason-needed' })
  })

  test('a change with a reason still has to leave a sound framing', () => {
    given(...ready)
      .when('camille', (state, actor) =>
        setCriterion(state, aCriterion('careful', []), 'reason-1', actor),
      )
      .thenRefused({ code: 'criterion-without-stage', criteria: ['careful'] })
    given(opened(), criterion('careful', ['interview']), framingClosed)
      .when('camille', (state, actor) => removeCriterion(state, 'careful', 'reason-1', actor))
      .thenRefused({ code: 'framing-without-criteria' })
  })

  test('each change is kept with its reason, its author and its criterion, for the debriefs', () => {
    const at = '2026-03-03T10:00'
    const changed = continued(ready, 'camille', at, (state, actor) =>
      removeCriterion(state, 'careful', 'reason-1', actor),
    )
    const rewritten = continued(changed, 'sacha', at, (state, actor) =>
      writeCase(state, 'case-1', 'reason-2', actor),
    )
    const { changes } = stateAfter(...rewritten).framing
    expect(changes).toMatchObject([
      { by: 'camille', criterion: 'careful', reason: 'reason-1' },
      { by: 'sacha', reason: 'reason-2' },
    ])
    expect(changes[1]).not.toHaveProperty('criterion')
  })
})

describe('reading the framing', () => {
  const story = [...ready, named('ines', 'scorer', ['interview'])]

  test('is confirmed once by each member', () => {
    given(...story)
      .when('ines', confirmReading)
      .thenRecorded({ type: 'FramingRead', person: 'ines' })
    const read = continued(story, 'ines', '2026-03-02T10:00', confirmReading)
    given(...read)
      .when('ines', confirmReading)
      .thenRecorded()
  })

  test('being named again for other stages does not ask to read it again', () => {
    const read = continued(story, 'ines', '2026-03-02T10:00', confirmReading)
    given(...read, named('ines', 'observer', ['case-study']))
      .when('ines', confirmReading)
      .thenRecorded()
  })

  test('comes after it is closed', () => {
    given(opened(), named('ines', 'scorer', ['interview']))
      .when('ines', confirmReading)
      .thenRefused({ code: 'framing-open' })
  })

  test('is not asked of the owner, and refused to people from outside', () => {
    given(...story)
      .when('camille', confirmReading)
      .thenRecorded()
    given(...story)
      .when('zoe', confirmReading)
      .thenRefused({ code: 'not-a-member' })
  })
})
