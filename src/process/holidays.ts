/** French national public holidays. Alsace-Moselle and overseas days are not national. */
import Holidays from 'date-holidays'
import type { Temporal } from 'temporal-polyfill'

const calendar = new Holidays('FR', { types: ['public'] })
const datesByYear = new Map<number, ReadonlySet<string>>()

export function isPublicHoliday(date: Temporal.PlainDate): boolean {
  return datesOf(date.year).has(date.toString())
}

function datesOf(year: number): ReadonlySet<string> {
  const known = datesByYear.get(year)
  if (known !== undefined) return known
  const dates = new Set(calendar.getHolidays(year).map(({ date }) => date.slice(0, 10)))
  datesByYear.set(year, dates)
  return dates
}
