/** A clock that only the test moves. */
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../../src/clock.ts'

export interface TestClock extends Clock {
  /** To an instant, or by a duration such as `PT1H` or `-PT1H`. */
  move(to: string): void
}

export function testClock(start: string): TestClock {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    move(to) {
      now = /^-?P/.test(to) ? now.add(Temporal.Duration.from(to)) : Temporal.Instant.from(to)
    },
  }
}
