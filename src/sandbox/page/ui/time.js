// @ts-check
/** The sandbox lives in Paris, whatever the zone of the browser. Instants are epoch milliseconds. */
const zone = 'Europe/Paris'

/** @param {Intl.DateTimeFormatOptions} options */
const french = (options) => new Intl.DateTimeFormat('fr-FR', { timeZone: zone, ...options })

const hourFormat = french({ hour: '2-digit', minute: '2-digit' })
const dayFormat = french({ weekday: 'long', day: 'numeric', month: 'long' })
const dayAndYearFormat = french({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const partsFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/**
 * « 14:05 »
 * @param {number} instant
 */
export const hour = (instant) => hourFormat.format(instant)

/**
 * « lundi 23 novembre 2026, 14:05 »
 * @param {number} instant
 */
export const dayAndHour = (instant) =>
  `${firstOfMonth(dayAndYearFormat.format(instant))}, ${hour(instant)}`

/**
 * The day in Paris, as `2026-11-23`.
 * @param {number} instant
 */
export function dayKey(instant) {
  const { year, month, day } = partsInParis(instant)
  return `${year}-${month}-${day}`
}

/**
 * What a separator between days says: « Aujourd’hui », « Hier », or the date.
 * @param {number} instant
 * @param {number} now
 */
export function dayTitle(instant, now) {
  const day = dayKey(instant)
  if (day === dayKey(now)) return 'Aujourd’hui'
  if (day === dayBefore(dayKey(now))) return 'Hier'
  const sameYear = day.slice(0, 4) === dayKey(now).slice(0, 4)
  return capitalised(firstOfMonth((sameYear ? dayFormat : dayAndYearFormat).format(instant)))
}

/**
 * The instant of `hour` o'clock in Paris on the day after `now`. Not meant for the small hours in
 * which clocks change.
 * @param {number} now
 * @param {number} hourOfDay
 */
export function tomorrowAt(now, hourOfDay) {
  const { year, month, day } = partsInParis(now)
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day) + 1, hourOfDay)
  return wall - offsetAt(wall)
}

/**
 * The next days on which most people work (Monday to Friday), as people type them and as instants of
 * the day in Paris.
 * @param {number} now
 * @param {number} count
 */
export function workingDaysAfter(now, count) {
  const { year, month, day } = partsInParis(now)
  /** @type {{ typed: string, at: (hour: number, minute: number) => number }[]} */
  const days = []
  for (let ahead = 1; days.length < count; ahead += 1) {
    const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day) + ahead)
    const weekday = new Date(midnight).getUTCDay()
    if (weekday === 0 || weekday === 6) continue
    const at = (/** @type {number} */ hourOfDay, /** @type {number} */ minute) => {
      const wall = midnight + (hourOfDay * 60 + minute) * 60_000
      return wall - offsetAt(wall)
    }
    days.push({ typed: firstOfMonth(dayFormat.format(at(12, 0))), at })
  }
  return days
}

/**
 * How far Paris is ahead of UTC at about that instant.
 * @param {number} instant
 */
function offsetAt(instant) {
  const parts = partsInParis(instant)
  const wall = Date.UTC(
    Number(parts['year']),
    Number(parts['month']) - 1,
    Number(parts['day']),
    Number(parts['hour']),
    Number(parts['minute']),
    Number(parts['second']),
  )
  return wall - Math.floor(instant / 1000) * 1000
}

/**
 * @param {number} instant
 * @returns {Record<string, string>}
 */
function partsInParis(instant) {
  return Object.fromEntries(
    partsFormat.formatToParts(instant).map((part) => [part.type, part.value]),
  )
}

/** @param {string} day */
function dayBefore(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** @param {string} date */
const firstOfMonth = (date) => date.replace(/\b1 (?=\p{L})/u, '1er ')

/** @param {string} text */
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1)
