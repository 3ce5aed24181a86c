/** Who leads: the owner, who alone decides, the deputy, and the craft advisor. */
import type { PersonId } from '../ids.ts'
import type { Recruitment } from '../recruitment.ts'
import {
  refuseClosed,
  refuseUnlessMember,
  refuseUnlessOwner,
  refuseUnlessOwnerOrDeputy,
} from '../roles.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'

/** Names who may act in the owner's place, without deciding. */
export function nameDeputy(state: Recruitment, person: PersonId, actor: Actor): Decided {
  const refusal = refuseUnlessOwner(state, actor.by) ?? refuseClosed(state)
  if (refusal) return refuse(refusal)
  if (person === state.owner) return refuse({ code: 'owner-is-not-deputy' })
  return state.deputy === person ? accept(actor) : accept(actor, { type: 'DeputyNamed', person })
}

/** Nobody stands in for the owner any more. */
export function removeDeputy(state: Recruitment, actor: Actor): Decided {
  const refusal = refuseUnlessOwner(state, actor.by) ?? refuseClosed(state)
  if (refusal) return refuse(refusal)
  return state.deputy === undefined ? accept(actor) : accept(actor, { type: 'DeputyRemoved' })
}

/** Names the craft advisor, or another one as long as the first has not confirmed. */
export function nameAdvisor(state: Recruitment, person: PersonId, actor: Actor): Decided {
  const refusal = refuseUnlessOwner(state, actor.by) ?? refuseClosed(state)
  if (refusal) return refuse(refusal)
  if (person === state.owner) return refuse({ code: 'advisor-is-owner' })
  if (state.craft === 'other') return refuse({ code: 'advisor-not-needed' })
  if (state.advisorConfirmedAt) return refuse({ code: 'advisor-confirmed-already' })
  return state.advisor === person ? accept(actor) : accept(actor, { type: 'AdvisorNamed', person })
}

/** The owner hands the recruitment over: from then on the other person decides. */
export function handOver(state: Recruitment, person: PersonId, actor: Actor): Decided {
  const refusal = refuseUnlessOwner(state, actor.by)
  if (refusal) return refuse(refusal)
  return state.owner === person ? accept(actor) : accept(actor, { type: 'OwnerNamed', person })
}

/**
 * Replaces an owner who left the workspace: the deputy may, else a workspace administrator (section 7).
 * An administrator without a standing learns nothing, not even that the owner is there.
 */
export function replaceLostOwner(
  state: Recruitment,
  { person, present, isAdmin, deputyPresent = false }: LostOwner,
  actor: Actor,
): Decided {
  const { owner, deputy } = state
  const hasDeputy = deputy !== undefined && deputyPresent
  const mayReplace = deputy === actor.by || (isAdmin && !hasDeputy)
  if (mayReplace && !present) return accept(actor, { type: 'OwnerNamed', person })
  return refuse(
    refuseUnlessMember(state, actor.by) ??
      (mayReplace ? undefined : refuseUnlessOwnerOrDeputy(state, actor.by)) ?? {
        code: 'owner-still-here',
        owner,
      },
  )
}

export interface LostOwner {
  readonly person: PersonId
  /** Whether the owner's account still works. */
  readonly present: boolean
  /** Whether whoever asks administers the workspace. */
  readonly isAdmin: boolean
  /** Whether the deputy's account still works: then it is for the deputy. */
  readonly deputyPresent?: boolean
}
