import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'

import {
  addWorkingHours,
  isWorkingDay,
  isWorkingTime,
  nextHalfDay,
  nextWorkingMorning,
  sameHourPreviousWorkingDay,
  toWorkingTimeAfter,
  toWorkingTimeBefore,
  workingHoursBetween,
} from '../../src/process/working-time.ts'

/** An instant from the wall clock in Paris. */
function paris(wallClock: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime('Europe/Paris').toInstant()
}

/** An instant as the wall clock in Paris, to the minute. */
function onTheWall(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO('Europe/Paris').toPlainDateTime()
  return local.toString({ smallestUnit: 'minute' })
}

const MINUTE = 60_000
const anyInstant = instantsBetween('2024-01-01T00:00', '2032-12-31T00:00')
/** Half of the draws fall around a change of hour, where mistakes would hide. */
const instants = fc.oneof(anyInstant, aroundClockChanges())
const minutes = fc.integer({ min: 0, max: 60 * 9 * 30 })

function instantsBetween(from: string, to: string): fc.Arbitrary<Temporal.Instant> {
  return fc
    .integer({
      min: paris(from).epochMilliseconds / MINUTE,
      max: paris(to).epochMilliseconds / MINUTE,
    })
    .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * MINUTE))
}

function aroundClockChanges(): fc.Arbitrary<Temporal.Instant> {
  const year = fc.integer({ min: 2024, max: 2032 })
  const lastOfMonth = fc.constantFrom('03-31', '10-31')
  return fc
    .tuple(year, lastOfMonth, fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }))
    .map(([year, day, shift]) => {
      const end = Temporal.PlainDate.from(`${year}-${day}`)
      const sunday = end.subtract({ days: end.dayOfWeek % 7 })
      return paris(`${sunday.toString()}T02:30`).add({ minutes: shift })
    })
}

function holds(property: (at: Temporal.Instant, other: Temporal.Instant) => void): void {
  fc.assert(fc.property(instants, instants, property), { numRuns: 500 })
}

describe('whatever the instant, from 2024 to 2032', () => {
  test('moving into working time gives working time, on the side asked for', () => {
    holds((at) => {
      const before = toWorkingTimeBefore(at)
      const after = toWorkingTimeAfter(at)
      expect(isWorkingTime(before) && isWorkingTime(after)).toBe(true)
      expect(Temporal.Instant.compare(before, at)).toBeLessThanOrEqual(0)
      expect(Temporal.Instant.compare(at, after)).toBeLessThanOrEqual(0)
      expect(workingHoursBetween(before, after)).toBe(0)
    })
  })

  test('moving into working time twice changes nothing more', () => {
    holds((at) => {
      const before = toWorkingTimeBefore(at)
      const after = toWorkingTimeAfter(at)
      expect(toWorkingTimeBefore(before).equals(before)).toBe(true)
      expect(toWorkingTimeAfter(after).equals(after)).toBe(true)
    })
  })

  test('what is earlier never becomes later', () => {
    holds((at, other) => {
      const [first, second] = Temporal.Instant.compare(at, other) <= 0 ? [at, other] : [other, at]
      for (const move of [
        toWorkingTimeBefore,
        toWorkingTimeAfter,
        nextWorkingMorning,
        nextHalfDay,
        (from: Temporal.Instant) => addWorkingHours(from, 4),
      ]) {
        expect(Temporal.Instant.compare(move(first), move(second))).toBeLessThanOrEqual(0)
      }
    })
  })

  test('the next morning and half-day are strictly later, on a working day, at their hour', () => {
    holds((at) => {
      expect(Temporal.Instant.compare(nextHalfDay(at), at)).toBe(1)
      expect(Temporal.Instant.compare(nextWorkingMorning(at), at)).toBe(1)
      expect(Temporal.Instant.compare(nextHalfDay(at), nextWorkingMorning(at))).toBeLessThanOrEqual(
        0,
      )
      expect(onTheWall(nextWorkingMorning(at))).toMatch(/T09:00$/)
      expect(onTheWall(nextHalfDay(at))).toMatch(/T(09|14):00$/)
      expect(isWorkingTime(nextHalfDay(at)) && isWorkingTime(nextWorkingMorning(at))).toBe(true)
    })
  })

  test('no half-day lies between an instant and its next one', () => {
    holds((at) => {
      const next = nextHalfDay(at)
      expect(nextHalfDay(next.subtract({ minutes: 1 })).equals(next)).toBe(true)
      expect(workingHoursBetween(at, next)).toBeLessThanOrEqual(5)
    })
  })

  test('hours can be added in one go or in two', () => {
    fc.assert(
      fc.property(instants, minutes, minutes, (at, x, y) => {
        const atOnce = addWorkingHours(at, (x + y) / 60)
        const inTwo = addWorkingHours(addWorkingHours(at, x / 60), y / 60)
        expect(onTheWall(atOnce)).toBe(onTheWall(inTwo))
      }),
      { numRuns: 500 },
    )
  })

  test('the hours added are the hours counted, and they end in working time', () => {
    fc.assert(
      fc.property(instants, minutes, (at, added) => {
        const end = addWorkingHours(at, added / 60)
        expect(isWorkingTime(end)).toBe(true)
        expect(workingHoursBetween(at, end) * 60).toBeCloseTo(added, 6)
      }),
      { numRuns: 500 },
    )
  })

  test('the previous working day is an earlier working day, with no other one between', () => {
    holds((at) => {
      const zone = 'Europe/Paris'
      const before = sameHourPreviousWorkingDay(at).toZonedDateTimeISO(zone)
      const day = at.toZonedDateTimeISO(zone)
      const between = before.toPlainDate().until(day.toPlainDate()).days
      expect(isWorkingDay(before.toPlainDate())).toBe(true)
      expect(between).toBeGreaterThan(0)
      for (let days = 1; days < between; days++) {
        expect(isWorkingDay(before.toPlainDate().add({ days }))).toBe(false)
      }
      expect(before.toPlainTime().equals(day.toPlainTime())).toBe(true)
    })
  })
})
