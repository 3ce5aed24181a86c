/** Instants written and read by the wall clock in Paris. */
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'

const ZONE = 'Europe/Paris'

// An instant has no field of its own: without this, vitest finds any two of them equal.
expect.addEqualityTesters([
  (a: unknown, b: unknown) =>
    a instanceof Temporal.Instant && b instanceof Temporal.Instant ? a.equals(b) : undefined,
])

export function paris(wallClock: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(ZONE).toInstant()
}

/** To the minute: `2026-03-03T14:00`. */
export function onTheWall(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' })
}
