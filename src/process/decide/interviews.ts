import type { Temporal } from 'temporal-polyfill'
import { DEFAULTS } from '../defaults.ts'
import type { ApplicationId, InterviewId, PersonId, TextId } from '../events.ts'
import { isBefore } from '../instants.ts'
import type { Interview, Recruitment } from '../recruitment.ts'
import { endOf, slotOf } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import { refuseUnlessMember, refuseUnlessOwnerOrDeputy } from '../roles.ts'
import type { Stage } from '../vocabulary.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'
import { teamOf } from './team.ts'

export interface SlotRequest {
  readonly start: Temporal.Instant
  readonly minutes: number
  readonly place: TextId
  /** IANA zone of whoever schedules, to know what is night. */
  readonly zone: string
  /** True once that person has confirmed an hour of the night. */
  readonly nightConfirmed: boolean
}

export function addApplication(
  state: Recruitment,
  added: { readonly application: ApplicationId; readonly candidate: TextId },
  actor: Actor,
): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by)
  return refusal ? refuse(refusal) : accept(actor, { type: 'ApplicationAdded', ...added })
}

/** Schedules a stage for a candidate, with everyone named for that stage. */
export function scheduleInterview(
  state: Recruitment,
  request: SlotRequest & {
    readonly interview: InterviewId
    readonly application: ApplicationId
    readonly stage: Stage
  },
  actor: Actor,
): Decided {
  const { interview, application, stage } = request
  const refusal =
    refuseUnlessOwnerOrDeputy(state, actor.by) ??
    (state.applications[application] ? undefined : { code: 'unknown-application' as const }) ??
    (state.framing.closedAt ? undefined : { code: 'framing-open' as const }) ??
    refuseSecond(state, application, stage) ??
    refuseSlot(request, actor)
  if (refusal) return refuse(refusal)
  const participants = teamOf(state, stage)
  if (!Object.values(participants).includes('scorer')) return refuse({ code: 'no-scorer', stage })
  return accept(actor, {
    type: 'InterviewScheduled',
    interview,
    application,
    stage,
    participants,
    ...slotFact(request),
  })
}

/** Moves an interview that has not started. */
export function moveInterview(
  state: Recruitment,
  id: InterviewId,
  request: SlotRequest,
  actor: Actor,
): Decided {
  const refusal =
    refuseUnlessOwnerOrDeputy(state, actor.by) ??
    refuseUnlessUpcoming(state.interviews[id], actor) ??
    refuseSlot(request, actor)
  if (refusal) return refuse(refusal)
  return accept(actor, { type: 'InterviewMoved', interview: id, ...slotFact(request) })
}

export function cancelInterview(state: Recruitment, id: InterviewId, actor: Actor): Decided {
  const refusal =
    refuseUnlessOwnerOrDeputy(state, actor.by) ?? refuseUnlessUpcoming(state.interviews[id], actor)
  if (refusal) return refuse(refusal)
  return accept(actor, { type: 'InterviewCancelled', interview: id })
}

/**
 * Someone who was to be there says that the interview did not take place. Refused once somebody filed
 * notes on it: then it did.
 */
export function reportNotHeld(state: Recruitment, id: InterviewId, actor: Actor): Decided {
  const interview = state.interviews[id]
  if (!interview) return refuse({ code: 'unknown-interview' })
  const mayReport = interview.participants[actor.by]
    ? refuseUnlessMember(state, actor.by)
    : refuseUnlessOwnerOrDeputy(state, actor.by)
  const refusal = mayReport ?? refuseUnlessStarted(interview, actor)
  if (refusal) return refuse(refusal)
  if (Object.keys(interview.filings).length > 0) return refuse({ code: 'notes-exist' })
  return accept(actor, { type: 'InterviewNotHeld', interview: id })
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

/** Refuses an interview that was called off or has not started. */
export function refuseUnlessStarted(
  interview: Interview,
  { at }: Pick<Actor, 'at'>,
): Refusal | undefined {
  if (interview.status !== 'scheduled') return { code: 'interview-cancelled' }
  const { start } = slotOf(interview)
  return isBefore(at, start) ? { code: 'interview-not-started', start } : undefined
}

function refuseUnlessUpcoming(
  interview: Interview | undefined,
  { at }: Actor,
): Refusal | undefined {
  if (!interview) return { code: 'unknown-interview' }
  if (interview.status !== 'scheduled') return { code: 'interview-cancelled' }
  return !isBefore(at, slotOf(interview).start) ? { code: 'interview-started' } : undefined
}

/** The same stage twice at once for the same candidate is a slip of the hand. */
function refuseSecond(
  state: Recruitment,
  application: ApplicationId,
  stage: Stage,
): Refusal | undefined {
  const pending = Object.values(state.interviews).find(
    (interview) =>
      interview.application === application &&
      interview.stage === stage &&
      interview.status === 'scheduled' &&
      !interview.openedAt,
  )
  return pending && { code: 'stage-already-scheduled', start: slotOf(pending).start }
}

function refuseSlot(request: SlotRequest, { at }: Actor): Refusal | undefined {
  const { start, minutes, zone, nightConfirmed } = request
  const { min, max } = DEFAULTS.interviewMinutes
  if (!Number.isInteger(minutes) || minutes < min || minutes > max) {
    return { code: 'wrong-duration', min, max }
  }
  if (!isBefore(at, start)) return { code: 'date-past' }
  const { hour } = start.toZonedDateTimeISO(zone)
  const { from, until } = DEFAULTS.night
  return (hour >= from || hour < until) && !nightConfirmed ? { code: 'date-at-night' } : undefined
}

function slotFact({ start, minutes, place }: SlotRequest) {
  return { start: start.toString(), minutes, place }
}

/** True once an interview's planned end has passed and it was not called off. */
export function hasEnded(interview: Interview, at: Temporal.Instant): boolean {
  return interview.status === 'scheduled' && !isBefore(at, endOf(interview))
}
