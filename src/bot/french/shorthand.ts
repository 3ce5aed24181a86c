/** What people leave out of a date, put back for the library that reads it. */
import { Temporal } from 'temporal-polyfill'

/**
 * « le jeudi 5 à 14 h » becomes « jeudi 05/03/2026 à 14h »: a day of the month alone is the next one to
 * come, hours are written as one word, and words that the library does not know are replaced.
 */
export function inFull(typed: string, today: Temporal.PlainDate): string {
  return typed
    .replaceAll('’', "'")
    .replace(/(\d)\s*(?:heures?|h)(?:\s*(\d\d))?(?!\p{L})/giu, '$1h$2')
    .replace(/(?<!\p{L})midi(?!\p{L})/iu, '12h')
    .replace(/(?<!\p{L})apr[èe]s[-\s]demain(?!\p{L})/iu, shown(today.add({ days: 2 })))
    .replace(/(?<!\p{L})le\s+/giu, '')
    .replace(DAY_OF_MONTH, (whole, number: string) => {
      const day = nextDay(Number(number), today)
      return day ? shown(day) : whole
    })
}

/** A number that starts the date, or follows a weekday, and is neither an hour nor a part of more. */
const DAY_OF_MONTH =
  /(?<=^\s*|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?\s+)(\d{1,2})(?:er)?(?=\s*(?:$|,|à|vers|a\s)|\s+\d{1,2}[h:])/iu

/** The next day of that number: this month's, today included, or that of the first month that has one. */
function nextDay(number: number, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const months = [0, 1, 2].map((ahead) => today.toPlainYearMonth().add({ months: ahead }))
  return months
    .filter(({ daysInMonth }) => number >= 1 && number <= daysInMonth)
    .map((month) => month.toPlainDate({ day: number }))
    .find((day) => Temporal.PlainDate.compare(day, today) >= 0)
}

function shown(day: Temporal.PlainDate): string {
  return [day.day, day.month, day.year].map((part) => String(part).padStart(2, '0')).join('/')
}
