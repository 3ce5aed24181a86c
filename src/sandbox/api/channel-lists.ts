/** Finding channels: by name, of a team, of a person. */
import { Hono } from 'hono'
import { z } from 'zod'
import { canReadChannel, isSystemAdmin } from '../permissions.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Channel, User } from '../store/entities.ts'
import { forbidden, notFound } from './errors.ts'
import { visibleTeam } from './lookups.ts'
import { flag, pageFields, pageOf, readQuery, userIdOf } from './request.ts'
import type { Env } from './request.ts'

const includeSchema = z.object({ include_deleted: flag })
const pageSchema = z.object(pageFields)

function channelByName(
  { store }: Sandbox,
  me: User,
  teamId: string,
  name: string,
  includeDeleted: boolean,
): Channel {
  const channel = store.channels.first(`body->>'team_id' = ? AND body->>'name' = ?`, teamId, name)
  const visible = channel && canReadChannel(store, me, channel)
  if (!channel || !visible || (channel.delete_at > 0 && !includeDeleted))
    throw notFound('app.channel.get_by_name.missing.app_error', 'Ce canal n’existe pas.')
  return channel
}

/** The channels that a person is a member of, by name. */
function channelsOf({ store }: Sandbox, userId: string, includeDeleted: boolean): Channel[] {
  return store.channelMembers
    .find(`body->>'user_id' = ?`, userId)
    .flatMap(({ channel_id }) => store.channels.get(channel_id) ?? [])
    .filter((channel) => includeDeleted || channel.delete_at === 0)
    .toSorted((one, other) => one.display_name.localeCompare(other.display_name, 'fr'))
}

function checkSelf(me: User, userId: string): void {
  if (userId !== me.id && !isSystemAdmin(me)) throw forbidden()
}

export function channelListRoutes(sandbox: Sandbox): Hono<Env> {
  const { store } = sandbox
  return new Hono<Env>()
    .get('/teams/:team_id/channels/name/:channel_name', (c) => {
      const { include_deleted } = readQuery(c, includeSchema)
      const team = visibleTeam(store, c.get('me'), c.req.param('team_id'))
      const name = c.req.param('channel_name')
      return c.json(channelByName(sandbox, c.get('me'), team.id, name, include_deleted))
    })
    .get('/teams/name/:team_name/channels/name/:channel_name', (c) => {
      const { include_deleted } = readQuery(c, includeSchema)
      const named = store.teams.first(`body->>'name' = ?`, c.req.param('team_name'))
      const team = visibleTeam(store, c.get('me'), named?.id ?? '')
      const name = c.req.param('channel_name')
      return c.json(channelByName(sandbox, c.get('me'), team.id, name, include_deleted))
    })
    .get('/teams/:team_id/channels', (c) => {
      const team = visibleTeam(store, c.get('me'), c.req.param('team_id'))
      const channels = store.channels.find(
        `body->>'team_id' = ? AND body->>'type' = 'O' AND body->>'delete_at' = 0
         ORDER BY body->>'display_name'`,
        team.id,
      )
      return c.json(pageOf(channels, readQuery(c, pageSchema)))
    })
    .get('/users/:user_id/teams/:team_id/channels', (c) => {
      const userId = userIdOf(c, c.req.param('user_id'))
      checkSelf(c.get('me'), userId)
      const team = visibleTeam(store, c.get('me'), c.req.param('team_id'))
      const { include_deleted } = readQuery(c, includeSchema)
      const channels = channelsOf(sandbox, userId, include_deleted)
      return c.json(channels.filter(({ team_id }) => team_id === '' || team_id === team.id))
    })
    .get('/users/:user_id/channels', (c) => {
      const userId = userIdOf(c, c.req.param('user_id'))
      checkSelf(c.get('me'), userId)
      return c.json(channelsOf(sandbox, userId, readQuery(c, includeSchema).include_deleted))
    })
}
