import { describe, expect, test } from 'vitest'
import { met, onlyGroup, ranks, weighing } from '../support/contenders.ts'

describe('the firmness of an order', () => {
  test('given a lead that one step reverses, then it hangs on each criterion that has such a step', () => {
    const group = onlyGroup(
      [weighing('A', 2), weighing('B', 1)],
      met('p', { A: 3, B: 0 }), // 6 of 9
      met('q', { A: 1, B: 3 }), // 2 + 3 = 5 of 9
    )
    // A at 3: p 9/12, q 6/12, the same. A at 1: p 3/6, q 4/6, reversed.
    // B at 2: p 6/12, q 2 + 6 = 8/12, reversed. B has no step below 1.
    expect(group.firmness).toEqual({
      hangsOn: [
        { criterion: 'A', turns: [{ weight: 1, order: { q: 1, p: 2 } }] },
        { criterion: 'B', turns: [{ weight: 2, order: { q: 1, p: 2 } }] },
      ],
    })
  })

  test('given a lead that one step levels, then a tie made is a change of order', () => {
    const group = onlyGroup(
      [weighing('A', 3), weighing('B', 2)],
      met('p', { A: 3, B: 1 }), // 9 + 2 = 11 of 15
      met('q', { A: 2, B: 2 }), // 6 + 4 = 10 of 15
    )
    // A at 2: 8/12 each. B at 3: 12/18 each. B at 1: p 10/12, q 8/12, the same.
    expect(group.firmness).toEqual({
      hangsOn: [
        { criterion: 'A', turns: [{ weight: 2, order: { p: 1, q: 1 } }] },
        { criterion: 'B', turns: [{ weight: 3, order: { p: 1, q: 1 } }] },
      ],
    })
  })

  test('given a tie that a step breaks, then that is a change of order, in either direction', () => {
    const group = onlyGroup(
      [weighing('A', 2), weighing('B', 2)],
      met('p', { A: 3, B: 1 }), // 8 of 12
      met('q', { A: 1, B: 3 }), // 8 of 12
    )
    // A at 3: p 11/15, q 9/15. A at 1: p 5/9, q 7/9. B the other way round.
    expect(ranks(group)).toEqual([
      ['p', 1],
      ['q', 1],
    ])
    expect(group.firmness?.hangsOn).toEqual([
      {
        criterion: 'A',
        turns: [
          { weight: 3, order: { p: 1, q: 2 } },
          { weight: 1, order: { q: 1, p: 2 } },
        ],
      },
      {
        criterion: 'B',
        turns: [
          { weight: 3, order: { q: 1, p: 2 } },
          { weight: 1, order: { p: 1, q: 2 } },
        ],
      },
    ])
  })

  test('given a change that would need a weight of 4, then it does not count', () => {
    const group = onlyGroup(
      [weighing('A', 3), weighing('B', 2)],
      met('p', { A: 1, B: 3 }), // 3 + 6 = 9 of 15
      met('q', { A: 2, B: 1 }), // 6 + 2 = 8 of 15
    )
    // A at 4 would tie them: 10/18 each. A at 2: p 8/12, q 6/12, the same.
    // B at 3: p 12/18, q 9/18, the same. B at 1: p 6/12, q 7/12, reversed.
    expect(group.firmness?.hangsOn).toEqual([
      { criterion: 'B', turns: [{ weight: 1, order: { q: 1, p: 2 } }] },
    ])
  })

  test('given a change that would need a weight of 0, then it does not count and the order is firm', () => {
    const group = onlyGroup(
      [weighing('A', 1), weighing('B', 1)],
      met('p', { A: 3, B: 2 }), // 5 of 6
      met('q', { A: 2, B: 2 }), // 4 of 6
    )
    // A at 0 would tie them: 2/3 each. A at 2: p 8/9, q 6/9. B at 2: p 7/9, q 6/9.
    expect(group.firmness).toEqual({ hangsOn: [] })
  })

  test('given the same levels for both, then no weight breaks their tie and the order is firm', () => {
    const levels = { A: 3, B: 1 } as const
    const group = onlyGroup(
      [weighing('A', 2), weighing('B', 3)],
      met('p', levels),
      met('q', levels),
    )
    expect(ranks(group)).toEqual([
      ['p', 1],
      ['q', 1],
    ])
    expect(group.firmness).toEqual({ hangsOn: [] })
  })

  test('given a criterion that only one was assessed on, then its weight still moves the order', () => {
    const group = onlyGroup(
      [weighing('A', 2), weighing('B', 1)],
      met('p', { A: 2 }), // 4 of 6, whatever the weights
      met('q', { A: 3, B: 0 }), // 6 of 9, a tie
    )
    // A at 3: q 9/12. A at 1: q 3/6. B at 2: q 6/12. Against 2/3 for p each time.
    expect(group.firmness?.hangsOn).toEqual([
      {
        criterion: 'A',
        turns: [
          { weight: 3, order: { q: 1, p: 2 } },
          { weight: 1, order: { p: 1, q: 2 } },
        ],
      },
      { criterion: 'B', turns: [{ weight: 2, order: { p: 1, q: 2 } }] },
    ])
  })

  test('given a lower pair that swaps, then the order changes though the first stays first', () => {
    const group = onlyGroup(
      [weighing('A', 2), weighing('B', 1)],
      met('best', { A: 3, B: 3 }), // 9 of 9
      met('p', { A: 2, B: 0 }), // 4 of 9
      met('q', { A: 1, B: 1 }), // 3 of 9
    )
    // A at 3: p 6/12, q 4/12. A at 1: p 2/6, q 2/6, tied. B at 2: p 4/12, q 4/12, tied.
    expect(group.firmness?.hangsOn).toEqual([
      { criterion: 'A', turns: [{ weight: 1, order: { best: 1, p: 2, q: 2 } }] },
      { criterion: 'B', turns: [{ weight: 2, order: { best: 1, p: 2, q: 2 } }] },
    ])
  })

  test('given fewer than two scores, then there is no order to shake', () => {
    const criteria = [weighing('A', 2)]
    expect(onlyGroup(criteria, met('p', { A: 3 }))).not.toHaveProperty('firmness')
    const withNothing = onlyGroup(criteria, met('p', { A: 3 }), met('q', { A: null }))
    expect(withNothing).not.toHaveProperty('firmness')
  })
})
