import type { Temporal } from 'temporal-polyfill'
import { opensAt } from '../gate.ts'
import { earlierOf } from '../instants.ts'
import { endOf, participantsWith } from '../recruitment.ts'
import type { Interview, Recruitment } from '../recruitment.ts'
import { attendees } from '../roles.ts'
import type { AgendaEntry } from './entry.ts'
import { debriefThreadKey, invitationKey } from './thread.ts'

/** The thread of the debrief in the channel, and who hears that it is open. */
export function debriefAgenda(state: Recruitment, interview: Interview): AgendaEntry[] {
  const { id, application, status, openedAt, endedAt } = interview
  const entry = { interview: id, application, shows: '' }
  const thread = debriefThreadKey(interview)
  if (status === 'not-held' && endedAt) return notHeld(state, interview, thread, endedAt)
  if (status !== 'scheduled') return []
  const opening = opensAt(state, interview)
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
  // A single scorer has just filed, and the owner's decisions come grouped (see `decisions.ts`).
  const isAlone = participantsWith(interview, 'scorer').length === 1
  const readers = new Set(isAlone ? [] : [state.owner, ...scorers])
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

/** Whoever was to come has noticed by then. */
const A_DAY = 24

/**
 * Everyone reads it in the channel. The owner, who has to plan again, is told, and so is everyone who
 * was to come, but not whoever said so.
 */
function notHeld(
  state: Recruitment,
  interview: Interview,
  thread: string,
  dueAt: Temporal.Instant,
): AgendaEntry[] {
  const { id, application, endedBy } = interview
  const entry = { interview: id, application, dueAt }
  const root: AgendaEntry = { ...entry, key: thread, kind: 'debrief-thread', shows: 'not held' }
  const told = new Set([state.owner, ...attendees(state, interview)])
  return [
    root,
    ...[...told]
      .filter((person) => person !== endedBy)
      .map((to): AgendaEntry => ({
        ...entry,
        key: to === state.owner ? `not-held/${id}` : `not-held/${id}/${to}`,
        kind: 'not-held',
        to,
        shows: '',
        // The owner's is a thing to do, outside the thread of those who only come.
        ...(to !== state.owner && {
          thread: invitationKey(interview, to),
          usefulUntil: dueAt.add({ hours: A_DAY }),
        }),
      })),
  ]
}
