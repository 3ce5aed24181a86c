/** The agenda of a story, as lines that read well. */
import { agendaOf } from '../../../src/process/agenda/agenda.ts'
import type { AgendaEntry, EntryKind } from '../../../src/process/agenda/entry.ts'
import type { Event, PersonId } from '../../../src/process/events.ts'
import { isBefore } from '../../../src/process/instants.ts'
import { stateAfter } from './history.ts'
import { onTheWall, paris } from './instants.ts'

/** Entries of that kind at `now`, for one person when told. */
export function entries(
  events: readonly Event[],
  now: string,
  kind: EntryKind,
  to?: PersonId,
): readonly AgendaEntry[] {
  return agendaOf(stateAfter(...events), paris(now)).filter(
    (entry) => entry.kind === kind && (to === undefined || entry.to === to),
  )
}

/** `due` or `due → useful until`, on the wall clock in Paris. */
export function times(
  events: readonly Event[],
  now: string,
  kind: EntryKind,
  to?: PersonId,
): readonly string[] {
  return entries(events, now, kind, to).map(({ dueAt, usefulUntil }) =>
    [dueAt, usefulUntil].flatMap((at) => (at ? [onTheWall(at)] : [])).join(' → '),
  )
}

export function keys(
  events: readonly Event[],
  now: string,
  kind: EntryKind,
  to?: PersonId,
): readonly string[] {
  return entries(events, now, kind, to).map(({ key }) => key)
}

/** What a bot that said nothing until `now` then has to say to someone about interviews, in order. */
export function sayableAt(events: readonly Event[], now: string, to: PersonId): readonly string[] {
  const at = paris(now)
  return agendaOf(stateAfter(...events), at)
    .filter((entry) => entry.interview !== undefined && entry.to === to)
    .filter(({ dueAt }) => !isBefore(at, dueAt))
    .filter(({ usefulUntil }) => !usefulUntil || isBefore(at, usefulUntil))
    .map(({ kind }) => kind)
}
