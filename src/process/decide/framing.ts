import { DEFAULTS } from '../defaults.ts'
import type { CriterionId, TextId } from '../events.ts'
import type { Criterion, Recruitment } from '../recruitment.ts'
import { criteriaOf } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import { refuseUnlessMember, refuseUnlessOwnerOrDeputy } from '../roles.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'

/** Takes the craft's criteria as they are, in one go; those already there are left alone. */
export function adoptFraming(
  state: Recruitment,
  criteria: readonly Criterion[],
  actor: Actor,
): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by)
  if (refusal) return refuse(refusal)
  if (state.framing.closedAt) return refuse({ code: 'framing-closed-already' })
  const known = new Set(state.framing.criteria.map(({ id }) => id))
  const added = criteria.filter(({ id }) => !known.has(id))
  if (added.length === 0) return refuse({ code: 'nothing-changed' })
  return accept(actor, ...added.map(setFact))
}

/** Adds or changes a criterion. Once the framing is closed a reason is needed and rules still hold. */
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
    refuseFrozen(state, reason) ??
    (framing.closedAt && refuseUnsound([...others, criterion]))
  if (refusal) return refuse(refusal)
  return accept(actor, { ...setFact(criterion), ...(reason !== undefined && { reason }) })
}

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
    refuseFrozen(state, reason) ??
    (framing.closedAt && refuseUnsound(others))
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
  const unsound = refuseUnlessOwnerOrDeputy(state, actor.by) ?? refuseUnsound(framing.criteria)
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

/** What keeps a list of criteria from being a framing (section 2, step 2). */
export function refuseUnsound(criteria: readonly Criterion[]): Refusal | undefined {
  if (criteria.length === 0) return { code: 'framing-without-criteria' }
  const nowhere = criteria.filter(({ stages }) => stages.length === 0)
  if (nowhere.length > 0) {
    return { code: 'criterion-without-stage', criteria: nowhere.map(({ id }) => id) }
  }
  const late = criteria.filter(
    ({ mandatory, weight, stages }) =>
      (mandatory || weight === 3) && stages.every((stage) => stage === 'references'),
  )
  if (late.length > 0) {
    return { code: 'criterion-verified-too-late', criteria: late.map(({ id }) => id) }
  }
  const most = DEFAULTS.prequalificationCriteria
  const { length: count } = criteriaOf({ criteria, changes: [] }, 'prequalification')
  return count > most ? { code: 'too-many-at-prequalification', count, most } : undefined
}

function refuseFrozen(state: Recruitment, reason: TextId | undefined): Refusal | undefined {
  return state.framing.closedAt && reason === undefined ? { code: 'reason-needed' } : undefined
}

function setFact({ id: criterion, label, weight, mandatory, stages }: Criterion) {
  return { type: 'CriterionSet', criterion, label, weight, mandatory, stages } as const
}
