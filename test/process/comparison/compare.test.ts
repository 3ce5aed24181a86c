import { describe, expect, test } from 'vitest'
import { compare } from '../../../src/process/comparison/compare.ts'
import { held, met, onlyGroup, onlyLine, ranks, reaching, weighing } from '../support/contenders.ts'

describe('the ranking', () => {
  test('given contenders at several stages, when comparing, then each is ranked with those of its stage', () => {
    const { groups } = compare(
      [weighing('A', 1)],
      [
        met('early-best', { A: 3 }),
        reaching('references', 'last', held('interview', { ines: { A: 1 } })),
        reaching('case-study', 'second', held('interview', { ines: { A: 1 } })),
        reaching('case-study', 'first', held('interview', { ines: { A: 2 } })),
      ],
    )
    expect(groups.map((group) => [group.stage, ranks(group)])).toEqual([
      ['references', [['last', 1]]],
      [
        'case-study',
        [
          ['first', 1],
          ['second', 2],
        ],
      ],
      ['interview', [['early-best', 1]]],
    ])
  })

  test('given two equal scores at the top, when ranking, then both are first and the next is third', () => {
    const group = onlyGroup(
      [weighing('A', 2), weighing('B', 1)],
      met('c', { A: 1, B: 1 }), // 3 of 9
      met('b', { A: 2, B: 3 }), // 4 + 3 = 7 of 9
      met('a', { A: 3, B: 1 }), // 6 + 1 = 7 of 9
    )
    expect(ranks(group)).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ])
  })

  test('given 2 of 3 and 4 of 6, when ranking, then they tie, whatever was assessed', () => {
    const group = onlyGroup(
      [weighing('A', 1), weighing('B', 1)],
      met('one', { A: 2 }), // 2 of 3
      met('both', { A: 1, B: 3 }), // 4 of 6
    )
    expect(ranks(group)).toEqual([
      ['both', 1],
      ['one', 1],
    ])
  })

  test('given thirds that add up to a whole, when ranking, then no rounding breaks the tie', () => {
    const group = onlyGroup(
      [weighing('A', 3), weighing('B', 2), weighing('C', 1)],
      met('whole', { A: 2, B: 2, C: 2 }), // 6 + 4 + 2 = 12 of 18
      reaching(
        'interview',
        'thirds',
        // Means 2, 8/3 and 2/3: 6 + 16/3 + 2/3 = 12 of 18, yet 11.999999999999998 in floating point
        held('interview', {
          ines: { A: 2, B: 3, C: 1 },
          malik: { A: 2, B: 3, C: 1 },
          sacha: { A: 2, B: 2, C: 0 },
        }),
      ),
    )
    expect(3 * 2 + 2 * (8 / 3) + 2 / 3).not.toBe(12)
    expect(ranks(group)).toEqual([
      ['thirds', 1],
      ['whole', 1],
    ])
    expect(group.ranking.map(({ score }) => score)).toEqual([2 / 3, 2 / 3])
    // B with one step less: whole 10/15, thirds 6 + 8/3 + 2/3 = 28/3 of 15, so the tie hangs on it.
    expect(group.firmness?.hangsOn.map(({ criterion }) => criterion)).toEqual(['B', 'C'])
  })

  test('given nothing assessed, when ranking, then no score, no rank, and a place after a score of 0', () => {
    const group = onlyGroup(
      [weighing('A', 1)],
      met('a-nothing', { A: null }),
      met('zero', { A: 0 }),
      reaching('interview', 'b-nothing'),
    )
    expect(ranks(group)).toEqual([
      ['zero', 1],
      ['a-nothing', undefined],
      ['b-nothing', undefined],
    ])
    expect(group.ranking[1]).not.toHaveProperty('score')
    expect(group.ranking[1]?.coverage).toBe(0)
  })

  test('given someone who cannot be chosen, when ranking, then they keep their rank', () => {
    const group = onlyGroup(
      [weighing('A', 1, { mandatory: true }), weighing('B', 3)],
      met('blocked', { A: 1, B: 3 }), // 1 + 9 = 10 of 12
      met('free', { A: 2, B: 2 }), // 2 + 6 = 8 of 12
    )
    expect(ranks(group)).toEqual([
      ['blocked', 1],
      ['free', 2],
    ])
    expect(group.ranking.map(({ cannotBeChosen }) => cannotBeChosen)).toEqual([['A'], []])
  })

  test('given nobody, when comparing, then there is no group', () => {
    expect(compare([weighing('A', 1)], [])).toEqual({ groups: [] })
  })

  test('given no criterion, when comparing, then nothing is covered and nothing is in the way', () => {
    const line = onlyLine([], met('camille', {}))
    expect(line).toEqual({
      application: 'camille',
      coverage: 0,
      criteria: [],
      cannotBeChosen: [],
      toVerify: [],
    })
  })
})
