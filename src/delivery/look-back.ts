/** Looking on the platform for what the bot posted, although the two clocks may differ. */
import type { Temporal } from 'temporal-polyfill'

/** Our clock may have been a day ahead. It costs a longer look; what is missed would be said twice. */
const LATE_BY_MS = 25 * 3_600_000

/**
 * From when on, in epoch milliseconds of the platform, to look for what was posted at `at` or later. An instant
 * that is yet to come was dated by a clock that has gone back since.
 */
export function lookFrom(at: Temporal.Instant, now: Temporal.Instant): number {
  return Math.min(at.epochMilliseconds, now.epochMilliseconds) - LATE_BY_MS
}
