/** What participants say of an interview, before and after. */
import type { InterviewId, PersonId } from '../ids.ts'
import type { Interview, Recruitment } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import { refuseUnlessMember, refuseUnlessOwnerOrDeputy } from '../roles.ts'
import type { NotHeldReason } from '../vocabulary.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'
import { refuseUnlessStarted, refuseUnlessUpcoming } from './timing.ts'

/**
 * Someone who was to be there says that the interview did not take place, and why. Refused once
 * somebody filed notes on it: then it did.
 */
export function reportNotHeld(
  state: Recruitment,
  id: InterviewId,
  actor: Actor,
  why?: NotHeldReason,
): Decided {
  const interview = state.interviews[id]
  if (!interview) return refuse({ code: 'unknown-interview' })
  const mayReport = interview.participants[actor.by]
    ? refuseUnlessMember(state, actor.by)
    : refuseUnlessOwnerOrDeputy(state, actor.by)
  const refusal = mayReport ?? refuseUnlessStarted(interview, actor)
  if (refusal) return refuse(refusal)
  if (Object.keys(interview.filings).length > 0) return refuse({ code: 'notes-exist' })
  return accept(actor, {
    type: 'InterviewNotHeld',
    interview: id,
    ...(why !== undefined && { why }),
  })
}

/** Says whether one will be there. Saying the same again changes nothing. */
export function answerInvitation(
  state: Recruitment,
  id: InterviewId,
  coming: boolean,
  actor: Actor,
): Decided {
  const interview = state.interviews[id]
  const refusal =
    refuseUnlessMember(state, actor.by) ??
    refuseUnlessParticipant(interview, actor.by) ??
    refuseUnlessUpcoming(interview, actor)
  if (refusal) return refuse(refusal)
  if (interview?.answers[actor.by]?.coming === coming) return accept(actor)
  return accept(actor, { type: 'InvitationAnswered', interview: id, person: actor.by, coming })
}

/** Ticks or unticks a box of one's own brief, at any time. */
export function tickBriefItem(
  state: Recruitment,
  ticked: { readonly interview: InterviewId; readonly item: string; readonly done: boolean },
  actor: Actor,
): Decided {
  const interview = state.interviews[ticked.interview]
  const refusal =
    refuseUnlessMember(state, actor.by) ?? refuseUnlessParticipant(interview, actor.by)
  if (refusal) return refuse(refusal)
  const done = interview?.ticked[actor.by]?.includes(ticked.item) ?? false
  if (done === ticked.done) return accept(actor)
  return accept(actor, { type: 'BriefItemTicked', person: actor.by, ...ticked })
}

function refuseUnlessParticipant(
  interview: Interview | undefined,
  person: PersonId,
): Refusal | undefined {
  if (!interview) return { code: 'unknown-interview' }
  return interview.participants[person] ? undefined : { code: 'not-invited' }
}
