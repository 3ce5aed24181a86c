import { describe, expect, test } from 'vitest'
import type { Evidence, Verdict } from '../../src/process/scorecard.ts'
import { checkScorecard, notesOf } from '../../src/process/scorecard.ts'
import type { Stage } from '../../src/process/vocabulary.ts'
import { STAGES } from '../../src/process/vocabulary.ts'

const SUBJECTS = ['careful', 'kind', 'doubt-1']

function check(
  stage: Stage,
  verdict: Partial<Verdict> = {},
  evidence: Evidence['criteria'] = { careful: 'Relit deux fois.', kind: 'Remercie.' },
) {
  const whole = { levels: {}, signs: {}, ...verdict }
  return checkScorecard([stage], SUBJECTS, { criteria: evidence, questions: [] }, whole)
}

describe.each(['prequalification', 'interview', 'case-study'] as const)('at %s', (stage) => {
  test('levels with their evidence and a recommendation are accepted', () => {
    expect(
      check(stage, { levels: { careful: 3, kind: 0 }, recommendation: 'stop' }),
    ).toBeUndefined()
  })

  test('a recommendation is asked for', () => {
    expect(check(stage, { levels: { careful: 3 } })).toEqual({ code: 'recommendation-missing' })
  })

  test('a sign, which is for references, is refused', () => {
    expect(check(stage, { signs: { careful: 'confirms' }, recommendation: 'stop' })).toEqual({
      code: 'criterion-not-verified-here',
    })
  })
})

describe('at collaboration', () => {
  test('levels, an advisory opinion and warning signs are accepted', () => {
    expect(
      check('collaboration', { levels: { kind: 2 }, advice: 'Oui.', warnings: 'Aucun.' }),
    ).toBeUndefined()
  })

  test('a recommendation is refused', () => {
    expect(check('collaboration', { levels: { kind: 2 }, recommendation: 'continue' })).toEqual({
      code: 'recommendation-not-allowed',
    })
  })
})

describe('at references', () => {
  test('what the referee’s words do to each criterion is accepted, with what was said', () => {
    expect(
      check('references', { signs: { careful: 'qualifies', kind: null }, recommended: true }),
    ).toBeUndefined()
  })

  test.each([0, 3] as const)('a level is refused, %d as well', (level) => {
    expect(check('references', { levels: { careful: level } })).toEqual({
      code: 'level-not-allowed',
    })
  })

  test('a sign without what was said is refused', () => {
    expect(check('references', { signs: { careful: 'contradicts' } }, {})).toEqual({
      code: 'level-without-evidence',
      criteria: ['careful'],
    })
  })

  test('a recommendation is refused', () => {
    expect(check('references', { recommendation: 'discuss' })).toEqual({
      code: 'recommendation-not-allowed',
    })
  })
})

describe('a level', () => {
  test.each([
    ['absent', {}],
    ['empty', { careful: '' }],
    ['blank', { careful: ' \n\t' }],
  ])('is refused when its evidence is %s, 0 like the others', (_what, evidence) => {
    for (const level of [0, 1, 2, 3] as const) {
      expect(
        check('interview', { levels: { careful: level }, recommendation: 'stop' }, evidence),
      ).toEqual({ code: 'level-without-evidence', criteria: ['careful'] })
    }
  })

  test('names every criterion that lacks evidence', () => {
    expect(
      check('interview', { levels: { careful: 1, kind: 2 }, recommendation: 'stop' }, {}),
    ).toEqual({ code: 'level-without-evidence', criteria: ['careful', 'kind'] })
  })

  test('that is "not assessed" needs no evidence, and evidence needs no level', () => {
    expect(
      check(
        'interview',
        { levels: { careful: null }, recommendation: 'discuss' },
        { kind: 'Remercie.' },
      ),
    ).toBeUndefined()
  })

  test('on a criterion that the stage does not verify is refused', () => {
    expect(
      check('interview', { levels: { other: 2 }, recommendation: 'stop' }, { other: 'Oui.' }),
    ).toEqual({ code: 'criterion-not-verified-here' })
    expect(check('interview', { levels: { other: null }, recommendation: 'stop' })).toBeUndefined()
  })
})

function asked(stage: Stage) {
  return Object.entries(notesOf([stage]))
    .filter(([, value]) => value !== false)
    .map(([name, value]) => (value === true ? name : value))
}

test('each stage asks for its own notes', () => {
  expect(Object.fromEntries(STAGES.map((stage) => [stage, asked(stage)]))).toEqual({
    prequalification: ['levels', 'recommendation', 'facts'],
    interview: ['levels', 'recommendation', 'deciding'],
    'case-study': ['levels', 'recommendation', 'deciding'],
    collaboration: ['levels', 'advice', 'deciding'],
    references: ['signs'],
  })
})
