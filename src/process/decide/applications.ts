import type { ApplicationId, TextId } from '../ids.ts'
import { isBefore } from '../instants.ts'
import type { Application, Recruitment } from '../recruitment.ts'
import { slotOf } from '../recruitment.ts'
import { interviewsOf, reachedBy } from '../progress.ts'
import type { Refusal } from '../refusal.ts'
import { refuseClosed, refuseUnlessOwner, refuseUnlessOwnerOrDeputy } from '../roles.ts'
import type { InterviewFact } from '../facts/interviews.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'
import { refuseCrowd } from './crowd.ts'

export interface AddedApplication {
  readonly application: ApplicationId
  readonly candidate: TextId
  /** The candidate has a page on the applicant tracking system. */
  readonly tracked: boolean
}

/** Adds one or many candidates at once; those already there are left alone. */
export function addApplications(
  state: Recruitment,
  added: readonly AddedApplication[],
  actor: Actor,
): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by) ?? refuseClosed(state)
  if (refusal) return refuse(refusal)
  const fresh = added.filter(({ application }) => !state.applications[application])
  return accept(actor, ...fresh.map((one) => ({ type: 'ApplicationAdded' as const, ...one })))
}

/** Puts right how a candidate is called or reached, whatever became of the application. */
export function correctCandidate(
  state: Recruitment,
  corrected: AddedApplication,
  actor: Actor,
): Decided {
  const refusal =
    refuseUnlessOwnerOrDeputy(state, actor.by) ??
    refuseClosed(state) ??
    refuseUnknown(state.applications[corrected.application])
  return refusal ? refuse(refusal) : accept(actor, { type: 'CandidateCorrected', ...corrected })
}

/** Confirms that a candidate was told how they are assessed and what becomes of their data. */
export function informCandidate(
  state: Recruitment,
  application: ApplicationId,
  actor: Actor,
): Decided {
  const refusal =
    refuseUnlessOwnerOrDeputy(state, actor.by) ??
    refuseClosed(state) ??
    refuseUnknown(state.applications[application])
  if (refusal) return refuse(refusal)
  if (state.applications[application]?.informedAt) return accept(actor)
  return accept(actor, { type: 'CandidateInformed', application })
}

/** A candidate withdraws, at any time; interviews to come are called off. */
export function withdraw(
  state: Recruitment,
  withdrawn: { readonly application: ApplicationId; readonly reason?: TextId },
  actor: Actor,
): Decided {
  const application = state.applications[withdrawn.application]
  const refusal =
    refuseUnlessOwnerOrDeputy(state, actor.by) ??
    refuseClosed(state) ??
    refuseUnknown(application) ??
    (application?.status === 'withdrawn' ? { code: 'withdrawn-already' as const } : undefined)
  if (refusal) return refuse(refusal)
  return accept(
    actor,
    { type: 'CandidateWithdrew', ...withdrawn },
    ...callOff(state, withdrawn.application, actor),
  )
}

/**
 * Takes back a stop, a withdrawal or a choice: the application is in the running again. A fourth one at
 * collaboration needs a reason.
 */
export function resume(
  state: Recruitment,
  resumed: { readonly application: ApplicationId; readonly reason?: TextId },
  actor: Actor,
): Decided {
  const { application, reason } = resumed
  const before = state.applications[application]
  const refusal =
    refuseUnlessOwner(state, actor.by) ??
    refuseClosed(state) ??
    refuseUnknown(before) ??
    refuseCrowd(state, application, reachedBy(state, application), reason)
  if (refusal) return refuse(refusal)
  if (before?.status === 'active') return accept(actor)
  return accept(actor, { type: 'ApplicationResumed', ...resumed })
}

/** Records that candidates were given their answer. Refuses those still in the running. */
export function answerCandidates(
  state: Recruitment,
  applications: readonly ApplicationId[],
  actor: Actor,
): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by)
  if (refusal) return refuse(refusal)
  const known = applications.map((id) => state.applications[id])
  const missing = known.map(refuseUnknown).find((one) => one !== undefined)
  if (missing) return refuse(missing)
  const running = known.filter((one) => one?.status === 'active')
  if (running.length > 0) {
    return refuse({
      code: 'applications-undecided',
      applications: running.flatMap((one) => (one ? [one.id] : [])),
    })
  }
  const fresh = known.flatMap((one) => (one && !one.answeredAt ? [one.id] : []))
  return accept(
    actor,
    ...fresh.map((application) => ({ type: 'CandidateAnswered' as const, application })),
  )
}

export function refuseUnknown(application: Application | undefined): Refusal | undefined {
  return application ? undefined : { code: 'unknown-application' }
}

/** Calls off the interviews of an application that have not started. */
export function callOff(
  state: Recruitment,
  application: ApplicationId,
  { at }: Actor,
): readonly InterviewFact[] {
  return interviewsOf(state, application)
    .filter((interview) => isBefore(at, slotOf(interview).start))
    .map(({ id }) => ({ type: 'InterviewCancelled', interview: id }))
}
