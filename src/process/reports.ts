/** Which reports are still to be logged (product.md section 3). */
import type { InterviewId, PersonId } from './ids.ts'
import type { Interview, Recruitment } from './recruitment.ts'
import { standings } from './roles.ts'

/**
 * True while the report of that scorer is to be logged: the debrief is open, that person filed, and the
 * candidate has a page to log it on.
 */
export function isReportDue(
  state: Recruitment,
  { interview: id, scorer }: { readonly interview: InterviewId; readonly scorer: PersonId },
): boolean {
  const interview = state.interviews[id]
  if (!interview?.openedAt || !interview.filings[scorer]) return false
  if (!state.applications[interview.application]?.tracked) return false
  return interview.reports[scorer]?.status !== 'logged'
}

/** Who has to log a report: its scorer, or the owner once it was handed over or its scorer left. */
export function keeperOf(state: Recruitment, interview: Interview, scorer: PersonId): PersonId {
  const isHanded = interview.reports[scorer]?.handedAt !== undefined
  return isHanded || standings(state, scorer).length === 0 ? state.owner : scorer
}

/** Scorers whose report of an interview is still to be logged. */
export function reportsDue(state: Recruitment, interview: Interview): readonly PersonId[] {
  return Object.keys(interview.filings).filter((scorer) =>
    isReportDue(state, { interview: interview.id, scorer }),
  )
}
