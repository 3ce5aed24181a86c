/** Properties of random stories. */
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { stories } from './stories.ts'
import { play } from './play.ts'
import type { Moment } from './play.ts'

/** `found` gives what is wrong at one step: nothing may be, at any step of `numRuns` stories. */
export function never(numRuns: number, found: (moment: Moment) => readonly unknown[]): void {
  fc.assert(
    fc.property(stories, (story) => {
      expect(play(story).moments.flatMap(found)).toEqual([])
    }),
    { numRuns },
  )
}
