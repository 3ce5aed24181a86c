/** Unread marks: viewing a channel, and counting what was not. */
import { Hono } from 'hono'
import { z } from 'zod'
import { channelMembership, isSystemAdmin, teamMembership } from '../permissions.ts'
import { markViewed } from '../posts/unread.ts'
import type { Sandbox } from '../sandbox.ts'
import type { ChannelMember, User } from '../store/entities.ts'
import { forbidden, notFound } from './errors.ts'
import { visibleTeam } from './lookups.ts'
import { readBody, userIdOf } from './request.ts'
import type { Call, Env } from './request.ts'

const viewSchema = z.object({
  channel_id: z.string().default(''),
  prev_channel_id: z.string().default(''),
})

function selfOf(c: Call, id: string): string {
  const userId = userIdOf(c, id)
  if (userId !== c.get('me').id && !isSystemAdmin(c.get('me'))) throw forbidden()
  return userId
}

/** Marks channels as read by a person. Returns when each was last viewed, by channel. */
function view(
  sandbox: Sandbox,
  userId: string,
  channelIds: readonly string[],
): Record<string, number> {
  const { store, clock, hub } = sandbox
  const now = clock.now()
  const times: Record<string, number> = {}
  for (const id of channelIds) {
    const channel = store.channels.get(id)
    const member = channelMembership(store, id, userId)
    if (!channel || !member) continue
    markViewed(store, channel, member, now)
    times[id] = Math.max(now, channel.last_post_at)
  }
  hub.publish({
    event: 'multiple_channels_viewed',
    data: { channel_times: times },
    to: { kind: 'user', id: userId },
  })
  return times
}

function unreadOf(
  { store }: Sandbox,
  member: ChannelMember,
): { messages: number; mentions: number } {
  const channel = store.channels.get(member.channel_id)
  if (!channel || channel.delete_at > 0) return { messages: 0, mentions: 0 }
  return {
    messages: Math.max(channel.total_msg_count - member.msg_count, 0),
    mentions: member.mention_count,
  }
}

function teamUnread(sandbox: Sandbox, userId: string, teamId: string): Record<string, unknown> {
  const counts = membershipsIn(sandbox, userId, teamId).map((member) => unreadOf(sandbox, member))
  return {
    team_id: teamId,
    msg_count: counts.reduce((sum, { messages }) => sum + messages, 0),
    mention_count: counts.reduce((sum, { mentions }) => sum + mentions, 0),
  }
}

/** A person's memberships in the channels of a team. */
function membershipsIn({ store }: Sandbox, userId: string, teamId: string): ChannelMember[] {
  return store.channelMembers
    .find(`body->>'user_id' = ?`, userId)
    .filter(({ channel_id }) => store.channels.get(channel_id)?.team_id === teamId)
}

function checkTeam({ store }: Sandbox, me: User, teamId: string): void {
  visibleTeam(store, me, teamId)
}

export function unreadRoutes(sandbox: Sandbox): Hono<Env> {
  const { store } = sandbox
  return new Hono<Env>()
    .post('/channels/members/:user_id/view', async (c) => {
      const userId = selfOf(c, c.req.param('user_id'))
      const { channel_id, prev_channel_id } = await readBody(c, viewSchema)
      const ids = [channel_id, prev_channel_id].filter((id) => id !== '')
      return c.json({ status: 'OK', last_viewed_at_times: view(sandbox, userId, ids) })
    })
    .get('/users/:user_id/channels/:channel_id/unread', (c) => {
      const userId = selfOf(c, c.req.param('user_id'))
      const member = channelMembership(store, c.req.param('channel_id'), userId)
      if (!member)
        throw notFound(
          'app.channel.get_member.missing.app_error',
          'Cette personne n’est pas membre du canal.',
        )
      const { messages, mentions } = unreadOf(sandbox, member)
      return c.json({
        team_id: store.channels.get(member.channel_id)?.team_id ?? '',
        channel_id: member.channel_id,
        msg_count: messages,
        mention_count: mentions,
      })
    })
    .get('/users/:user_id/teams/:team_id/channels/members', (c) => {
      const userId = selfOf(c, c.req.param('user_id'))
      const teamId = c.req.param('team_id')
      checkTeam(sandbox, c.get('me'), teamId)
      return c.json([
        ...membershipsIn(sandbox, userId, teamId),
        ...membershipsIn(sandbox, userId, ''),
      ])
    })
    .get('/users/:user_id/teams/unread', (c) => {
      const userId = selfOf(c, c.req.param('user_id'))
      const teams = store.teams
        .find(`body->>'delete_at' = 0`)
        .filter((team) => teamMembership(store, team.id, userId))
      return c.json(teams.map((team) => teamUnread(sandbox, userId, team.id)))
    })
    .get('/users/:user_id/teams/:team_id/unread', (c) => {
      const userId = selfOf(c, c.req.param('user_id'))
      const teamId = c.req.param('team_id')
      checkTeam(sandbox, c.get('me'), teamId)
      return c.json(teamUnread(sandbox, userId, teamId))
    })
}
