import type { Temporal } from 'temporal-polyfill'
import type { PersonId } from '../ids.ts'
import type { Interview, Recruitment } from '../recruitment.ts'
import { endOf } from '../recruitment.ts'
import { addWorkingHours } from '../working-time.ts'
import type { AgendaEntry } from './entry.ts'
import { currentAndNext } from './recurring.ts'
import { invitationKey } from './thread.ts'

/** What a scorer who has not filed hears, politely, until it is done. */
export function owing(
  state: Recruitment,
  interview: Interview,
  scorer: PersonId,
  now: Temporal.Instant,
): AgendaEntry[] {
  if (interview.status !== 'scheduled' || interview.openedAt || state.closedAt) return []
  const { id, application, slots } = interview
  const asked = remindedByHand(interview, scorer)
  // Notes on someone who is no longer in the running hold nothing up.
  if (state.applications[application]?.status !== 'active') return asked
  const { settings } = state
  const revision = slots.length - 1
  const end = endOf(interview)
  const firstReminder = addWorkingHours(end, settings.lateAfterHours)
  const entry = { interview: id, application, shows: '' }
  const inThread = { ...entry, to: scorer, thread: invitationKey(interview, scorer) }
  const told: AgendaEntry = {
    ...entry,
    key: `owner-told-late/${id}/${revision}/${scorer}`,
    kind: 'owner-told-late',
    to: state.owner,
    about: scorer,
    dueAt: addWorkingHours(end, settings.ownerToldAfterHours),
  }
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
    ...asked,
    // Owners who are late themselves know it.
    ...(scorer === state.owner ? [] : [told]),
  ]
}

/** What somebody asked the bot to say is said, whatever became of the application. */
function remindedByHand(interview: Interview, scorer: PersonId): AgendaEntry[] {
  const { id, application, reminded } = interview
  const last = reminded[scorer]
  if (!last) return []
  return [
    {
      key: `reminded/${id}/${scorer}/${last.times}`,
      kind: 'reminded',
      to: scorer,
      interview: id,
      application,
      dueAt: last.at,
      thread: invitationKey(interview, scorer),
      shows: '',
    },
  ]
}
