/** What the owner, and nobody else, decides about an application (product.md section 2, steps 6 and 7). */
import { missingScorers, owesNotesOn } from '../gate.ts'
import type { ApplicationId, CriterionId, TextId } from '../ids.ts'
import { isBefore } from '../instants.ts'
import { activeApplications, awaitingDecision, interviewsOf, reachedBy } from '../progress.ts'
import type { Decision, Recruitment } from '../recruitment.ts'
import { slotOf } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import { refuseClosed, refuseUnlessOwner } from '../roles.ts'
import type { Stage } from '../vocabulary.ts'
import { precedes } from '../vocabulary.ts'
import { VALIDATED } from '../levels.ts'
import { callOff, refuseUnknown } from './applications.ts'
import { refuseCrowd } from './crowd.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'

interface About {
  readonly application: ApplicationId
  readonly reason?: TextId
}

/** Sends an application on to a later stage. Saying the same again changes nothing. */
export function advance(
  state: Recruitment,
  decided: About & { readonly stage: Stage },
  actor: Actor,
): Decided {
  const { application, stage, reason } = decided
  const refusal =
    refuseUndecidable(state, application, actor) ??
    refuseSkipped(state, stage) ??
    (interviewsOf(state, application).some((one) => !precedes(one.stage, stage))
      ? { code: 'stage-reached-already' as const, stage }
      : undefined) ??
    refuseCrowd(state, application, stage, reason)
  if (refusal) return refuse(refusal)
  if (isDecided(state, application, 'advanced', stage)) return accept(actor)
  return accept(actor, { type: 'ApplicationAdvanced', ...decided })
}

/** Asks for one more interview at a stage already reached. Saying the same again changes nothing. */
export function askAnother(
  state: Recruitment,
  decided: About & { readonly stage: Stage },
  actor: Actor,
): Decided {
  const { application, stage } = decided
  const refusal =
    refuseUndecidable(state, application, actor) ??
    refuseSkipped(state, stage) ??
    (precedes(reachedBy(state, application), stage)
      ? { code: 'stage-not-reached' as const, stage }
      : undefined)
  if (refusal) return refuse(refusal)
  if (isDecided(state, application, 'another', stage)) return accept(actor)
  return accept(actor, { type: 'AnotherInterviewAsked', ...decided })
}

/** Stops an application; interviews to come are called off. It can be taken back. */
export function stop(state: Recruitment, decided: About, actor: Actor): Decided {
  const refusal = refuseUndecidable(state, decided.application, actor)
  if (refusal) return refuse(refusal)
  return accept(
    actor,
    { type: 'ApplicationStopped', ...decided },
    ...callOff(state, decided.application, actor),
  )
}

/** Stops every application still in the running, as a recruitment ends. */
export function stopAll(
  state: Recruitment,
  decided: { readonly reason?: TextId },
  actor: Actor,
): Decided {
  const running = activeApplications(state).map(({ id }) => id)
  const refusal =
    refuseUnlessOwner(state, actor.by) ??
    refuseClosed(state) ??
    running.map((id) => refuseShut(state, id, actor)).find((one) => one !== undefined)
  if (refusal) return refuse(refusal)
  return accept(
    actor,
    ...running.flatMap((application) => [
      { type: 'ApplicationStopped' as const, application, ...decided },
      ...callOff(state, application, actor),
    ]),
  )
}

/**
 * Chooses a candidate. `means` are those of the comparison, by criterion, absent where nobody assessed
 * it: a mandatory criterion below « validated », or never assessed, keeps the candidate from being
 * chosen (section 5). Refused while the framing is being thought over, and once someone else is chosen.
 */
export function choose(
  state: Recruitment,
  decided: About & { readonly means: Readonly<Record<CriterionId, number>> },
  actor: Actor,
): Decided {
  const { means, ...about } = decided
  const refusal =
    refuseUndecidable(state, about.application, actor) ??
    (state.framing.closedAt ? undefined : { code: 'framing-open' as const }) ??
    refuseIfChosen(state) ??
    (owesNotesOn(state, actor.by, about.application)
      ? { code: 'notes-owed-first' as const }
      : undefined) ??
    refuseUnfit(state, means)
  if (refusal) return refuse(refusal)
  return accept(
    actor,
    { type: 'CandidateChosen', ...about },
    ...callOff(state, about.application, actor),
  )
}

/** True when that is what was decided last, and nothing was learnt since. */
function isDecided(
  state: Recruitment,
  id: ApplicationId,
  kind: Decision['kind'],
  stage: Stage,
): boolean {
  const { decision } = state.applications[id] ?? {}
  return decision?.kind === kind && decision.stage === stage && !awaitingDecision(state, id)
}

function refuseUnfit(
  { framing }: Recruitment,
  means: Readonly<Record<CriterionId, number>>,
): Refusal | undefined {
  const mandatory = framing.criteria.filter((criterion) => criterion.mandatory)
  const failed = mandatory.filter(({ id }) => (means[id] ?? VALIDATED) < VALIDATED)
  if (failed.length > 0) {
    return { code: 'mandatory-not-validated', criteria: failed.map(({ id }) => id) }
  }
  const unknown = mandatory.filter(({ id }) => means[id] === undefined)
  if (unknown.length > 0) {
    return { code: 'mandatory-not-assessed', criteria: unknown.map(({ id }) => id) }
  }
  return undefined
}

/** There is one post, or one mission, to fill. */
export function refuseIfChosen({ applications }: Recruitment): Refusal | undefined {
  const isChosen = Object.values(applications).some(({ status }) => status === 'chosen')
  return isChosen ? { code: 'someone-is-chosen' } : undefined
}

function refuseUndecidable(
  state: Recruitment,
  id: ApplicationId,
  actor: Actor,
): Refusal | undefined {
  const application = state.applications[id]
  return (
    refuseUnlessOwner(state, actor.by) ??
    refuseClosed(state) ??
    refuseUnknown(application) ??
    (application?.status === 'active' ? undefined : { code: 'not-in-the-running' as const }) ??
    refuseShut(state, id, actor)
  )
}

/** A decision waits for the debrief of what has already been held. */
function refuseShut(
  state: Recruitment,
  id: ApplicationId,
  { at }: Pick<Actor, 'at'>,
): Refusal | undefined {
  const shut = interviewsOf(state, id).find(
    (interview) => !interview.openedAt && !isBefore(at, slotOf(interview).start),
  )
  return shut && { code: 'debrief-shut', missing: missingScorers(shut) }
}

export function refuseSkipped({ settings }: Recruitment, stage: Stage): Refusal | undefined {
  return settings.skipped.includes(stage) ? { code: 'stage-skipped', stage } : undefined
}
