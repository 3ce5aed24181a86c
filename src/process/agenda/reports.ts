/** What reminds people to log the reports of an opened debrief. */
import type { Temporal } from 'temporal-polyfill'
import type { Interview, Recruitment } from '../recruitment.ts'
import { keeperOf, isReportDue } from '../reports.ts'
import { standings } from '../roles.ts'
import { nextWorkingMorning } from '../working-time.ts'
import type { AgendaEntry } from './entry.ts'
import { currentAndNext } from './recurring.ts'
import { invitationKey } from './thread.ts'

export function reportAgenda(
  state: Recruitment,
  interview: Interview,
  now: Temporal.Instant,
): AgendaEntry[] {
  const { id, application, openedAt } = interview
  if (!openedAt || !state.applications[application]?.tracked) return []
  return Object.keys(interview.filings).flatMap((about) => {
    const entry = { interview: id, application, about }
    const { status, askedAt, handedAt } = interview.reports[about] ?? {}
    if (status === undefined || status === 'attempted' || !askedAt) {
      const post: AgendaEntry = {
        ...entry,
        key: `post-report/${id}/${about}`,
        kind: 'post-report',
        dueAt: openedAt,
        shows: '',
      }
      return status === 'logged' ? [] : [post]
    }
    const keeper = keeperOf(state, interview, about)
    const since = handedAt ?? askedAt
    const isHere = standings(state, about).length > 0
    const said: AgendaEntry = {
      ...entry,
      key: `report/${id}/${about}`,
      kind: 'report',
      to: about,
      dueAt: askedAt,
      thread: invitationKey(interview, about),
      shows: status,
    }
    const handed: AgendaEntry[] =
      keeper === about
        ? []
        : [
            {
              ...entry,
              key: `report-handed/${id}/${about}`,
              kind: 'report-handed',
              to: keeper,
              dueAt: since,
              shows: status,
            },
          ]
    const isDue = isReportDue(state, { interview: id, scorer: about })
    const late = isDue ? currentAndNext(nextWorkingMorning(since), now) : []
    return [
      ...(isHere ? [said] : []),
      ...handed,
      ...late.map(({ dueAt, next, occurrence }): AgendaEntry => ({
        ...entry,
        key: `report-late/${id}/${about}/${since.epochMilliseconds}/${occurrence}`,
        kind: 'report-late',
        to: keeper,
        dueAt,
        usefulUntil: next,
        occurrence,
        shows: '',
      })),
    ]
  })
}
