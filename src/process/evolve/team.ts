/** What each event changes in the team. */
import type { Temporal } from 'temporal-polyfill'
import type { TeamFact } from '../facts/team.ts'
import type { PersonId } from '../ids.ts'
import type { Recruitment } from '../recruitment.ts'

export function teamAfter(state: Recruitment, event: TeamFact, at: Temporal.Instant): Recruitment {
  const leaving = (person: PersonId | undefined) =>
    person === undefined ? state.left : { ...state.left, [person]: at }
  switch (event.type) {
    case 'MemberNamed': {
      const { person, role, stages, expert = false } = event
      const member = { namedAt: at, ...state.members[person], role, stages, expert }
      return { ...state, members: { ...state.members, [person]: member } }
    }
    case 'MemberRemoved': {
      const { [event.person]: _removed, ...members } = state.members
      return { ...state, members, left: leaving(event.person) }
    }
    case 'DeputyNamed':
      return { ...state, deputy: event.person, left: leaving(state.deputy) }
    case 'DeputyRemoved': {
      const { deputy, ...rest } = state
      return { ...rest, left: leaving(deputy) }
    }
    case 'AdvisorNamed': {
      const { advisorConfirmedAt: _confirmed, ...rest } = state
      return { ...rest, advisor: event.person, left: leaving(state.advisor) }
    }
    case 'OwnerNamed': {
      const { deputy, ...rest } = state
      return {
        ...rest,
        owner: event.person,
        ownerSince: at,
        ...(deputy !== undefined && deputy !== event.person && { deputy }),
        left: leaving(state.owner),
      }
    }
    case 'PersonUnreachable':
      return { ...state, unreachable: { ...state.unreachable, [event.person]: at } }
    case 'ChannelUnreachable':
      return { ...state, channelUnreachableAt: at }
  }
}
