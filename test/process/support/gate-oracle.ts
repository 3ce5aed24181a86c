/**
 * The gate worked out another way: from the log alone, with a calendar of its own, as section 4 of the
 * product says it. Nothing here is shared with the rules.
 */
import { Temporal } from 'temporal-polyfill'
import type { Event } from '../../../src/process/events.ts'

interface Told {
  readonly application: string
  /** Planned end. */
  end: Temporal.Instant
  isOn: boolean
  readonly scorers: Set<string>
  readonly filedAt: Map<string, Temporal.Instant>
  readonly waivedAt: Map<string, Temporal.Instant>
  openedAt?: Temporal.Instant
}

export interface Oracle {
  readonly interviews: ReadonlyMap<string, Told>
  readonly nextMorning: boolean
}

/** What the log tells of each interview. */
export function oracle(events: readonly Event[]): Oracle {
  const interviews = new Map<string, Told>()
  let nextMorning = false
  for (const event of events) {
    if (event.type === 'SettingsChanged') nextMorning = event.settings.coolingOff !== 'half-day'
    if (event.type === 'InterviewScheduled') {
      const scorers = Object.entries(event.participants).filter(([, role]) => role === 'scorer')
      interviews.set(event.interview, {
        application: event.application,
        end: endOf(event),
        isOn: true,
        scorers: new Set(scorers.map(([person]) => person)),
        filedAt: new Map(),
        waivedAt: new Map(),
      })
    }
    const told = 'interview' in event ? interviews.get(event.interview) : undefined
    if (told) tell(told, event)
  }
  return { interviews, nextMorning }
}

function tell(told: Told, event: Event): void {
  const at = Temporal.Instant.from(event.at)
  switch (event.type) {
    case 'InterviewMoved':
      told.end = endOf(event)
      break
    case 'InterviewCancelled':
    case 'InterviewNotHeld':
      told.isOn = false
      break
    case 'ParticipantSet':
      if (event.role === 'scorer') told.scorers.add(event.person)
      else told.scorers.delete(event.person)
      break
    case 'ParticipantRemoved':
      told.scorers.delete(event.person)
      break
    case 'ScorecardFiled':
      if (!told.filedAt.has(event.scorer)) told.filedAt.set(event.scorer, at)
      // It falls if that person files before the opening.
      if (!told.openedAt) told.waivedAt.delete(event.scorer)
      break
    case 'ScorerWaived':
      told.waivedAt.set(event.scorer, at)
      break
    case 'DebriefOpened':
      told.openedAt = at
      break
    default:
  }
}

/** When the debrief has to open; nothing while somebody is awaited. */
export function opening(
  { interviews, nextMorning }: Oracle,
  id: string,
): Temporal.Instant | undefined {
  const told = interviews.get(id)
  if (!told?.isOn) return undefined
  const scorers = [...told.scorers]
  const settled = scorers.map((scorer) => told.filedAt.get(scorer) ?? told.waivedAt.get(scorer))
  const someoneWrote = scorers.some((scorer) => told.filedAt.has(scorer))
  if (!someoneWrote || settled.includes(undefined)) return undefined
  const last = latest(settled.filter((at) => at !== undefined))
  if (scorers.length === 1 || !last) return last
  return latest([last, firstPeriodAfter(told.end, nextMorning ? [9] : [9, 14])])
}

/** Whether someone still has notes to write on that application. */
export function owes({ interviews }: Oracle, person: string, application: string): boolean {
  return [...interviews.values()].some(
    (told) =>
      told.isOn &&
      told.application === application &&
      told.scorers.has(person) &&
      !told.filedAt.has(person) &&
      !told.waivedAt.has(person),
  )
}

function endOf({ start, minutes }: { readonly start: string; readonly minutes: number }) {
  return Temporal.Instant.from(start).add({ minutes })
}

function latest(instants: readonly Temporal.Instant[]): Temporal.Instant | undefined {
  return instants.toSorted(Temporal.Instant.compare).at(-1)
}

/** Days off in France in the months that stories last (article L3133-1 of the Code du travail). */
const DAYS_OFF = new Set([
  '2026-04-06',
  '2026-05-01',
  '2026-05-08',
  '2026-05-14',
  '2026-05-25',
  '2026-07-14',
])
const LAST_DAY = Temporal.PlainDate.from('2026-07-31')

function firstPeriodAfter(end: Temporal.Instant, hours: readonly number[]): Temporal.Instant {
  let day = end.toZonedDateTimeISO('Europe/Paris').toPlainDate()
  for (;;) {
    if (Temporal.PlainDate.compare(day, LAST_DAY) > 0)
      throw new Error('A story went past July 2026')
    const isWorked = day.dayOfWeek <= 5 && !DAYS_OFF.has(day.toString())
    for (const hour of isWorked ? hours : []) {
      const plainTime = Temporal.PlainTime.from({ hour })
      const start = day.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime }).toInstant()
      if (Temporal.Instant.compare(start, end) > 0) return start
    }
    day = day.add({ days: 1 })
  }
}
