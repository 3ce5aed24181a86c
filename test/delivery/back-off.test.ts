import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { backOff } from '../../src/delivery/back-off.ts'

test('the wait doubles from one second to one minute', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 1_000].map((failures) => backOff(failures, () => 0))
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1_000))
})

test('chance takes off half at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (failures) => {
      const wait = backOff(failures)
      const longest = backOff(failures, () => 0)
      expect(wait).toBeLessThanOrEqual(longest)
      expect(wait).toBeGreaterThanOrEqual(longest / 2)
    }),
  )
})
