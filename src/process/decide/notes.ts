import type { Temporal } from 'temporal-polyfill'
import { DEFAULTS } from '../defaults.ts'
import type { Event, Fact, InterviewId, PersonId, TextId } from '../events.ts'
import { SYSTEM } from '../events.ts'
import { evolve } from '../evolve.ts'
import { missingScorers, opensAt } from '../gate.ts'
import { isBefore } from '../instants.ts'
import type { Interview, Recruitment } from '../recruitment.ts'
import { criteriaOf, endOf, participantsWith } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import { refuseUnlessMember, refuseUnlessOwner, refuseUnlessOwnerOrDeputy } from '../roles.ts'
import { checkScorecard } from '../scorecard.ts'
import type { Evidence, Verdict } from '../scorecard.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse, stamp } from './decided.ts'
import { hasEnded, refuseUnlessStarted } from './interviews.ts'

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
  const refusal =
    refuseUnlessMember(state, actor.by) ??
    (interview.participants[actor.by] === 'scorer'
      ? undefined
      : { code: 'not-a-scorer' as const }) ??
    refuseUnlessStarted(interview, actor) ??
    refuseStale(versions, filed.after) ??
    checkScorecard(
      interview.stage,
      criteriaOf(state.framing, interview.stage),
      filed.evidence.content,
      filed.verdict.content,
    )
  if (refusal) return refuse(refusal)
  return withOpening(state, actor, {
    type: 'ScorecardFiled',
    interview: interview.id,
    scorer: actor.by,
    evidence: filed.evidence.id,
    verdict: filed.verdict.id,
  })
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
  return withOpening(state, actor, { type: 'ScorerWaived', ...waived })
}

/** Reminds a late scorer by hand, at most once an hour. */
export function remindScorer(
  state: Recruitment,
  reminded: { readonly interview: InterviewId; readonly scorer: PersonId },
  actor: Actor,
): Decided {
  const interview = state.interviews[reminded.interview]
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by)
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
  const opening = opensAt(interview)
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

function refuseWaiver(interview: Interview, scorer: PersonId, actor: Actor): Refusal | undefined {
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

/** Adds the opening to what was decided, when that was all it waited for. */
function withOpening(
  state: Recruitment,
  actor: Actor,
  fact: Fact & { interview: string },
): Decided {
  const event: Event = stamp(fact, actor)
  const interview = evolve(state, event).interviews[fact.interview]
  const opening = interview && !interview.openedAt ? opensAt(interview) : undefined
  if (!opening || isBefore(actor.at, opening)) return { events: [event] }
  const opened = stamp(
    { type: 'DebriefOpened', interview: fact.interview },
    { by: SYSTEM, at: actor.at },
  )
  return { events: [event, opened] }
}
