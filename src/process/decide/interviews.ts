import type { Temporal } from 'temporal-polyfill'
import { DEFAULTS } from '../defaults.ts'
import type { InterviewFact } from '../facts/interviews.ts'
import type { ApplicationId, InterviewId, PersonId, Role, TextId } from '../ids.ts'
import { isBefore } from '../instants.ts'
import type { Recruitment } from '../recruitment.ts'
import { slotOf } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import { interviewsOf, nextStage, reachedBy } from '../progress.ts'
import { refuseClosed, refuseUnlessOwnerOrDeputy, teamOf } from '../roles.ts'
import { heldAs, isMerged } from '../settings.ts'
import type { Stage } from '../vocabulary.ts'
import { precedes } from '../vocabulary.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'
import { refuseCrowd } from './crowd.ts'
import { refuseSkipped } from './decisions.ts'
import { refuseUnlessUpcoming } from './timing.ts'

export interface SlotRequest {
  readonly start: Temporal.Instant
  readonly minutes: number
  readonly place: TextId
  /** IANA zone of whoever schedules, to know what is night. */
  readonly zone: string
  /** True once that person has confirmed an hour of the night. */
  readonly nightConfirmed: boolean
}

export interface InterviewRequest extends SlotRequest {
  readonly interview: InterviewId
  readonly application: ApplicationId
  readonly stage: Stage
  readonly conductor?: PersonId
  /** References: who speaks about the candidate, and what earlier stages left unclear. */
  readonly referee?: TextId
  readonly doubts?: readonly TextId[]
  /** Why one candidate more than the rule allows reaches collaboration. */
  readonly reason?: TextId
  /** True when whoever schedules says that the candidate was told how they are assessed. */
  readonly informed?: boolean
}

/**
 * Schedules a stage for a candidate, with everyone named for that stage. Before the first one the
 * candidate must have been told how they are assessed. A deputy plans what the owner decided.
 */
export function scheduleInterview(
  state: Recruitment,
  request: InterviewRequest,
  actor: Actor,
): Decided {
  const { interview, application, stage, conductor, informed, reason } = request
  const held = heldAs(state.settings, stage)
  const merged = held === 'interview' && isMerged(state.settings)
  const known = state.applications[application]
  const refusal =
    refuseUnlessOwnerOrDeputy(state, actor.by) ??
    refuseClosed(state) ??
    (known ? undefined : { code: 'unknown-application' as const }) ??
    (known?.status === 'active' ? undefined : { code: 'not-in-the-running' as const }) ??
    (state.framing.closedAt ? undefined : { code: 'framing-open' as const }) ??
    (known?.informedAt || informed ? undefined : { code: 'candidate-not-informed' as const }) ??
    refuseSkipped(state, held) ??
    refuseSecond(state, application, held) ??
    refuseUndecided(state, application, held, actor) ??
    refuseCrowd(state, application, held, reason) ??
    refuseSlot(request, actor)
  if (refusal) return refuse(refusal)
  const participants = merged
    ? withScorersFirst(teamOf(state, 'prequalification'), teamOf(state, 'interview'))
    : teamOf(state, held)
  if (!Object.values(participants).includes('scorer')) {
    return refuse({ code: 'no-scorer', stage: held })
  }
  if (conductor !== undefined && participants[conductor] === undefined) {
    return refuse({ code: 'conductor-not-invited' })
  }
  const scheduled: InterviewFact = {
    type: 'InterviewScheduled',
    interview,
    application,
    stage: held,
    ...(merged && { merged }),
    participants,
    ...(conductor !== undefined && { conductor }),
    ...(held === 'references' && checking(request)),
    ...(reason !== undefined && { reason }),
    ...slotFact(request),
  }
  return known?.informedAt
    ? accept(actor, scheduled)
    : accept(actor, { type: 'CandidateInformed', application }, scheduled)
}

/** Who is called about the candidate, and on what. */
function checking({ referee, doubts }: InterviewRequest) {
  return { ...(referee !== undefined && { referee }), ...(doubts !== undefined && { doubts }) }
}

/** In a merged meeting whoever scores one of the two stages scores. */
function withScorersFirst(
  ...teams: readonly Readonly<Record<PersonId, Role>>[]
): Readonly<Record<PersonId, Role>> {
  const all = teams.flatMap((team) => Object.entries(team))
  const observers = all.filter(([, role]) => role === 'observer')
  return Object.fromEntries([...observers, ...all.filter(([, role]) => role === 'scorer')])
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
    refuseClosed(state) ??
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

/** The same stage twice at once for the same candidate is a slip of the hand, referees apart. */
function refuseSecond(
  state: Recruitment,
  application: ApplicationId,
  stage: Stage,
): Refusal | undefined {
  if (stage === 'references') return undefined
  const pending = interviewsOf(state, application).find(
    (interview) => interview.stage === stage && !interview.openedAt,
  )
  return pending && { code: 'stage-already-scheduled', start: slotOf(pending).start }
}

/**
 * Sending a candidate on to another stage is the owner's decision: a deputy plans the first meeting, then
 * waits for it.
 */
function refuseUndecided(
  state: Recruitment,
  application: ApplicationId,
  stage: Stage,
  { by }: Actor,
): Refusal | undefined {
  if (state.owner === by) return undefined
  const isFirst = interviewsOf(state, application).length === 0
  const first = isFirst ? nextStage(state, application) : undefined
  const allowed = [reachedBy(state, application), ...(first ? [first] : [])]
  return allowed.every((one) => precedes(heldAs(state.settings, one), stage))
    ? { code: 'decision-awaited', owner: state.owner }
    : undefined
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
