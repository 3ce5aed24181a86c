/** Who may do what (product.md section 7). */
import type { PersonId, Role } from './ids.ts'
import type { Interview, Recruitment } from './recruitment.ts'
import type { Refusal } from './refusal.ts'
import type { Stage } from './vocabulary.ts'

export type Standing = 'owner' | 'deputy' | 'advisor' | 'scorer' | 'observer'

/** Everything that someone is in a recruitment; empty for people who may not learn that it exists. */
export function standings(state: Recruitment, person: PersonId): readonly Standing[] {
  const member = state.members[person]
  return [
    ...(state.owner === person ? (['owner'] as const) : []),
    ...(state.deputy === person ? (['deputy'] as const) : []),
    ...(state.advisor === person ? (['advisor'] as const) : []),
    ...(member ? [member.role] : []),
  ]
}

/** Everyone with a standing, each once, the owner first. */
export function everyone(state: Recruitment): readonly PersonId[] {
  const { owner, deputy, advisor, members } = state
  const people = [owner, deputy, advisor, ...Object.keys(members)]
  return [...new Set(people.filter((person) => person !== undefined))]
}

/** Members who take part in a stage, with their roles. */
export function teamOf(state: Recruitment, stage: Stage): Readonly<Record<PersonId, Role>> {
  return Object.fromEntries(
    Object.entries(state.members)
      .filter(([, member]) => member.stages.includes(stage))
      .map(([person, member]) => [person, member.role]),
  )
}

/** Participants of an interview, without those who have left the recruitment since. */
export function attendees(state: Recruitment, interview: Interview): readonly PersonId[] {
  return Object.keys(interview.participants).filter((person) => standings(state, person).length > 0)
}

/** Nothing of the process changes any more once a recruitment is closed. */
export function refuseClosed({ closedAt }: Recruitment): Refusal | undefined {
  return closedAt && { code: 'recruitment-closed' }
}

export function refuseUnlessMember(state: Recruitment, by: PersonId): Refusal | undefined {
  return standings(state, by).length > 0 ? undefined : { code: 'not-a-member' }
}

export function refuseUnlessOwner(state: Recruitment, by: PersonId): Refusal | undefined {
  if (state.owner === by) return undefined
  return refuseUnlessMember(state, by) ?? { code: 'owner-only', owner: state.owner }
}

export function refuseUnlessOwnerOrDeputy(state: Recruitment, by: PersonId): Refusal | undefined {
  const { owner, deputy } = state
  if (owner === by || deputy === by) return undefined
  return (
    refuseUnlessMember(state, by) ?? {
      code: 'owner-or-deputy-only',
      owner,
      ...(deputy !== undefined && { deputy }),
    }
  )
}
