/** Joining and leaving teams, with the public channels that come with them. */
import { SANDBOX_CHANNELS } from './people.ts'
import { channelMembership, teamMembership } from './permissions.ts'
import type { TeamMember } from './store/entities.ts'
import { makeChannelMember, makeTeamMember } from './store/make.ts'
import { memberKey } from './store/store.ts'
import type { Store } from './store/store.ts'

/** Adds a person to a team and its default channels. Somebody already there stays as they are. */
export function addTeamMember(
  store: Store,
  now: number,
  teamId: string,
  userId: string,
  admin = false,
): TeamMember {
  const present = teamMembership(store, teamId, userId)
  if (present) return present
  for (const { name } of SANDBOX_CHANNELS) {
    const channel = store.channels.first(`body->>'team_id' = ? AND body->>'name' = ?`, teamId, name)
    if (channel && !channelMembership(store, channel.id, userId))
      store.channelMembers.put(makeChannelMember(now, channel, userId))
  }
  return store.teamMembers.put(makeTeamMember(teamId, userId, admin))
}

/** Takes a person out of a team and all its channels. */
export function removeTeamMember(store: Store, now: number, teamId: string, userId: string): void {
  for (const { id } of store.channels.find(`body->>'team_id' = ?`, teamId))
    store.channelMembers.remove(memberKey(id, userId))
  const member = store.teamMembers.get(memberKey(teamId, userId))
  if (member) store.teamMembers.put({ ...member, delete_at: now })
}
