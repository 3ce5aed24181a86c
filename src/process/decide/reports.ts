/** The way of a scorer's report to the applicant tracking system, once the debrief is open. */
import type { ReportTrouble } from '../facts/notes.ts'
import type { InterviewId, PersonId } from '../ids.ts'
import { isReportDue, keeperOf } from '../reports.ts'
import type { Recruitment } from '../recruitment.ts'
import { refuseUnlessMember } from '../roles.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'

export interface ReportOf {
  readonly interview: InterviewId
  readonly scorer: PersonId
}

/** The bot asks the scorer to log the report, once, and says why if it was to do so itself. */
export function askReport(
  state: Recruitment,
  { why, ...report }: ReportOf & { readonly why?: ReportTrouble },
  actor: Actor,
): Decided {
  if (!isReportDue(state, report)) return refuse({ code: 'no-report' })
  const status = state.interviews[report.interview]?.reports[report.scorer]?.status
  if (status === 'asked' || status === 'handed-over') return accept(actor)
  return accept(actor, { type: 'ReportAsked', ...report, ...(why !== undefined && { why }) })
}

/** The bot is about to post. Refused once it was attempted: it may have been posted. */
export function attemptReport(state: Recruitment, report: ReportOf, actor: Actor): Decided {
  const status = state.interviews[report.interview]?.reports[report.scorer]?.status
  if (status !== undefined || !isReportDue(state, report)) return refuse({ code: 'no-report' })
  return accept(actor, { type: 'ReportAttempted', ...report })
}

/** Nothing was sent: the attempt is as if it had not been. */
export function recordNotSent(state: Recruitment, report: ReportOf, actor: Actor): Decided {
  const status = state.interviews[report.interview]?.reports[report.scorer]?.status
  if (status !== 'attempted') return refuse({ code: 'no-report' })
  return accept(actor, { type: 'ReportNotSent', ...report })
}

/** The bot posted it, under that id. */
export function recordPosted(
  state: Recruitment,
  { comment, ...report }: ReportOf & { readonly comment: string },
  actor: Actor,
): Decided {
  if (!isReportDue(state, report)) return refuse({ code: 'no-report' })
  return accept(actor, { type: 'ReportLogged', ...report, comment })
}

/** Whoever is in charge of the report says that it is logged: its scorer, or the owner it went to. */
export function logReport(state: Recruitment, report: ReportOf, actor: Actor): Decided {
  const refusal = refuseUnlessMember(state, actor.by)
  if (refusal) return refuse(refusal)
  const interview = state.interviews[report.interview]
  if (!interview) return refuse({ code: 'no-report' })
  const mine = report.scorer === actor.by || keeperOf(state, interview, report.scorer) === actor.by
  if (!mine) return refuse({ code: 'not-your-report' })
  if (!isReportDue(state, report)) return accept(actor)
  return accept(actor, { type: 'ReportLogged', ...report })
}

/** The scorer has no access: the text goes to the owner, who alone can get one. */
export function handReportOver(state: Recruitment, report: ReportOf, actor: Actor): Decided {
  const refusal = refuseUnlessMember(state, actor.by)
  if (refusal) return refuse(refusal)
  if (report.scorer !== actor.by) return refuse({ code: 'not-your-report' })
  if (state.owner === actor.by) return refuse({ code: 'owner-needs-access' })
  if (!isReportDue(state, report)) return accept(actor)
  const status = state.interviews[report.interview]?.reports[report.scorer]?.status
  if (status === 'handed-over') return accept(actor)
  return accept(actor, { type: 'ReportHandedOver', ...report })
}
