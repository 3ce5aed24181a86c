import { describe, expect, test } from 'vitest'
import { obstacleTo } from '../../../src/process/comparison/compare.ts'
import { assessment, held, onlyLine, reaching, weighing } from '../support/contenders.ts'

describe('the worked example', () => {
  const criteria = [
    weighing('A', 3, { mandatory: true }),
    weighing('B', 2),
    weighing('C', 2),
    weighing('D', 1),
  ]
  const line = onlyLine(
    criteria,
    reaching(
      'case-study',
      'camille',
      held('interview', { ines: { A: 2, B: 3 }, malik: { A: 1, B: null } }),
      held('case-study', { ines: { C: 2 }, malik: { C: 3 } }),
    ),
  )

  test('means are 1.5 for A and 3 for B at the merged meeting, 2.5 for C at the case study', () => {
    expect(assessment(line, 'A')).toMatchObject({ mean: 1.5, stage: 'interview', levels: [2, 1] })
    expect(assessment(line, 'B')).toMatchObject({ mean: 3, stage: 'interview', levels: [3] })
    expect(assessment(line, 'C')).toMatchObject({ mean: 2.5, stage: 'case-study', levels: [3, 2] })
  })

  test('the score is 15.5 points out of 21, which is 73.8 %', () => {
    // 3 × 1.5 + 2 × 3 + 2 × 2.5 = 15.5; 3 × (3 + 2 + 2) = 21
    expect(line.score).toBe(15.5 / 21)
    expect((100 * (line.score ?? 0)).toFixed(1)).toBe('73.8')
  })

  test('coverage is 7 of 8, as D was never assessed', () => {
    expect(line.coverage).toBe(7 / 8)
    expect(assessment(line, 'D')).toBeUndefined()
  })

  test('A is mandatory and below 2, so that camille cannot be chosen', () => {
    expect(line.cannotBeChosen).toEqual(['A'])
    expect(obstacleTo(line)).toEqual({ blocked: 'mandatory-not-validated', criteria: ['A'] })
  })

  test('D is not mandatory, so that nothing is left to verify', () => {
    expect(line.toVerify).toEqual([])
  })

  test('opinions are shared on A only', () => {
    const shared = line.criteria.filter((one) => one.assessment?.shared)
    expect(shared.map(({ criterion }) => criterion.id)).toEqual(['A'])
  })
})
