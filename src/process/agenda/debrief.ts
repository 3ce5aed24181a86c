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
