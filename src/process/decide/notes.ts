import type { Temporal } from 'temporal-polyfill'
import { DEFAULTS } from '../defaults.ts'
import { SYSTEM } from '../events.ts'
import type { InterviewId, PersonId, TextId } from '../ids.ts'
import { missingScorers, opensAt } from '../gate.ts'
import { isBefore } from '../instants.ts'
import type { Interview, Recruitment } from '../recruitment.ts'
import { criteriaOf, endOf, participantsWith, stagesOf } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import {
  refuseClosed,
  refuseUnlessMember,
  refuseUnlessOwner,
  refuseUnlessOwnerOrDeputy,
} from '../roles.ts'
import { checkScorecard } from '../scorecard.ts'
import type { Evidence, Verdict } from '../scorecard.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'

import { acceptAndOpen } from './settle.ts'
import { hasEnded, refuseUnlessStarted } from './timing.ts'

export interface Filed {
  readonly interview: InterviewId
  readonly evidence: { readonly id: TextId; readonly content: Evidence }
  readonly verdict: { readonly id: TextId; readonly content: Verdict }
  /** How many versions the scorer had filed when the form was opened. */
  readonly after: number
}

/**
 * Files a scorer's notes, from the start of the interview on, or amends them. Refuses a form opened
 * before another window filed. Opens the debrief when these were the last notes awaited and the time
 * has come.
 */
export function fileScorecard(state: Recruitment, filed: Filed, actor: Actor): Decided {
  const interview = state.interviews[filed.interview]
  if (!interview) return refuse({ code: 'unknown-interview' })
  const versions = interview.filings[actor.by] ?? []
  const stages = stagesOf(interview)
  const criteria = criteriaOf(state.framing, ...stages).map(({ id }) => id)
  const refusal =
    refuseUnlessWriter(state, interview, actor) ??
    refuseStale(versions, filed.after) ??
    checkScorecard(
      stages,
      [...criteria, ...interview.doubts],
      filed.evidence.content,
      filed.verdict.content,
    )
  if (refusal) return refuse(refusal)
  return acceptAndOpen(state, interview.id, actor, {
    type: 'ScorecardFiled',
    interview: interview.id,
    scorer: actor.by,
    evidence: filed.evidence.id,
    verdict: filed.verdict.id,
  })
}

/** Sets notes aside, whatever they hold, to finish them later. */
export function saveDraft(
  state: Recruitment,
  saved: { readonly interview: InterviewId; readonly draft: TextId; readonly after: number },
  actor: Actor,
): Decided {
  const interview = state.interviews[saved.interview]
  if (!interview) return refuse({ code: 'unknown-interview' })
  const refusal =
    refuseUnlessWriter(state, interview, actor) ??
    refuseStale(interview.filings[actor.by] ?? [], saved.after)
  if (refusal) return refuse(refusal)
  const { draft } = saved
  return accept(actor, { type: 'DraftSaved', interview: interview.id, scorer: actor.by, draft })
}

/** Lets one late scorer off, with a reason (section 4). */
export function waiveScorer(
  state: Recruitment,
  waived: { readonly interview: InterviewId; readonly scorer: PersonId; readonly reason: TextId },
  actor: Actor,
): Decided {
  const interview = state.interviews[waived.interview]
  if (!interview) return refuse({ code: 'unknown-interview' })
  const refusal =
    refuseUnlessOwner(state, actor.by) ?? refuseWaiver(interview, waived.scorer, actor)
  if (refusal) return refuse(refusal)
  return acceptAndOpen(state, interview.id, actor, { type: 'ScorerWaived', ...waived })
}

/** Reminds a late scorer by hand, at most once an hour. */
export function remindScorer(
  state: Recruitment,
  reminded: { readonly interview: InterviewId; readonly scorer: PersonId },
  actor: Actor,
): Decided {
  const interview = state.interviews[reminded.interview]
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by) ?? refuseClosed(state)
  if (refusal) return refuse(refusal)
  if (!interview || !missingScorers(interview).includes(reminded.scorer)) {
    return refuse({ code: 'nothing-owed' })
  }
  if (interview.status !== 'scheduled') return refuse({ code: 'interview-cancelled' })
  const end = endOf(interview)
  if (!hasEnded(interview, actor.at)) return refuse({ code: 'interview-not-ended', end })
  const last = interview.reminded[reminded.scorer]?.at
  const again = last?.add({ minutes: DEFAULTS.remindAgainAfterMinutes })
  if (last && again && isBefore(actor.at, again)) {
    return refuse({ code: 'reminded-recently', at: last })
  }
  return accept(actor, { type: 'ScorerReminded', ...reminded })
}

/** Opens a debrief whose time has come; the bot's own command, when its alarm rings. */
export function openDebrief(state: Recruitment, id: InterviewId, at: Temporal.Instant): Decided {
  const interview = state.interviews[id]
  if (!interview) return refuse({ code: 'unknown-interview' })
  if (interview.openedAt) return refuse({ code: 'debrief-open-already' })
  const opening = opensAt(state, interview)
  if (!opening || isBefore(at, opening)) {
    return refuse({ code: 'debrief-shut', missing: missingScorers(interview) })
  }
  return accept({ by: SYSTEM, at }, { type: 'DebriefOpened', interview: id })
}

function refuseStale(versions: readonly { at: Temporal.Instant }[], after: number) {
  const last = versions.at(-1)
  return last && versions.length !== after
    ? { code: 'notes-filed-meanwhile' as const, at: last.at }
    : undefined
}

function refuseUnlessWriter(
  state: Recruitment,
  interview: Interview,
  actor: Actor,
): Refusal | undefined {
  return (
    refuseUnlessMember(state, actor.by) ??
    (interview.participants[actor.by] === 'scorer'
      ? undefined
      : { code: 'not-a-scorer' as const }) ??
    refuseUnlessStarted(interview, actor)
  )
}

/** The conditions of a waiver (section 4), owner apart. */
export function refuseWaiver(
  interview: Interview,
  scorer: PersonId,
  actor: Actor,
): Refusal | undefined {
  if (interview.openedAt) return { code: 'debrief-open-already' }
  if (interview.status !== 'scheduled') return { code: 'interview-cancelled' }
  if (scorer === actor.by) return { code: 'waive-oneself' }
  if (interview.waivers[scorer]) return { code: 'waived-already' }
  if (!missingScorers(interview).includes(scorer)) return { code: 'nothing-owed' }
  if (!hasEnded(interview, actor.at)) return { code: 'interview-not-ended', end: endOf(interview) }
  const left = participantsWith(interview, 'scorer').filter(
    (other) => other !== scorer && !interview.waivers[other],
  )
  return left.length === 0 ? { code: 'waive-last' } : undefined
}
