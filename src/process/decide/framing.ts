import type { CriterionId, TextId } from '../ids.ts'
import type { Criterion, Recruitment } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import {
  refuseClosed,
  refuseUnlessMember,
  refuseUnlessOwner,
  refuseUnlessOwnerOrDeputy,
} from '../roles.ts'
import { refuseUnsound } from '../soundness.ts'
import type { Stage } from '../vocabulary.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'

/** Takes a list of criteria in one go, proposed or pasted; those already there are left alone. */
export function adoptFraming(
  state: Recruitment,
  criteria: readonly Criterion[],
  actor: Actor,
): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by) ?? refuseClosed(state)
  if (refusal) return refuse(refusal)
  if (state.framing.closedAt) return refuse({ code: 'framing-closed-already' })
  const known = new Set(state.framing.criteria.map(({ id }) => id))
  const added = criteria.filter(({ id }) => !known.has(id))
  if (added.length === 0) return refuse({ code: 'nothing-changed' })
  return accept(actor, ...added.map(setFact))
}

/**
 * Adds or changes a criterion. Once the framing is closed a reason is needed, rules still hold, and only
 * the owner makes a mandatory criterion one that is not.
 */
export function setCriterion(
  state: Recruitment,
  criterion: Criterion,
  reason: TextId | undefined,
  actor: Actor,
): Decided {
  const { framing } = state
  const others = framing.criteria.filter(({ id }) => id !== criterion.id)
  const refusal =
    refuseUnlessOwnerOrDeputy(state, actor.by) ??
    refuseLifting(state, criterion.id, criterion.mandatory, actor) ??
    refuseFrozen(state, reason) ??
    (framing.closedAt && refuseUnsound([...others, criterion], state.settings))
  if (refusal) return refuse(refusal)
  return accept(actor, { ...setFact(criterion), ...(reason !== undefined && { reason }) })
}

/**
 * Verifies criteria at one more stage each, several at once while the framing is open; those that are
 * gone meanwhile are left out.
 */
export function verifyAt(
  state: Recruitment,
  added: Readonly<Record<CriterionId, Stage>>,
  actor: Actor,
): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by) ?? refuseFrozen(state, undefined)
  if (refusal) return refuse(refusal)
  const changed = state.framing.criteria.flatMap((criterion) => {
    const stage = added[criterion.id]
    if (stage === undefined || criterion.stages.includes(stage)) return []
    return [{ ...criterion, stages: [...criterion.stages, stage] }]
  })
  return accept(actor, ...changed.map(setFact))
}

/** Removes a criterion, under the same conditions as changing one. */
export function removeCriterion(
  state: Recruitment,
  criterion: CriterionId,
  reason: TextId | undefined,
  actor: Actor,
): Decided {
  const { framing } = state
  const others = framing.criteria.filter(({ id }) => id !== criterion)
  const refusal =
    refuseUnlessOwnerOrDeputy(state, actor.by) ??
    (others.length === framing.criteria.length
      ? { code: 'unknown-criterion' as const }
      : undefined) ??
    refuseLifting(state, criterion, false, actor) ??
    refuseFrozen(state, reason) ??
    (framing.closedAt && refuseUnsound(others, state.settings))
  if (refusal) return refuse(refusal)
  return accept(actor, {
    type: 'CriterionRemoved',
    criterion,
    ...(reason !== undefined && { reason }),
  })
}

/** Writes the case of the case study, the same for every candidate. */
export function writeCase(
  state: Recruitment,
  text: TextId,
  reason: TextId | undefined,
  actor: Actor,
): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by) ?? refuseFrozen(state, reason)
  if (refusal) return refuse(refusal)
  return accept(actor, { type: 'CaseWritten', text, ...(reason !== undefined && { reason }) })
}

/** Freezes the framing, once it is sound and the advisor of a first recruitment was consulted. */
export function closeFraming(state: Recruitment, actor: Actor): Decided {
  const { advisor, advisorConfirmedAt, firstRecruitment, craft, framing } = state
  const unsound =
    refuseUnlessOwnerOrDeputy(state, actor.by) ??
    refuseClosed(state) ??
    refuseUnsound(framing.criteria, state.settings)
  if (unsound) return refuse(unsound)
  if (framing.closedAt) return refuse({ code: 'framing-closed-already' })
  if (firstRecruitment && craft !== 'other' && advisor && !advisorConfirmedAt) {
    return refuse({ code: 'advisor-must-confirm', advisor })
  }
  return accept(actor, { type: 'FramingClosed' })
}

/** A member says having read the closed framing. */
export function confirmReading(state: Recruitment, actor: Actor): Decided {
  const refusal = refuseUnlessMember(state, actor.by)
  if (refusal) return refuse(refusal)
  if (!state.framing.closedAt) return refuse({ code: 'framing-open' })
  const member = state.members[actor.by]
  if (!member || member.readFramingAt) return accept(actor)
  return accept(actor, { type: 'FramingRead', person: actor.by })
}

function refuseFrozen(state: Recruitment, reason: TextId | undefined): Refusal | undefined {
  if (state.closedAt) return { code: 'recruitment-closed' }
  return state.framing.closedAt && reason === undefined ? { code: 'reason-needed' } : undefined
}

/** What is no longer mandatory no longer keeps anybody from being chosen: that is a decision (section 5). */
function refuseLifting(
  state: Recruitment,
  id: CriterionId,
  stays: boolean,
  { by }: Actor,
): Refusal | undefined {
  const { closedAt, criteria } = state.framing
  const isMandatory = criteria.some((one) => one.id === id && one.mandatory)
  return closedAt && isMandatory && !stays ? refuseUnlessOwner(state, by) : undefined
}

function setFact({ id: criterion, label, weight, mandatory, stages }: Criterion) {
  return { type: 'CriterionSet', criterion, label, weight, mandatory, stages } as const
}
