/** Dates typed by hand: « mardi 14h », « dans 3 jours à 10h30 », « 24/11 à 9h ». */
import type { ParsedResult } from 'chrono-node'
// The whole library would load every language.
import { parse as parseFrench } from 'chrono-node/fr'
import { Temporal } from 'temporal-polyfill'
import { isBefore } from '../../process/instants.ts'

export type TypedDate =
  | { readonly at: Temporal.Instant }
  | { readonly problem: 'unreadable' | 'no-hour' | 'does-not-exist' | 'too-far' }

/**
 * Reads a day and an hour in `zone`; a day without year is the next one to come. Refuses text without
 * an hour, hours that a daylight-saving change skips, and what is more than a year away.
 */
export function readMoment(typed: string, zone: string, now: Temporal.Instant): TypedDate {
  const result = parse(typed, zone, now)
  if (!result) return { problem: 'unreadable' }
  const { start } = result
  if (!start.isCertain('hour')) return { problem: 'no-hour' }
  try {
    const at = Temporal.PlainDateTime.from(
      {
        year: start.get('year') ?? 0,
        month: start.get('month') ?? 0,
        day: start.get('day') ?? 0,
        hour: start.get('hour') ?? 0,
        minute: start.get('minute') ?? 0,
      },
      { overflow: 'reject' },
    ).toZonedDateTime(zone, { disambiguation: 'reject' })
    const tooFar = isBefore(now.add({ hours: A_YEAR }), at.toInstant())
    return tooFar ? { problem: 'too-far' } : { at: at.toInstant() }
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'does-not-exist' }
    throw error
  }
}

const A_YEAR = 366 * 24

/** Reads a day alone, as an ISO date; nothing when it cannot be read. */
export function readDay(typed: string, zone: string, now: Temporal.Instant): string | undefined {
  const start = parse(typed, zone, now)?.start
  if (!start) return undefined
  try {
    return Temporal.PlainDate.from(
      {
        year: start.get('year') ?? 0,
        month: start.get('month') ?? 0,
        day: start.get('day') ?? 0,
      },
      { overflow: 'reject' },
    ).toString()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Words that add nothing to a date. */
const FILLERS = /(?<!\p{L})(?:le|la|ce|cette|à|a|au|du|de|vers|pour|rdv)(?!\p{L})/giu

function parse(typed: string, zone: string, now: Temporal.Instant): ParsedResult | undefined {
  const offset = now.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9
  const reference = { instant: new Date(now.epochMilliseconds), timezone: offset }
  // « 14 h 30 » is how the bot writes hours: it has to read them too.
  const closedUp = typed.replace(/(\d)\s*[hH]\s*(\d\d)/g, '$1h$2').replace(/(\d)\s+[hH]\b/g, '$1h')
  const [result] = parseFrench(closedUp, reference, { forwardDate: true })
  // « 32 décembre 10h » holds a readable « 10h »: what is left over says that it was not understood.
  const leftOver = result ? closedUp.replace(result.text, '').replace(FILLERS, '') : ''
  return /[\p{L}\p{N}]/u.test(leftOver) ? undefined : result
}
