/** What a closed recruitment makes the bot say. */
import type { Temporal } from 'temporal-polyfill'
import { followUpsOf } from '../follow-ups.ts'
import type { Recruitment } from '../recruitment.ts'
import type { AgendaEntry } from './entry.ts'
import { currentAndNext } from './recurring.ts'

export function closingAgenda(state: Recruitment, now: Temporal.Instant): AgendaEntry[] {
  const { closedAt, owner } = state
  if (!closedAt) return []
  const closed: AgendaEntry = { key: 'closed', kind: 'closed', dueAt: closedAt, shows: '' }
  const followUps = followUpsOf(state)
    .filter(({ doneAt }) => !doneAt)
    .flatMap(({ followUp, dueAt: day }) =>
      currentAndNext(day, now).map(({ dueAt, next, occurrence }): AgendaEntry => ({
        key: `follow-up/${followUp}/${day.epochMilliseconds}/${occurrence}`,
        kind: 'follow-up',
        to: owner,
        followUp,
        dueAt,
        usefulUntil: next,
        occurrence,
        shows: '',
      })),
    )
  return [closed, ...followUps]
}
