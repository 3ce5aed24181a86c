/**
 * Working time: Monday to Friday, 9:00 to 18:00 in Paris, public holidays off.
 *
 * Both ends count: 9:00 and 18:00 sharp are working time. So what is moved back to a closing stays
 * there, and a span that ends exactly at 18:00 ends at 18:00 that day, not at 9:00 the next.
 * Daylight saving changes at night, so a working day always lasts nine real hours.
 */
import { Temporal } from 'temporal-polyfill'

import { isPublicHoliday } from './holidays.ts'

/** Hours are on the wall clock of `zone`. */
export const WORKING_TIME = {
  zone: 'Europe/Paris',
  opens: 9,
  closes: 18,
  halfDays: [9, 14],
} as const

/** How many working hours « un jour ouvré » is. */
export const HOURS_IN_WORKING_DAY = WORKING_TIME.closes - WORKING_TIME.opens

const HOUR_IN_MS = 3_600_000
const SATURDAY = 6

export function isWorkingDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek < SATURDAY && !isPublicHoliday(date)
}

export function isWorkingTime(at: Temporal.Instant): boolean {
  const day = dayOf(at)
  return isWorkingDay(day) && !isBefore(at, openingOf(day)) && !isBefore(closing(day), at)
}

/** `at` itself when it is working time, else the next opening. */
export function toWorkingTimeAfter(at: Temporal.Instant): Temporal.Instant {
  if (isWorkingTime(at)) return at
  const day = dayOf(at)
  if (isWorkingDay(day) && isBefore(at, openingOf(day))) return openingOf(day)
  return openingOf(nextWorkingDay(day))
}

/** `at` itself when it is working time, else the previous closing. */
export function toWorkingTimeBefore(at: Temporal.Instant): Temporal.Instant {
  if (isWorkingTime(at)) return at
  const day = dayOf(at)
  if (isWorkingDay(day) && isBefore(closing(day), at)) return closing(day)
  return closing(previousWorkingDay(day))
}

/**
 * The instant when `hours` working hours (fractions allowed, to the millisecond) have gone by since
 * `from`: four after Friday 16:00 is Monday 11:00. Zero hours from outside working time is the next
 * opening. Refuses a negative or infinite number with a RangeError.
 */
export function addWorkingHours(from: Temporal.Instant, hours: number): Temporal.Instant {
  if (!Number.isFinite(hours) || hours < 0) throw new RangeError(`not a span of hours: ${hours}`)
  const start = toWorkingTimeAfter(from)
  let left = Math.round(hours * HOUR_IN_MS)
  let at = start.epochMilliseconds
  let day = dayOf(start)
  for (;;) {
    const room = closing(day).epochMilliseconds - at
    if (left <= room) return Temporal.Instant.fromEpochMilliseconds(at + left)
    left -= room
    day = nextWorkingDay(day)
    at = openingOf(day).epochMilliseconds
  }
}

/** Working hours elapsed from one instant to the other; 0 when `to` is not after `from`. */
export function workingHoursBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  const lastDay = dayOf(to)
  let elapsed = 0
  for (
    let day = dayOf(from);
    Temporal.PlainDate.compare(day, lastDay) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (isWorkingDay(day)) elapsed += overlapInMs(day, from, to)
  }
  return elapsed / HOUR_IN_MS
}

/** The first 9:00 of a working day strictly after. */
export function nextWorkingMorning(after: Temporal.Instant): Temporal.Instant {
  return firstStrictlyAfter(after, [WORKING_TIME.opens])
}

/** The first 9:00 or 14:00 of a working day strictly after: from 14:00 sharp, the next 9:00. */
export function nextHalfDay(after: Temporal.Instant): Temporal.Instant {
  return firstStrictlyAfter(after, WORKING_TIME.halfDays)
}

/**
 * The same time on the wall clock in Paris, on the last working day of an earlier date. It keeps to
 * the hour given, even outside working hours.
 */
export function sameHourPreviousWorkingDay(at: Temporal.Instant): Temporal.Instant {
  const plainTime = at.toZonedDateTimeISO(WORKING_TIME.zone).toPlainTime()
  return previousWorkingDay(dayOf(at))
    .toZonedDateTime({ timeZone: WORKING_TIME.zone, plainTime })
    .toInstant()
}

function firstStrictlyAfter(after: Temporal.Instant, hours: readonly number[]): Temporal.Instant {
  const today = dayOf(after)
  const day = isWorkingDay(today) ? today : nextWorkingDay(today)
  const sameDay = hours.map((hour) => atHour(day, hour)).find((start) => isBefore(after, start))
  return sameDay ?? openingOf(nextWorkingDay(day))
}

function overlapInMs(day: Temporal.PlainDate, from: Temporal.Instant, to: Temporal.Instant) {
  const start = Math.max(openingOf(day).epochMilliseconds, from.epochMilliseconds)
  const end = Math.min(closing(day).epochMilliseconds, to.epochMilliseconds)
  return Math.max(0, end - start)
}

/** The working day that comes `days` working days after a date; the date itself need not be one. */
export function workingDaysAfter(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  return days <= 0 ? date : workingDaysAfter(nextWorkingDay(date), days - 1)
}

function nextWorkingDay(after: Temporal.PlainDate): Temporal.PlainDate {
  const day = after.add({ days: 1 })
  return isWorkingDay(day) ? day : nextWorkingDay(day)
}

function previousWorkingDay(before: Temporal.PlainDate): Temporal.PlainDate {
  const day = before.subtract({ days: 1 })
  return isWorkingDay(day) ? day : previousWorkingDay(day)
}

function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(WORKING_TIME.zone).toPlainDate()
}

/** When a day opens, working or not. */
export function openingOf(day: Temporal.PlainDate): Temporal.Instant {
  return atHour(day, WORKING_TIME.opens)
}

function closing(day: Temporal.PlainDate): Temporal.Instant {
  return atHour(day, WORKING_TIME.closes)
}

function atHour(day: Temporal.PlainDate, hour: number): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from({ hour })
  return day.toZonedDateTime({ timeZone: WORKING_TIME.zone, plainTime }).toInstant()
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
