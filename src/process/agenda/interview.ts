/** What one interview makes the bot say, from the invitation to the opened debrief. */
import type { Temporal } from 'temporal-polyfill'
import { DEFAULTS } from '../defaults.ts'
import type { PersonId } from '../events.ts'
import { missingScorers, opensAt } from '../gate.ts'
import { earlierOf, isBefore, laterOf } from '../instants.ts'
import { endOf, participantsWith, slotOf } from '../recruitment.ts'
import type { Interview, Recruitment } from '../recruitment.ts'
import { attendees } from '../roles.ts'
import { addWorkingHours, nextWorkingMorning, sameHourPreviousWorkingDay } from '../working-time.ts'
import type { AgendaEntry } from './entry.ts'

export function interviewAgenda(
  state: Recruitment,
  interview: Interview,
  now: Temporal.Instant,
): AgendaEntry[] {
  return [
    ...attendees(state, interview).flatMap((person) => meeting(interview, person)),
    ...declined(state, interview),
    ...missingScorers(interview).flatMap((scorer) => owing(state, interview, scorer, now)),
    ...debrief(state, interview),
  ]
}

/** The invitation and what follows in its thread, for one participant. */
function meeting(interview: Interview, person: PersonId): AgendaEntry[] {
  const { id, application, slots, status } = interview
  const [first] = slots
  const { start, at } = slotOf(interview)
  const root = invitationKey(interview, person)
  const entry = { interview: id, application, to: person, shows: '' }
  const inThread = { ...entry, thread: root }
  const revision = slots.length - 1
  const invitation: AgendaEntry = {
    ...entry,
    key: root,
    kind: 'invitation',
    dueAt: first.at,
    usefulUntil: start,
    shows: [revision, status, answerOf(interview, person)].join(' '),
  }
  if (status === 'cancelled' && interview.endedAt) {
    const key = `cancelled/${id}/${person}`
    return [
      invitation,
      { ...inThread, key, kind: 'cancelled', dueAt: interview.endedAt, after: root },
    ]
  }
  if (status === 'not-held') return [invitation]
  const moved: AgendaEntry[] =
    revision === 0
      ? []
      : [
          {
            ...inThread,
            key: `moved/${id}/${revision}/${person}`,
            kind: 'moved',
            dueAt: at,
            usefulUntil: start,
            after: root,
          },
        ]
  const briefed = briefedSlot(interview)
  return [
    invitation,
    ...moved,
    {
      ...inThread,
      key: `brief/${id}/${briefed}/${person}`,
      kind: 'brief',
      dueAt: briefDueAt(slots[briefed] ?? first),
      usefulUntil: start,
      shows: `${revision} ${(interview.ticked[person] ?? []).toSorted().join(',')}`,
    },
    {
      ...inThread,
      key: `nudge/${id}/${revision}/${person}`,
      kind: 'nudge',
      dueAt: start.subtract({ minutes: DEFAULTS.nudgeMinutes }),
      usefulUntil: start,
    },
  ]
}

/** The owner, or the deputy who scheduled, hears of each refusal. */
function declined(state: Recruitment, interview: Interview): AgendaEntry[] {
  if (interview.status !== 'scheduled') return []
  return Object.entries(interview.answers)
    .filter(([, { coming }]) => !coming)
    .map(([about, { at }]) => ({
      key: `declined/${interview.id}/${interview.slots.length - 1}/${about}/${at.epochMilliseconds}`,
      kind: 'declined',
      to: state.owner,
      about,
      interview: interview.id,
      application: interview.application,
      dueAt: at,
      usefulUntil: slotOf(interview).start,
      shows: '',
    }))
}

/** What a scorer who has not filed hears, politely, until it is done. */
function owing(
  state: Recruitment,
  interview: Interview,
  scorer: PersonId,
  now: Temporal.Instant,
): AgendaEntry[] {
  if (interview.status !== 'scheduled' || interview.openedAt) return []
  const { id, application, slots } = interview
  const revision = slots.length - 1
  const end = endOf(interview)
  const firstReminder = addWorkingHours(end, DEFAULTS.lateAfterHours)
  const entry = { interview: id, application, shows: '' }
  const inThread = { ...entry, to: scorer, thread: invitationKey(interview, scorer) }
  const reminded = interview.reminded[scorer]
  return [
    {
      ...inThread,
      key: `ended/${id}/${revision}/${scorer}`,
      kind: 'ended',
      dueAt: end,
      usefulUntil: firstReminder,
    },
    ...currentAndNext(firstReminder, now).map(({ dueAt, next, occurrence }): AgendaEntry => ({
      ...inThread,
      key: `late/${id}/${revision}/${scorer}/${occurrence}`,
      kind: 'late',
      dueAt,
      usefulUntil: next,
      occurrence,
    })),
    ...(reminded
      ? [
          {
            ...inThread,
            key: `reminded/${id}/${scorer}/${reminded.times}`,
            kind: 'reminded' as const,
            dueAt: reminded.at,
          },
        ]
      : []),
    {
      ...entry,
      key: `owner-told-late/${id}/${revision}/${scorer}`,
      kind: 'owner-told-late',
      to: state.owner,
      about: scorer,
      dueAt: addWorkingHours(end, DEFAULTS.ownerToldAfterHours),
    },
  ]
}

function debrief(state: Recruitment, interview: Interview): AgendaEntry[] {
  const { id, application, status, openedAt, endedAt } = interview
  const entry = { interview: id, application, shows: '' }
  const thread = `debrief-thread/${id}`
  if (status === 'not-held' && endedAt) return notHeld(state, interview, thread, endedAt)
  if (status !== 'scheduled') return []
  const opening = opensAt(interview)
  const filed = participantsWith(interview, 'scorer').filter((person) => interview.filings[person])
  const waived = Object.keys(interview.waivers)
  const root: AgendaEntry = {
    ...entry,
    key: thread,
    kind: 'debrief-thread',
    dueAt: openedAt ? earlierOf(endOf(interview), openedAt) : endOf(interview),
    shows: [openedAt ? 'open' : 'shut', filed.toSorted(), waived.toSorted()].join(' '),
  }
  if (!openedAt) {
    if (!opening) return [root]
    return [root, { ...entry, key: `open/${id}`, kind: 'open-debrief', dueAt: opening }]
  }
  const versions = Object.values(interview.filings).flat().length
  const scorers = attendees(state, interview).filter(
    (person) => interview.participants[person] === 'scorer',
  )
  const readers = new Set([state.owner, ...scorers])
  return [
    root,
    {
      ...entry,
      key: `debrief/${id}`,
      kind: 'debrief',
      dueAt: openedAt,
      thread,
      shows: `${versions}`,
    },
    ...[...readers].map((to): AgendaEntry => ({
      ...entry,
      key: `debrief-ready/${id}/${to}`,
      kind: 'debrief-ready',
      to,
      dueAt: openedAt,
      ...(interview.participants[to] && { thread: invitationKey(interview, to) }),
    })),
  ]
}

/** Everyone reads it in the channel; the owner, who has to plan again, is told. */
function notHeld(
  state: Recruitment,
  { id, application, endedBy }: Interview,
  thread: string,
  dueAt: Temporal.Instant,
): AgendaEntry[] {
  const entry = { interview: id, application, dueAt }
  const root: AgendaEntry = { ...entry, key: thread, kind: 'debrief-thread', shows: 'not held' }
  if (endedBy === state.owner) return [root]
  return [root, { ...entry, key: `not-held/${id}`, kind: 'not-held', to: state.owner, shows: '' }]
}

/** Key of the message that starts the thread of an interview with one person. */
function invitationKey({ id }: Interview, person: PersonId): string {
  return `invitation/${id}/${person}`
}

/**
 * Which slot the brief belongs to. An interview moved at the last moment keeps the brief already
 * sent; one moved further away gets a new one, the working day before.
 */
function briefedSlot({ slots }: Interview): number {
  return slots.reduce((briefed, slot, i) => {
    const before = slots[briefed]
    if (i === 0 || !before) return 0
    const alreadySent = !isBefore(slot.at, briefDueAt(before))
    const soon = !isBefore(slot.at, sameHourPreviousWorkingDay(slot.start))
    return alreadySent && soon ? briefed : i
  }, 0)
}

function briefDueAt({ start, at }: { start: Temporal.Instant; at: Temporal.Instant }) {
  return laterOf(sameHourPreviousWorkingDay(start), at)
}

/** The latest reminder already due, if any, and the next one: first at `first`, then each morning. */
function currentAndNext(first: Temporal.Instant, now: Temporal.Instant) {
  let dueAt = first
  let next = nextWorkingMorning(first)
  let occurrence = 1
  while (!isBefore(now, next)) {
    dueAt = next
    next = nextWorkingMorning(next)
    occurrence += 1
  }
  const current = { dueAt, next, occurrence }
  if (isBefore(now, dueAt)) return [current]
  return [current, { dueAt: next, next: nextWorkingMorning(next), occurrence: occurrence + 1 }]
}

function answerOf(interview: Interview, person: PersonId): string {
  const answer = interview.answers[person]
  return answer ? (answer.coming ? 'coming' : 'not coming') : 'unknown'
}
