import { describe, expect, test } from 'vitest'
import { assessment, held, met, onlyLine, reaching, weighing } from '../support/contenders.ts'

describe('the mean of a criterion', () => {
  const criteria = [weighing('A', 2)]

  test('given levels at two stages, when comparing, then those of the latest stage count alone', () => {
    const line = onlyLine(
      criteria,
      reaching(
        'collaboration',
        'camille',
        // Later in the process, though listed first.
        held('collaboration', { malik: { A: 3 } }),
        held('interview', { ines: { A: 0 }, malik: { A: 1 } }),
      ),
    )
    // Not (0 + 1 + 3) / 4: m = 3, 6 points of 6. The split of the interview is history too.
    expect(assessment(line, 'A')).toEqual({
      stage: 'collaboration',
      levels: [3],
      mean: 3,
      shared: false,
    })
    expect(line.score).toBe(1)
  })

  test('given a later stage where nobody assessed it, when comparing, then the earlier stage counts', () => {
    const line = onlyLine(
      criteria,
      reaching(
        'case-study',
        'camille',
        held('prequalification', { ines: { A: 1 } }),
        held('case-study', { ines: { A: null }, malik: {} }),
      ),
    )
    // m = 1: 2 points of 6
    expect(assessment(line, 'A')).toMatchObject({ stage: 'prequalification', mean: 1 })
    expect(line.score).toBe(1 / 3)
  })

  test('given two interviews of one stage, when comparing, then all their levels are pooled', () => {
    const line = onlyLine(
      criteria,
      reaching(
        'interview',
        'camille',
        held('interview', { ines: { A: 1 }, malik: { A: 1 } }),
        held('interview', { ines: { A: 3 } }),
      ),
    )
    // (1 + 1 + 3) / 3 = 5/3; not the mean of 1 and 3, and both of ines's levels count.
    expect(assessment(line, 'A')).toMatchObject({ levels: [3, 1, 1], mean: 5 / 3, shared: true })
    // 2 × 5/3 = 10/3 of 6
    expect(line.score).toBe(10 / 18)
  })

  test('given levels at references, when comparing, then they add nothing', () => {
    const line = onlyLine(
      criteria,
      reaching(
        'references',
        'camille',
        held('interview', { ines: { A: 2 } }),
        held('references', { malik: { A: 0 } }),
      ),
    )
    // 2 × 2 = 4 of 6
    expect(assessment(line, 'A')).toMatchObject({ stage: 'interview', mean: 2, shared: false })
    expect(line.score).toBe(2 / 3)
  })

  test('given only a level of 0, when comparing, then it is an assessment, unlike "non évalué"', () => {
    const line = onlyLine([weighing('A', 1), weighing('B', 1)], met('camille', { A: 0, B: null }))
    expect(line).toMatchObject({ score: 0, rank: 1, coverage: 1 / 2 })
  })
})

describe('the score', () => {
  test('given an unassessed criterion, when comparing, then its weight counts in coverage only', () => {
    const line = onlyLine([weighing('A', 3), weighing('B', 1)], met('camille', { B: 2 }))
    // 1 × 2 = 2 of 3 × 1; coverage 1 of 4
    expect(line).toMatchObject({ score: 2 / 3, coverage: 1 / 4 })
  })

  test('given a level on a criterion out of the framing, when comparing, then it counts for nothing', () => {
    const line = onlyLine([weighing('A', 1)], met('camille', { A: 1, gone: 3 }))
    expect(line).toMatchObject({ score: 1 / 3, coverage: 1 })
    expect(line.criteria.map(({ criterion }) => criterion.id)).toEqual(['A'])
  })
})
