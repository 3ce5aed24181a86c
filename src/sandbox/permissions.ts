/** Who may do what, with Mattermost's default roles. */
import type { Channel, ChannelMember, Post, Team, TeamMember, User } from './store/entities.ts'
import { memberKey } from './store/store.ts'
import type { Store } from './store/store.ts'

const hasRole = (roles: string, role: string): boolean => roles.split(' ').includes(role)

export const isSystemAdmin = (user: User): boolean => hasRole(user.roles, 'system_admin')

/** The membership, unless the person left the team. */
export function teamMembership(
  store: Store,
  teamId: string,
  userId: string,
): TeamMember | undefined {
  const member = store.teamMembers.get(memberKey(teamId, userId))
  return member?.delete_at === 0 ? member : undefined
}

export const channelMembership = (
  store: Store,
  channelId: string,
  userId: string,
): ChannelMember | undefined => store.channelMembers.get(memberKey(channelId, userId))

export const canViewTeam = (store: Store, user: User, team: Pick<Team, 'id'>): boolean =>
  isSystemAdmin(user) || teamMembership(store, team.id, user.id) !== undefined

/** Roles, slash commands and other people's messages of a team. */
export const canAdministerTeam = (store: Store, user: User, teamId: string): boolean =>
  isSystemAdmin(user) || teamMembership(store, teamId, user.id)?.scheme_admin === true

export function canReadChannel(store: Store, user: User, channel: Channel): boolean {
  if (isSystemAdmin(user) || channelMembership(store, channel.id, user.id)) return true
  return channel.type === 'O' && teamMembership(store, channel.team_id, user.id) !== undefined
}

export const canWriteInChannel = (store: Store, user: User, channel: Channel): boolean =>
  isSystemAdmin(user) || channelMembership(store, channel.id, user.id) !== undefined

/** Its name, its purpose, its members, its archiving. */
export const canManageChannel = (store: Store, user: User, channel: Channel): boolean =>
  canWriteInChannel(store, user, channel)

export const canEditPost = (store: Store, user: User, post: Post, channel: Channel): boolean =>
  post.user_id === user.id ? canWriteInChannel(store, user, channel) : isSystemAdmin(user)

export function canDeletePost(store: Store, user: User, post: Post, channel: Channel): boolean {
  if (post.user_id === user.id) return canWriteInChannel(store, user, channel)
  return isSystemAdmin(user) || canAdministerTeam(store, user, channel.team_id)
}
