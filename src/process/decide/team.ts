import type { Fact } from '../events.ts'
import { missingScorers } from '../gate.ts'
import type { PersonId, Role, TextId } from '../ids.ts'
import { isBefore } from '../instants.ts'
import type { Interview, Recruitment } from '../recruitment.ts'
import { slotOf } from '../recruitment.ts'
import { refuseClosed, refuseUnlessOwnerOrDeputy } from '../roles.ts'
import type { Stage } from '../vocabulary.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'
import { leaves } from './participants.ts'
import { acceptAndOpenAll } from './settle.ts'

/** Names a scorer or an observer for some stages; naming someone again replaces role and stages. */
export function nameMember(
  state: Recruitment,
  named: {
    readonly person: PersonId
    readonly role: Role
    readonly stages: readonly Stage[]
    readonly expert: boolean
  },
  actor: Actor,
): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by) ?? refuseClosed(state)
  if (refusal) return refuse(refusal)
  if (named.stages.length === 0) return refuse({ code: 'member-without-stage' })
  const member = state.members[named.person]
  const same =
    member?.role === named.role &&
    member.expert === named.expert &&
    sameStages(member.stages, named.stages)
  return same ? accept(actor) : accept(actor, { type: 'MemberNamed', ...named })
}

/**
 * Removes a member, who leaves the interviews to come too. Notes still awaited from that person are
 * given up, which counts as a waiver: the owner's alone, with a reason. Refused where nobody would be
 * left to score.
 */
export function removeMember(
  state: Recruitment,
  { person, reason }: { readonly person: PersonId; readonly reason?: TextId },
  actor: Actor,
): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by) ?? refuseClosed(state)
  if (refusal) return refuse(refusal)
  if (!state.members[person]) return refuse({ code: 'unknown-member' })
  const concerned = Object.values(state.interviews).filter((one) => isExpected(one, person, actor))
  const facts: Fact[] = []
  for (const { id: interview } of concerned) {
    const gone = leaves(
      state,
      { interview, person, ...(reason !== undefined && { reason }) },
      actor,
    )
    if ('code' in gone) return refuse(gone)
    facts.push(...gone)
  }
  return acceptAndOpenAll(state, actor, ...facts, { type: 'MemberRemoved', person })
}

/** True for interviews to come, and for those that still wait for this person's notes. */
function isExpected(interview: Interview, person: PersonId, { at }: Actor): boolean {
  if (interview.status !== 'scheduled' || !interview.participants[person]) return false
  return isBefore(at, slotOf(interview).start) || missingScorers(interview).includes(person)
}

/** Records that messages no longer reach someone; once is enough. */
export function recordUnreachable(state: Recruitment, person: PersonId, actor: Actor): Decided {
  return state.unreachable[person]
    ? accept(actor)
    : accept(actor, { type: 'PersonUnreachable', person })
}

/** Records that the recruitment's channel is out of reach; once is enough. */
export function recordChannelUnreachable(state: Recruitment, actor: Actor): Decided {
  return state.channelUnreachableAt ? accept(actor) : accept(actor, { type: 'ChannelUnreachable' })
}

function sameStages(a: readonly Stage[], b: readonly Stage[]): boolean {
  return a.length === b.length && a.every((stage) => b.includes(stage))
}
