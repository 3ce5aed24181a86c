/** Properties of random stories. */
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { stories } from './stories.ts'
import { play } from './play.ts'
import type { Moment } from './play.ts'

/**
 * `found` gives what is wrong at one step: nothing may be, at any step of `numRuns` stories, or only at
 * those that changed something when that takes time to work out.
 */
export function never(
  numRuns: number,
  found: (moment: Moment) => readonly unknown[],
  steps: 'all' | 'changes' = 'all',
): void {
  const looked = ({ before, state }: Moment) => steps === 'all' || before !== state
  fc.assert(
    fc.property(stories, (story) => {
      expect(play(story).moments.filter(looked).flatMap(found)).toEqual([])
    }),
    { numRuns },
  )
}
