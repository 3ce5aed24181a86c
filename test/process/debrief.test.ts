import { describe, expect, test } from 'vitest'
import { summarise } from '../../src/process/debrief.ts'
import type { Criterion } from '../../src/process/recruitment.ts'
import type { Level } from '../../src/process/vocabulary.ts'

function aCriterion(id: string, details: Partial<Criterion> = {}): Criterion {
  const stages = ['interview'] as const
  return { id, label: `label-${id}`, weight: 1, mandatory: false, stages, ...details }
}

function verdict(levels: Readonly<Record<string, Level | null>>) {
  return { levels, signs: {}, recommendation: 'discuss' } as const
}

describe('the worked example', () => {
  const A = aCriterion('A', { weight: 3, mandatory: true })
  const B = aCriterion('B', { weight: 2 })
  const C = aCriterion('C', { weight: 2 })
  const D = aCriterion('D')
  const firstMeeting = summarise([A, B], {
    ines: verdict({ A: 2, B: 3 }),
    malik: verdict({ A: 1, B: null }),
  })
  const caseStudy = summarise([C, D], {
    ines: verdict({ C: 2 }),
    malik: verdict({ C: 3, D: null }),
  })

  test('means are 1.5 for A, 3 for B, 2.5 for C, and D has none', () => {
    const lines = [...firstMeeting.lines, ...caseStudy.lines]
    expect(lines.map(({ criterion, mean }) => [criterion.id, mean])).toEqual([
      ['A', 1.5],
      ['B', 3],
      ['C', 2.5],
      ['D', undefined],
    ])
  })

  test('A is mandatory and not validated, and scorers are split on it', () => {
    expect(firstMeeting.mandatoryNotValidated).toEqual(['A'])
    expect(firstMeeting.split).toEqual(['A'])
    expect(firstMeeting.unverified).toEqual([])
  })

  test('nobody verified D, and nobody is split on C', () => {
    expect(caseStudy.unverified).toEqual(['D'])
    expect(caseStudy.split).toEqual([])
    expect(caseStudy.mandatoryNotValidated).toEqual([])
  })

  test('who filed nothing on a criterion is told from who did not assess it', () => {
    expect(caseStudy.lines.find(({ criterion }) => criterion.id === 'D')?.levels).toEqual({
      malik: null,
    })
  })
})

/** The summary of one mandatory criterion, given these levels by as many people. */
function given(levels: readonly Level[]) {
  return summarise(
    [aCriterion('a', { mandatory: true })],
    Object.fromEntries(levels.map((level, i) => [`scorer-${i}`, verdict({ a: level })])),
  )
}

describe('a summary', () => {
  test('gives the widest disagreements first, then follows the framing', () => {
    const { lines } = summarise(
      ['a', 'b', 'c', 'd', 'e'].map((id) => aCriterion(id)),
      {
        ines: verdict({ a: 2, b: 0, c: 3, d: 1, e: 2 }),
        malik: verdict({ a: 2, b: 1, c: 0, d: 2, e: null }),
        sacha: verdict({ b: 1, c: 3 }),
      },
    )
    expect(lines.map(({ criterion, spread }) => `${criterion.id}${spread}`)).toEqual([
      'c3',
      'b1',
      'd1',
      'a0',
      'e0',
    ])
  })

  test('does not call a mandatory criterion that nobody verified "not validated"', () => {
    const { unverified, mandatoryNotValidated } = summarise(
      [aCriterion('a', { mandatory: true })],
      {
        ines: verdict({ a: null }),
      },
    )
    expect(unverified).toEqual(['a'])
    expect(mandatoryNotValidated).toEqual([])
  })

  test('does not round: a mean just below "validé" is below it, and one that reaches it is not', () => {
    expect(given([2, 2, 1]).mandatoryNotValidated).toEqual(['a'])
    expect(given([3, 2, 1]).mandatoryNotValidated).toEqual([])
    expect(given([3, 2, 1]).split).toEqual(['a'])
  })

  test('leaves out a criterion that is not mandatory, however low', () => {
    expect(summarise([aCriterion('a')], { ines: verdict({ a: 0 }) }).mandatoryNotValidated).toEqual(
      [],
    )
  })

  test('finds no split where everyone stands on the same side', () => {
    expect(given([0, 1]).split).toEqual([])
    expect(given([2, 3]).split).toEqual([])
    expect(given([1, 2]).split).toEqual(['a'])
  })

  test('shows a line for every criterion when nobody filed', () => {
    expect(summarise([aCriterion('a'), aCriterion('b')], {}).unverified).toEqual(['a', 'b'])
  })
})
