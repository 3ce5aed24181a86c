/** Instants as people say them, in the reader's zone. */
import { Temporal } from 'temporal-polyfill'
import {
  HOURS_IN_WORKING_DAY,
  WORKING_TIME,
  workingHoursBetween,
} from '../../process/working-time.ts'
import { count } from './words.ts'

/** « 14 h », « 14 h 30 ». */
function clockTime(at: Temporal.ZonedDateTime): string {
  const minutes = at.minute === 0 ? '' : ` ${String(at.minute).padStart(2, '0')}`
  return `${at.hour} h${minutes}`
}

/** For what stays on screen: « jeudi 3 décembre à 14 h », never « demain ». */
export function lastingMoment(at: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(zone)
  const thisYear = now.toZonedDateTimeISO(zone).year
  return `${calendarDay(local.toPlainDate(), thisYear)} à ${clockTime(local)}`
}

/** For what is read at once: « demain à 14 h », else like `lastingMoment`. */
export function moment(at: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(zone)
  return `${day(at, zone, now)} à ${clockTime(local)}`
}

/** « aujourd’hui », « demain », « hier », « jeudi 3 décembre ». */
function day(at: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  const date = at.toZonedDateTimeISO(zone).toPlainDate()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const distance = daysBetween(today, date)
  if (distance === 0) return 'aujourd’hui'
  if (distance === 1) return 'demain'
  if (distance === -1) return 'hier'
  return calendarDay(date, today.year)
}

/** An ISO date: « vendredi 15 janvier 2027 ». */
export function calendarDate(date: string): string {
  return calendarDay(Temporal.PlainDate.from(date), undefined)
}

/** « jeudi 3 décembre », with the year when it is not `thisYear`. */
function calendarDay(date: Temporal.PlainDate, thisYear: number | undefined): string {
  const format = date.year === thisYear ? DAY_OF_THIS_YEAR : DAY_OF_ANY_YEAR
  return inWords(date, format).replace(/ 1 /, ' 1er ')
}

/** Made once: making one costs a hundred times what using it does. */
const WEEKDAY = formatOf({ weekday: 'long' })
const DAY_OF_THIS_YEAR = formatOf({ weekday: 'long', day: 'numeric', month: 'long' })
const DAY_OF_ANY_YEAR = formatOf({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** In UTC, where a date is shown as what it is at its midnight. */
function formatOf(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('fr-FR', { ...parts, timeZone: 'UTC' })
}

function inWords(date: Temporal.PlainDate, format: Intl.DateTimeFormat): string {
  return format.format(midnightOf(date))
}

/** Counted here rather than by Temporal, which takes ten times as long: a list has one on each line. */
function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return (midnightOf(to) - midnightOf(from)) / MILLISECONDS_IN_DAY
}

const MILLISECONDS_IN_DAY = 86_400_000

/** In UTC, in milliseconds: what a date alone stands for in an ISO string. */
function midnightOf(date: Temporal.PlainDate): number {
  return Date.parse(date.toString())
}

/** Whether « ce matin » is now, in that zone. */
export function isMorning(now: Temporal.Instant, zone: string): boolean {
  return now.toZonedDateTimeISO(zone).hour < NOON
}

const NOON = 12

/** How long something has been awaited: « depuis 2 h », « depuis hier », « depuis 6 jours ouvrés ». */
export function since(from: Temporal.Instant, now: Temporal.Instant): string {
  const date = from.toZonedDateTimeISO(WORKING_TIME.zone).toPlainDate()
  const days = daysBetween(date, now.toZonedDateTimeISO(WORKING_TIME.zone).toPlainDate())
  if (days === 1) return 'depuis hier'
  if (days !== 0 && days < A_WEEK) return `depuis ${inWords(date, WEEKDAY)}`
  const hours = workingHoursBetween(from, now)
  if (days === 0) return hours < 1 ? 'depuis moins d’une heure' : `depuis ${Math.floor(hours)} h`
  return `depuis ${Math.floor(hours / HOURS_IN_WORKING_DAY)} jours ouvrés`
}

/** How long something lasted, for a reader who does not count: « 12 min », « 3 h », « 2 jours ». */
export function duration(from: Temporal.Instant, to: Temporal.Instant): string {
  const minutes = Math.round(from.until(to).total('minutes'))
  if (minutes < 1) return 'moins d’une minute'
  if (minutes < MINUTES_IN_HOUR) return `${minutes} min`
  const hours = Math.round(minutes / MINUTES_IN_HOUR)
  return hours < HOURS_IN_DAY ? `${hours} h` : count(Math.round(hours / HOURS_IN_DAY), 'jour')
}

const MINUTES_IN_HOUR = 60
const HOURS_IN_DAY = 24

/** A weekday says which day it was. */
const A_WEEK = 7

/** « heure de La Réunion », where clocks then show something else than in `usual`; else nothing. */
export function zoneName(at: Temporal.Instant, zone: string, usual: string): string | undefined {
  const [here, there] = [zone, usual].map((one) => at.toZonedDateTimeISO(one).offset)
  if (here === there) return undefined
  const named = new Intl.DateTimeFormat('fr', { timeZone: zone, timeZoneName: 'longGeneric' })
  const parts = named.formatToParts(at.epochMilliseconds)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}
