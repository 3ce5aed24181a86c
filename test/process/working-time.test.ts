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

describe('working days', () => {
  test.each([
    ['2026-03-02', 'an ordinary Monday', true],
    ['2026-03-06', 'an ordinary Friday', true],
    ['2026-03-07', 'a Saturday', false],
    ['2026-03-08', 'a Sunday', false],
    ['2026-01-01', "New Year's Day", false],
    ['2025-04-18', 'Good Friday, off in Alsace-Moselle only', true],
    ['2025-04-21', 'Easter Monday', false],
    ['2026-04-06', 'Easter Monday of another year', false],
    ['2026-05-01', '1 May', false],
    ['2026-05-08', '8 May', false],
    ['2026-05-14', 'Ascension Thursday', false],
    ['2026-05-15', 'the Friday after Ascension', true],
    ['2026-05-25', 'Whit Monday', false],
    ['2026-07-14', '14 July', false],
    ['2025-08-15', '15 August', false],
    ['2027-11-01', "All Saints' Day", false],
    ['2026-11-11', '11 November', false],
    ['2026-12-25', 'Christmas Day', false],
    ['2025-12-26', '26 December, off in Alsace-Moselle only', true],
  ])('%s, %s: %s', (date, _what, expected) => {
    expect(isWorkingDay(Temporal.PlainDate.from(date))).toBe(expected)
  })
})

describe('working time', () => {
  test.each([
    ['2026-03-03T08:59', 'a minute before opening', false],
    ['2026-03-03T09:00', 'opening', true],
    ['2026-03-03T12:30', 'lunch', true],
    ['2026-03-03T18:00', 'closing', true],
    ['2026-03-03T18:01', 'a minute after closing', false],
    ['2026-03-07T11:00', 'Saturday morning', false],
    ['2026-07-14T11:00', 'the morning of 14 July', false],
  ])('%s, %s: %s', (wallClock, _what, expected) => {
    expect(isWorkingTime(paris(wallClock))).toBe(expected)
  })

  test('it follows the wall clock in Paris, in winter as in summer', () => {
    expect(isWorkingTime(Temporal.Instant.from('2026-01-15T07:30Z'))).toBe(false)
    expect(isWorkingTime(Temporal.Instant.from('2026-07-15T07:30Z'))).toBe(true)
  })
})

describe('what comes after something waits for the next opening', () => {
  test.each([
    ['2026-03-03T07:00', '2026-03-03T09:00', 'early morning'],
    ['2026-03-03T10:15', '2026-03-03T10:15', 'working time stays'],
    ['2026-03-03T18:00', '2026-03-03T18:00', 'closing stays'],
    ['2026-03-06T18:30', '2026-03-09T09:00', 'Friday evening'],
    ['2026-03-28T23:00', '2026-03-30T09:00', 'the night when summer time begins'],
    ['2026-10-24T23:00', '2026-10-26T09:00', 'the night when summer time ends'],
    ['2026-04-03T20:00', '2026-04-07T09:00', 'the Easter week-end'],
    ['2026-07-13T19:00', '2026-07-15T09:00', 'the eve of 14 July'],
  ])('%s gives %s: %s', (at, expected) => {
    expect(onTheWall(toWorkingTimeAfter(paris(at)))).toBe(expected)
  })
})

describe('what comes before something is said at the previous closing', () => {
  test.each([
    ['2026-03-03T20:00', '2026-03-03T18:00', 'evening'],
    ['2026-03-03T10:15', '2026-03-03T10:15', 'working time stays'],
    ['2026-03-03T09:00', '2026-03-03T09:00', 'opening stays'],
    ['2026-03-03T08:00', '2026-03-02T18:00', 'early morning'],
    ['2026-03-09T08:00', '2026-03-06T18:00', 'early on Monday'],
    ['2026-03-30T08:59', '2026-03-27T18:00', 'the Monday after summer time begins'],
    ['2026-05-01T10:00', '2026-04-30T18:00', '1 May'],
    ['2026-11-11T10:00', '2026-11-10T18:00', '11 November'],
  ])('%s gives %s: %s', (at, expected) => {
    expect(onTheWall(toWorkingTimeBefore(paris(at)))).toBe(expected)
  })
})

describe('adding working hours', () => {
  test.each([
    ['2026-03-06T16:00', 4, '2026-03-09T11:00', 'over a week-end'],
    ['2026-03-06T14:00', 4, '2026-03-06T18:00', 'ending exactly at closing'],
    ['2026-03-06T18:00', 1, '2026-03-09T10:00', 'from closing'],
    ['2026-03-06T22:00', 4, '2026-03-09T13:00', 'from Friday evening'],
    ['2026-03-07T12:00', 0, '2026-03-09T09:00', 'nothing, from a Saturday'],
    ['2026-03-02T10:00', 18, '2026-03-04T10:00', 'two working days'],
    ['2026-03-02T10:00', 0.5, '2026-03-02T10:30', 'half an hour'],
    ['2026-03-27T17:00', 2, '2026-03-30T10:00', 'over the start of summer time'],
    ['2026-10-23T17:00', 2, '2026-10-26T10:00', 'over the end of summer time'],
    ['2026-04-03T16:00', 4, '2026-04-07T11:00', 'over Easter'],
    ['2026-07-13T17:00', 3, '2026-07-15T11:00', 'over 14 July'],
    ['2026-05-13T17:00', 10, '2026-05-15T18:00', 'round Ascension'],
    ['2025-12-24T17:00', 2, '2025-12-26T10:00', 'over Christmas'],
  ])('%s and %d h: %s, %s', (from, hours, expected) => {
    expect(onTheWall(addWorkingHours(paris(from), hours))).toBe(expected)
  })

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('%d hours are refused', (hours) => {
    expect(() => addWorkingHours(paris('2026-03-06T16:00'), hours)).toThrow(RangeError)
  })
})

describe('counting working hours', () => {
  test.each([
    ['2026-03-02T10:00', '2026-03-04T10:00', 18],
    ['2026-03-06T16:00', '2026-03-09T11:00', 4],
    ['2026-03-06T19:00', '2026-03-08T23:00', 0],
    ['2026-04-03T09:00', '2026-04-07T18:00', 18],
    ['2026-03-27T09:00', '2026-03-30T18:00', 18],
    ['2026-03-02T10:00', '2026-03-02T10:45', 0.75],
    ['2026-03-04T10:00', '2026-03-02T10:00', 0],
  ])('from %s to %s: %d', (from, to, expected) => {
    expect(workingHoursBetween(paris(from), paris(to))).toBe(expected)
  })
})

describe('the next working morning', () => {
  test.each([
    ['2026-03-03T08:00', '2026-03-03T09:00'],
    ['2026-03-03T09:00', '2026-03-04T09:00'],
    ['2026-03-06T10:00', '2026-03-09T09:00'],
    ['2026-04-30T10:00', '2026-05-04T09:00'],
    ['2026-03-28T10:00', '2026-03-30T09:00'],
  ])('after %s: %s', (after, expected) => {
    expect(onTheWall(nextWorkingMorning(paris(after)))).toBe(expected)
  })
})

describe('the next half-day', () => {
  test.each([
    ['2026-03-03T08:00', '2026-03-03T09:00', 'early morning'],
    ['2026-03-03T09:00', '2026-03-03T14:00', '9:00 sharp'],
    ['2026-03-03T11:30', '2026-03-03T14:00', 'late morning'],
    ['2026-03-03T14:00', '2026-03-04T09:00', '14:00 sharp'],
    ['2026-03-03T15:00', '2026-03-04T09:00', 'afternoon'],
    ['2026-03-06T15:00', '2026-03-09T09:00', 'Friday afternoon'],
    ['2026-11-10T15:00', '2026-11-12T09:00', 'the eve of 11 November'],
    ['2026-10-24T15:00', '2026-10-26T09:00', 'the week-end when summer time ends'],
  ])('after %s: %s, %s', (after, expected) => {
    expect(onTheWall(nextHalfDay(paris(after)))).toBe(expected)
  })
})

describe('the same hour of the previous working day', () => {
  test.each([
    ['2026-03-04T15:30', '2026-03-03T15:30', 'midweek'],
    ['2026-03-09T15:30', '2026-03-06T15:30', 'Monday'],
    ['2026-03-08T15:30', '2026-03-06T15:30', 'Sunday'],
    ['2026-03-30T15:30', '2026-03-27T15:30', 'over the start of summer time'],
    ['2026-10-26T15:30', '2026-10-23T15:30', 'over the end of summer time'],
    ['2026-04-07T10:00', '2026-04-03T10:00', 'after Easter'],
    ['2026-05-04T10:00', '2026-04-30T10:00', 'after 1 May and its week-end'],
    ['2026-03-04T20:00', '2026-03-03T20:00', 'an evening interview keeps to its hour'],
  ])('%s gives %s: %s', (at, expected) => {
    expect(onTheWall(sameHourPreviousWorkingDay(paris(at)))).toBe(expected)
  })
})
