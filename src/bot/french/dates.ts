/** Dates typed by hand: « mardi 14h », « dans 3 jours à 10h30 », « le 3 à 9h ». */
import type { ParsedResult } from 'chrono-node'
// The whole library would load every language.
import { parse as parseFrench } from 'chrono-node/fr'
import { Temporal } from 'temporal-polyfill'
import { isBefore } from '../../process/instants.ts'
import { inFull } from './shorthand.ts'

export type TypedDate =
  | { readonly at: Temporal.Instant }
  | { readonly problem: 'unreadable' | 'no-day' | 'no-hour' | 'does-not-exist' | 'too-far' }
  /** « vendredi 5 mars » of a year when it is a Thursday; `day` is what was typed, as an ISO date. */
  | { readonly problem: 'wrong-weekday'; readonly day: string }

/**
 * Reads a day and an hour in `zone`; a day without year, or without month, is the next one to come.
 * Refuses text without a day or an hour, a weekday that contradicts the date, hours that a
 * daylight-saving change skips (of one that comes twice the first is meant), and what is more than a
 * year away.
 */
export function readMoment(typed: string, zone: string, now: Temporal.Instant): TypedDate {
  const result = parse(typed, zone, now)
  if (!result) return { problem: 'unreadable' }
  const { start } = result
  if (!namesDay(result)) return { problem: 'no-day' }
  const day = dayIn(start)
  if (!day) return { problem: 'does-not-exist' }
  if (contradicts(typed, day)) return { problem: 'wrong-weekday', day: day.toString() }
  if (!start.isCertain('hour')) return { problem: 'no-hour' }
  const local = day.toPlainDateTime({
    hour: start.get('hour') ?? 0,
    minute: start.get('minute') ?? 0,
  })
  const at = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (!at.toPlainDateTime().equals(local)) return { problem: 'does-not-exist' }
  const tooFar = isBefore(now.add({ hours: A_YEAR }), at.toInstant())
  return tooFar ? { problem: 'too-far' } : { at: at.toInstant() }
}

const A_YEAR = 366 * 24

/** Reads a day alone, as an ISO date; nothing when it cannot be read. */
export function readDay(typed: string, zone: string, now: Temporal.Instant): string | undefined {
  const start = parse(typed, zone, now)?.start
  return start && dayIn(start)?.toString()
}

/** Nothing for a day that no calendar has. */
function dayIn(start: ParsedResult['start']): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(
      {
        year: start.get('year') ?? 0,
        month: start.get('month') ?? 0,
        day: start.get('day') ?? 0,
      },
      { overflow: 'reject' },
    )
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** « 14h » alone could be of any day. */
function namesDay({ start, text }: ParsedResult): boolean {
  const isSaid = start.isCertain('day') || start.isCertain('weekday')
  return isSaid || /ce soir|ce matin|cet après|cette nuit/i.test(text)
}

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

function contradicts(typed: string, day: Temporal.PlainDate): boolean {
  const [named, ...others] = WEEKDAYS.filter((word) => typed.toLowerCase().includes(word))
  return named !== undefined && others.length === 0 && WEEKDAYS[day.dayOfWeek - 1] !== named
}

/** Words that add nothing to a date. */
const FILLERS = /(?<!\p{L})(?:le|la|ce|cette|à|a|au|du|de|vers|pour|rdv|matin)(?!\p{L})/giu

function parse(typed: string, zone: string, now: Temporal.Instant): ParsedResult | undefined {
  const local = now.toZonedDateTimeISO(zone)
  const reference = {
    instant: new Date(now.epochMilliseconds),
    timezone: local.offsetNanoseconds / 60e9,
  }
  const full = inFull(typed, local.toPlainDate())
  const [result] = parseFrench(full, reference, { forwardDate: true })
  // « 32 décembre 10h » holds a readable « 10h »: what is left over says that it was not understood.
  const leftOver = result ? full.replace(result.text, '').replace(FILLERS, '') : ''
  return /[\p{L}\p{N}]/u.test(leftOver) ? undefined : result
}
