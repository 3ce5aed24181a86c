/** `channels/{id}/members/*`. */
import { Hono } from 'hono'
import { z } from 'zod'
import { canManageChannel, channelMembership, teamMembership } from '../permissions.ts'
import { sayAdded, sayJoined, sayLeft, sayRemoved } from '../posts/system.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Channel, ChannelMember, User } from '../store/entities.ts'
import { makeChannelMember } from '../store/make.ts'
import { memberKey } from '../store/store.ts'
import { AppError, forbidden, invalidBody, notFound } from './errors.ts'
import { userById, visibleChannel } from './lookups.ts'
import { OK } from './render.ts'
import { pageFields, pageOf, readBody, readQuery, userIdOf } from './request.ts'
import type { Env } from './request.ts'

const pageSchema = z.object(pageFields)
const additionSchema = z.object({
  user_id: z.string().optional(),
  user_ids: z.array(z.string()).optional(),
})

function memberOf({ store }: Sandbox, channel: Channel, userId: string): ChannelMember {
  const member = channelMembership(store, channel.id, userId)
  if (member) return member
  throw notFound(
    'app.channel.get_member.missing.app_error',
    'Cette personne n’est pas membre du canal.',
  )
}

function checkAddable({ store }: Sandbox, channel: Channel, user: User): void {
  if (channel.delete_at > 0)
    throw new AppError(
      400,
      'api.channel.add_user.to.channel.failed.deleted.app_error',
      'Ce canal est archivé : on ne peut plus y ajouter personne.',
    )
  if (!teamMembership(store, channel.team_id, user.id))
    throw notFound(
      'app.team.get_member.missing.app_error',
      'Cette personne n’est pas membre de l’équipe.',
    )
}

function addMember(sandbox: Sandbox, me: User, channel: Channel, user: User): ChannelMember {
  const { store, clock, hub } = sandbox
  const present = channelMembership(store, channel.id, user.id)
  if (present) return present
  checkAddable(sandbox, channel, user)
  const member = store.channelMembers.put(makeChannelMember(clock.now(), channel, user.id))
  hub.publish({
    event: 'user_added',
    data: { user_id: user.id, team_id: channel.team_id },
    to: { kind: 'channel', id: channel.id },
  })
  if (me.id === user.id) sayJoined(sandbox, channel, user)
  else sayAdded(sandbox, channel, user, me)
  return member
}

function removeMember(sandbox: Sandbox, me: User, channel: Channel, user: User): void {
  const { store, hub } = sandbox
  memberOf(sandbox, channel, user.id)
  store.channelMembers.remove(memberKey(channel.id, user.id))
  hub.publish({
    event: 'user_removed',
    data: { user_id: user.id, remover_id: me.id },
    to: { kind: 'channel', id: channel.id },
  })
  hub.publish({
    event: 'user_removed',
    data: { channel_id: channel.id, remover_id: me.id },
    to: { kind: 'user', id: user.id },
  })
  if (me.id === user.id) sayLeft(sandbox, channel, user)
  else sayRemoved(sandbox, channel, user, me)
}

function checkRemovable(channel: Channel): void {
  if (channel.type === 'D')
    throw new AppError(
      400,
      'api.channel.remove_channel_member.type.app_error',
      'On ne quitte pas une conversation directe.',
    )
  if (channel.name === 'town-square')
    throw new AppError(
      400,
      'api.channel.remove.default.app_error',
      'Ce canal accueille toute l’équipe : on n’en retire personne.',
    )
}

/** Joining a public channel of one's team needs no invitation; anything else needs a member. */
function checkMayAdd({ store }: Sandbox, me: User, channel: Channel, ids: readonly string[]): void {
  if (channel.type === 'D')
    throw new AppError(
      400,
      'api.channel.add_user_to_channel.type.app_error',
      'On n’ajoute personne à une conversation directe.',
    )
  const joining = channel.type === 'O' && ids.every((id) => id === me.id)
  if (!joining && !canManageChannel(store, me, channel)) throw forbidden()
}

export function channelMemberRoutes(sandbox: Sandbox): Hono<Env> {
  const { store } = sandbox
  return new Hono<Env>()
    .get('/channels/:channel_id/members', (c) => {
      const channel = visibleChannel(store, c.get('me'), c.req.param('channel_id'))
      const members = store.channelMembers.find(
        `body->>'channel_id' = ? ORDER BY rowid`,
        channel.id,
      )
      return c.json(pageOf(members, readQuery(c, pageSchema)))
    })
    .post('/channels/:channel_id/members', async (c) => {
      const me = c.get('me')
      const channel = visibleChannel(store, me, c.req.param('channel_id'))
      const { user_id, user_ids } = await readBody(c, additionSchema)
      const ids = user_ids ?? (user_id === undefined ? [] : [user_id])
      if (ids.length === 0) throw invalidBody('user_id or user_ids')
      checkMayAdd(sandbox, me, channel, ids)
      const members = ids.map((id) => addMember(sandbox, me, channel, userById(store, id)))
      return c.json(user_ids ? members : members[0], 201)
    })
    .post('/channels/:channel_id/members/ids', async (c) => {
      const channel = visibleChannel(store, c.get('me'), c.req.param('channel_id'))
      const ids = await readBody(c, z.array(z.string()).min(1))
      return c.json(ids.flatMap((id) => channelMembership(store, channel.id, id) ?? []))
    })
    .get('/channels/:channel_id/members/:user_id', (c) => {
      const channel = visibleChannel(store, c.get('me'), c.req.param('channel_id'))
      return c.json(memberOf(sandbox, channel, userIdOf(c, c.req.param('user_id'))))
    })
    .delete('/channels/:channel_id/members/:user_id', (c) => {
      const me = c.get('me')
      const channel = visibleChannel(store, me, c.req.param('channel_id'))
      const user = userById(store, userIdOf(c, c.req.param('user_id')))
      checkRemovable(channel)
      if (user.id !== me.id && !canManageChannel(store, me, channel)) throw forbidden()
      removeMember(sandbox, me, channel, user)
      return c.json(OK)
    })
    .get('/channels/:channel_id/stats', (c) => {
      const { id } = visibleChannel(store, c.get('me'), c.req.param('channel_id'))
      return c.json({
        channel_id: id,
        member_count: store.channelMembers.count(`body->>'channel_id' = ?`, id),
        guest_count: 0,
        pinnedpost_count: 0,
        files_count: store.files.count(`body->>'channel_id' = ? AND body->>'post_id' <> ''`, id),
      })
    })
}
