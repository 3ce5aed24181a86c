import { Temporal } from 'temporal-polyfill'
import type { TextId } from '../ids.ts'
import type { Recruitment } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import { refuseClosed, refuseUnlessOwner, refuseUnlessOwnerOrDeputy } from '../roles.ts'
import type { FollowUp } from '../vocabulary.ts'
import { followUpsOf } from '../follow-ups.ts'
import { WORKING_TIME } from '../working-time.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'
import { refuseIfChosen } from './decisions.ts'

/** Closes a recruitment, with or without a choice, once every candidate has an answer. */
export function closeRecruitment(state: Recruitment, actor: Actor): Decided {
  const refusal =
    refuseUnlessOwner(state, actor.by) ?? refuseClosed(state) ?? refuseUnfinished(state)
  if (refusal) return refuse(refusal)
  const chosen = Object.values(state.applications).find(({ status }) => status === 'chosen')
  return accept(actor, { type: 'RecruitmentClosed', ...(chosen && { chosen: chosen.id }) })
}

/** Nobody was chosen: back to the framing, once every candidate has an answer. */
export function reopenFraming(
  state: Recruitment,
  { reason }: { readonly reason: TextId },
  actor: Actor,
): Decided {
  const refusal =
    refuseUnlessOwner(state, actor.by) ?? refuseClosed(state) ?? refuseUnfinished(state)
  if (refusal) return refuse(refusal)
  if (!state.framing.closedAt) return refuse({ code: 'framing-open' })
  const chosen = refuseIfChosen(state)
  if (chosen) return refuse(chosen)
  return accept(actor, { type: 'FramingReopened', reason })
}

/** Chooses the day (ISO, in Paris) on which a follow-up is called to mind: today or later. */
export function dateFollowUp(
  state: Recruitment,
  dated: { readonly followUp: FollowUp; readonly date: string },
  actor: Actor,
): Decided {
  const refusal =
    refuseUnlessOwnerOrDeputy(state, actor.by) ??
    refuseFollowUp(state, dated.followUp) ??
    refusePastDay(dated.date, actor)
  return refusal ? refuse(refusal) : accept(actor, { type: 'FollowUpDated', ...dated })
}

/** Ticks a follow-up off. */
export function completeFollowUp(state: Recruitment, followUp: FollowUp, actor: Actor): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by) ?? refuseFollowUp(state, followUp)
  if (refusal) return refuse(refusal)
  if (state.followUpsDone[followUp]) return accept(actor)
  return accept(actor, { type: 'FollowUpDone', followUp })
}

function refuseFollowUp(state: Recruitment, followUp: FollowUp): Refusal | undefined {
  return followUpsOf(state).some((one) => one.followUp === followUp)
    ? undefined
    : { code: 'unknown-follow-up' }
}

function refusePastDay(date: string, { at }: Actor): Refusal | undefined {
  const today = at.toZonedDateTimeISO(WORKING_TIME.zone).toPlainDate()
  return Temporal.PlainDate.compare(date, today) < 0 ? { code: 'date-past' } : undefined
}

function refuseUnfinished({ applications }: Recruitment): Refusal | undefined {
  const all = Object.values(applications)
  const undecided = all.filter(({ status }) => status === 'active')
  if (undecided.length > 0) {
    return { code: 'applications-undecided', applications: undecided.map(({ id }) => id) }
  }
  // Whoever withdrew has nothing left to be told.
  const waiting = all.filter(({ status, answeredAt }) => status !== 'withdrawn' && !answeredAt)
  return waiting.length > 0
    ? { code: 'candidates-unanswered', applications: waiting.map(({ id }) => id) }
    : undefined
}
