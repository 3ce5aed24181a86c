/** What is said in one message: people are disturbed once for what falls due together (section 3). */
import type { Temporal } from 'temporal-polyfill'
import { DEFAULTS } from '../defaults.ts'
import { isBefore } from '../instants.ts'
import type { AgendaEntry, EntryKind } from './entry.ts'

/** An entry among those of other recruitments. */
export interface Sayable {
  readonly recruitment: string
  readonly entry: AgendaEntry
}

interface Habits {
  /** What it shares a message with: its own thread, every other reminder to that person, or nothing. */
  readonly joins: 'thread' | 'reminders' | 'nothing'
  /** Due with others it goes with them, but it is never said before its time. */
  readonly neverEarly?: true
  /** Read first, whatever it is said with. */
  readonly first?: true
}

const ALONE: Habits = { joins: 'nothing' }
const IN_THREAD: Habits = { joins: 'thread' }
const REMINDER: Habits = { joins: 'reminders' }

/** How each kind keeps company. What goes to a channel, and what the bot does, is always alone. */
const HABITS: Readonly<Record<EntryKind, Habits>> = {
  'create-channel': ALONE,
  'add-member': ALONE,
  'remove-member': ALONE,
  'open-debrief': ALONE,
  welcome: ALONE,
  'advisor-consulted': ALONE,
  'advisor-confirmed': ALONE,
  'framing-to-read': REMINDER,
  invitation: IN_THREAD,
  moved: IN_THREAD,
  cancelled: IN_THREAD,
  declined: ALONE,
  'not-held': ALONE,
  brief: IN_THREAD,
  nudge: { joins: 'thread', first: true },
  // Asking for notes during the call would interrupt it.
  ended: { joins: 'thread', neverEarly: true },
  late: REMINDER,
  // Somebody asked for it by hand: it is theirs.
  reminded: ALONE,
  'owner-told-late': ALONE,
  'debrief-thread': ALONE,
  debrief: ALONE,
  'debrief-ready': IN_THREAD,
  unreachable: ALONE,
  'channel-unreachable': ALONE,
  'post-report': ALONE,
  'take-down': ALONE,
  'answer-in-place': ALONE,
  'announce-erasures': ALONE,
  'erase-due': ALONE,
  'take-back': ALONE,
  'take-back-calls': ALONE,
  held: ALONE,
  republished: ALONE,
  'right-to-remove': ALONE,
  uninvited: IN_THREAD,
  report: IN_THREAD,
  'report-handed': REMINDER,
  'report-late': REMINDER,
  'decision-awaited': REMINDER,
  decided: ALONE,
  'answers-awaited': REMINDER,
  ownership: ALONE,
  closed: ALONE,
  'follow-up': REMINDER,
  'erasure-near': REMINDER,
  erased: ALONE,
}

/**
 * Those of `waiting` to say in the same message as `lead`, which is due at `now`, in their order. What
 * is no longer said takes nothing along.
 */
export function companions<T extends Sayable>(
  lead: Sayable,
  waiting: readonly T[],
  now: Temporal.Instant,
): readonly T[] {
  const group = groupOf(lead)
  if (group === undefined || isPointless(lead.entry, now)) return []
  return waiting
    .filter((other) => groupOf(other) === group && !isSame(other, lead))
    .filter(({ entry }) => mayBeSaid(entry, now) && !isPointless(entry, now))
}

function isSame(a: Sayable, b: Sayable): boolean {
  return a.recruitment === b.recruitment && a.entry.key === b.entry.key
}

/** Whether several of these are listed in one message of their own, outside any thread. */
export function isReminder({ kind }: AgendaEntry): boolean {
  return habitsOf(kind).joins === 'reminders'
}

/** The parts of one message in the order in which they are read. */
export function inReadingOrder<T extends Pick<Sayable, 'entry'>>(
  parts: readonly T[],
): readonly T[] {
  const rank = ({ entry }: T) => (habitsOf(entry.kind).first ? 0 : 1)
  return parts.toSorted((a, b) => rank(a) - rank(b))
}

/** Too late to be said; a reminder also when its next occurrence is about to be. */
export function isPointless(
  { usefulUntil, occurrence }: AgendaEntry,
  now: Temporal.Instant,
): boolean {
  if (!usefulUntil) return false
  return !isBefore(occurrence === undefined ? now : endOfReach(now), usefulUntil)
}

/** Until when what falls due can be said from `now` on, along with something that is due. */
export function endOfReach(now: Temporal.Instant): Temporal.Instant {
  return now.add({ minutes: DEFAULTS.togetherMinutes })
}

function mayBeSaid({ kind, dueAt }: AgendaEntry, now: Temporal.Instant): boolean {
  return !isBefore(habitsOf(kind).neverEarly ? now : endOfReach(now), dueAt)
}

/** Two entries of the same group go together; without one, an entry is alone. */
function groupOf({ recruitment, entry }: Sayable): string | undefined {
  const { kind, to, key, thread = key } = entry
  const { joins } = habitsOf(kind)
  if (to === undefined || joins === 'nothing') return undefined
  return JSON.stringify(joins === 'reminders' ? [to] : [to, recruitment, thread])
}

/** Entries that other rules had stored may be of a kind that is no more. */
function habitsOf(kind: string): Habits {
  const known: Readonly<Partial<Record<string, Habits>>> = HABITS
  return known[kind] ?? ALONE
}
