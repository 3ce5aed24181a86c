/** Where each application stands, without anything that is sealed. */
import type { Temporal } from 'temporal-polyfill'
import { missingScorers } from './gate.ts'
import type { ApplicationId, PersonId } from './ids.ts'
import { isBefore } from './instants.ts'
import type { Application, Interview, Recruitment } from './recruitment.ts'
import { endOf, slotOf, stagesOf } from './recruitment.ts'
import type { Stage } from './vocabulary.ts'
import { STAGES, precedes } from './vocabulary.ts'

/** Interviews of an application that were neither called off nor missed, in the order of planning. */
export function interviewsOf(state: Recruitment, id: ApplicationId): readonly Interview[] {
  return Object.values(state.interviews).filter(
    ({ application, status }) => application === id && status === 'scheduled',
  )
}

/** Stages that this recruitment holds, in order. */
export function stagesHeld({ settings }: Pick<Recruitment, 'settings'>): readonly Stage[] {
  return STAGES.filter((stage) => !settings.skipped.includes(stage))
}

/**
 * The furthest stage that the owner sent an application to, or that an interview was planned for: whoever
 * did not come to one has reached it all the same.
 */
export function reachedBy(state: Recruitment, id: ApplicationId): Stage {
  const first = stagesHeld(state)[0] ?? 'prequalification'
  const { reached = first } = state.applications[id] ?? {}
  return Object.values(state.interviews)
    .filter(({ application, status }) => application === id && status !== 'cancelled')
    .map(({ stage }) => stage)
    .reduce((furthest, stage) => (precedes(furthest, stage) ? stage : furthest), reached)
}

/** Applications still in the running. */
export function activeApplications(state: Recruitment): readonly Application[] {
  return Object.values(state.applications).filter(({ status }) => status === 'active')
}

/** The latest opened interview about which the owner has decided nothing yet, if that is all it waits for. */
export function awaitingDecision(state: Recruitment, id: ApplicationId): Interview | undefined {
  const application = state.applications[id]
  if (application?.status !== 'active' || state.closedAt) return undefined
  const interviews = interviewsOf(state, id)
  if (interviews.some(({ openedAt }) => !openedAt)) return undefined
  const last = interviews
    .filter(({ openedAt }) => openedAt)
    .reduce<Interview | undefined>(
      (latest, one) =>
        latest?.openedAt && one.openedAt && isBefore(one.openedAt, latest.openedAt) ? latest : one,
      undefined,
    )
  const { decision } = application
  const isDecided = last?.openedAt && decision && !isBefore(decision.at, last.openedAt)
  return isDecided ? undefined : last
}

/**
 * The first stage, after those planned already, that verifies something; nothing after the last. Before
 * anything is framed, whichever comes first.
 */
export function nextStage(state: Recruitment, id: ApplicationId): Stage | undefined {
  const met = new Set(interviewsOf(state, id).flatMap(stagesOf))
  const furthest = [...met].reduce<Stage | undefined>(
    (last, stage) => (last && precedes(stage, last) ? last : stage),
    undefined,
  )
  const { reached } = state.applications[id] ?? {}
  const ahead = stagesHeld(state).filter(
    (stage) => !met.has(stage) && !(furthest && precedes(stage, furthest)),
  )
  if (reached && ahead.includes(reached)) return reached
  return ahead.find((stage) => verifies(state, stage))
}

/** The stage that this recruitment holds after that one, whoever the candidate; nothing after the last. */
export function stageAfter(state: Recruitment, stage: Stage): Stage | undefined {
  return stagesHeld(state).find((held) => precedes(stage, held) && verifies(state, held))
}

function verifies({ framing: { criteria } }: Recruitment, stage: Stage): boolean {
  return (
    stage === 'references' ||
    criteria.length === 0 ||
    criteria.some(({ stages }) => stages.includes(stage))
  )
}

export type Progress =
  | {
      readonly kind: 'to-schedule'
      readonly stage: Stage | undefined
      readonly since: Temporal.Instant
    }
  | { readonly kind: 'upcoming'; readonly interview: Interview; readonly since: Temporal.Instant }
  | {
      readonly kind: 'notes-awaited'
      readonly interview: Interview
      readonly missing: readonly PersonId[]
      readonly since: Temporal.Instant
    }
  /** Everyone has filed; the cooling-off runs. */
  | {
      readonly kind: 'debrief-coming'
      readonly interview: Interview
      readonly since: Temporal.Instant
    }
  | { readonly kind: 'to-decide'; readonly interview: Interview; readonly since: Temporal.Instant }
  | {
      readonly kind: 'stopped' | 'withdrawn' | 'chosen'
      readonly since: Temporal.Instant
      readonly answered: boolean
    }

/** What happens next for an application, and since when that is awaited. */
export function progressOf(
  state: Recruitment,
  application: Application,
  now: Temporal.Instant,
): Progress {
  const { id, status, decision, withdrawnAt, addedAt, answeredAt } = application
  if (status !== 'active') {
    const since = (status === 'withdrawn' ? withdrawnAt : decision?.at) ?? addedAt
    return { kind: status, since, answered: answeredAt !== undefined }
  }
  const pending = interviewsOf(state, id).filter(({ openedAt }) => !openedAt)
  const [first] = pending.toSorted((a, b) => (isBefore(slotOf(a).start, slotOf(b).start) ? -1 : 1))
  if (first) {
    if (isBefore(now, endOf(first))) {
      return { kind: 'upcoming', interview: first, since: slotOf(first).at }
    }
    const missing = missingScorers(first)
    const since = endOf(first)
    return missing.length > 0
      ? { kind: 'notes-awaited', interview: first, missing, since }
      : { kind: 'debrief-coming', interview: first, since }
  }
  const decidable = awaitingDecision(state, id)
  if (decidable?.openedAt) {
    return { kind: 'to-decide', interview: decidable, since: decidable.openedAt }
  }
  const stage = decision?.kind === 'another' ? decision.stage : nextStage(state, id)
  return { kind: 'to-schedule', stage, since: decision?.at ?? addedAt }
}
