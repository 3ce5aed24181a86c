import type { PersonId, Role } from '../events.ts'
import { missingScorers } from '../gate.ts'
import type { Recruitment } from '../recruitment.ts'
import { refuseUnlessOwnerOrDeputy } from '../roles.ts'
import type { Stage } from '../vocabulary.ts'
import { STAGES } from '../vocabulary.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'

/** Names a scorer or an observer for some stages; naming someone again replaces role and stages. */
export function nameMember(
  state: Recruitment,
  named: { readonly person: PersonId; readonly role: Role; readonly stages: readonly Stage[] },
  actor: Actor,
): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by)
  if (refusal) return refuse(refusal)
  if (named.stages.length === 0) return refuse({ code: 'member-without-stage' })
  const member = state.members[named.person]
  const same = member?.role === named.role && sameStages(member.stages, named.stages)
  return same ? accept(actor) : accept(actor, { type: 'MemberNamed', ...named })
}

/** Removes a member, unless notes are still expected from that person. */
export function removeMember(state: Recruitment, person: PersonId, actor: Actor): Decided {
  const refusal = refuseUnlessOwnerOrDeputy(state, actor.by)
  if (refusal) return refuse(refusal)
  if (!state.members[person]) return refuse({ code: 'unknown-member' })
  const expected = Object.values(state.interviews).filter(
    (interview) => interview.status === 'scheduled' && missingScorers(interview).includes(person),
  )
  if (expected.length > 0) {
    return refuse({ code: 'member-still-expected', interviews: expected.length })
  }
  return accept(actor, { type: 'MemberRemoved', person })
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

/** Members who take part in a stage, with their roles. */
export function teamOf(state: Recruitment, stage: Stage): Readonly<Record<PersonId, Role>> {
  return Object.fromEntries(
    Object.entries(state.members)
      .filter(([, member]) => member.stages.includes(stage))
      .map(([person, member]) => [person, member.role]),
  )
}

export type TeamAdvice =
  | { readonly code: 'one-person-scores-everything'; readonly person: PersonId }
  | { readonly code: 'stage-without-scorer'; readonly stages: readonly Stage[] }

/** What is worth saying about the team; it never blocks. Nothing while nobody is named. */
export function adviseOnTeam(state: Recruitment): readonly TeamAdvice[] {
  const scorers = Object.entries(state.members).filter(([, { role }]) => role === 'scorer')
  const [first, ...others] = scorers
  if (!first) return []
  const covered = new Set(scorers.flatMap(([, { stages }]) => stages))
  const needed = STAGES.filter((stage) =>
    state.framing.criteria.some(({ stages }) => stages.includes(stage)),
  )
  const uncovered = needed.filter((stage) => !covered.has(stage))
  return [
    ...(others.length === 0
      ? [{ code: 'one-person-scores-everything' as const, person: first[0] }]
      : []),
    ...(uncovered.length > 0 ? [{ code: 'stage-without-scorer' as const, stages: uncovered }] : []),
  ]
}

function sameStages(a: readonly Stage[], b: readonly Stage[]): boolean {
  return a.length === b.length && a.every((stage) => b.includes(stage))
}
