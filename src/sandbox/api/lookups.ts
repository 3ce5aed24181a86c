/** Finding what a path names, for someone who may see it. */
import { canReadChannel, canViewTeam } from '../permissions.ts'
import type { Channel, Post, Team, User } from '../store/entities.ts'
import type { Store } from '../store/store.ts'
import { forbidden, notFound } from './errors.ts'

export function userById(store: Store, id: string): User {
  const user = store.users.get(id)
  if (user) return user
  throw notFound('app.user.missing_account.const', 'Ce compte n’existe pas.')
}

export function visibleTeam(store: Store, me: User, id: string): Team {
  const team = store.teams.get(id)
  if (!team) throw notFound('app.team.get.find.app_error', 'Cette équipe n’existe pas.')
  if (!canViewTeam(store, me, team)) throw forbidden()
  return team
}

export const noSuchChannel = (): Error =>
  notFound('app.channel.get.existing.app_error', 'Ce canal n’existe pas.')

export function visibleChannel(store: Store, me: User, id: string): Channel {
  const channel = store.channels.get(id)
  if (!channel) throw noSuchChannel()
  if (!canReadChannel(store, me, channel)) throw forbidden()
  return channel
}

export const noSuchPost = (): Error =>
  notFound('app.post.get.app_error', 'Ce message n’existe pas ou a été supprimé.')

/** A post that is still there, with its channel. */
export function visiblePost(store: Store, me: User, id: string): { post: Post; channel: Channel } {
  const post = store.posts.get(id)
  if (!post || post.delete_at > 0) throw noSuchPost()
  return { post, channel: visibleChannel(store, me, post.channel_id) }
}
