/** `channels/*`: making, reading, changing and archiving a channel. */
import { Hono } from 'hono'
import { z } from 'zod'
import { canAdministerTeam, canManageChannel, isSystemAdmin } from '../permissions.ts'
import { channelNameTaken, createChannel, directChannel } from '../channels.ts'
import { sayArchived } from '../posts/system.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Channel, User } from '../store/entities.ts'
import { AppError, forbidden } from './errors.ts'
import { userById, visibleChannel, visibleTeam } from './lookups.ts'
import { OK } from './render.ts'
import { readBody } from './request.ts'
import type { Env } from './request.ts'

const name = z
  .string()
  .max(64)
  .regex(/^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/)

const creationSchema = z.object({
  team_id: z.string(),
  name,
  display_name: z.string().min(1).max(64),
  type: z.enum(['O', 'P']),
  purpose: z.string().max(250).default(''),
  header: z.string().max(1024).default(''),
})

const patchSchema = z.object({
  name: name.exactOptional(),
  display_name: z.string().min(1).max(64).exactOptional(),
  purpose: z.string().max(250).exactOptional(),
  header: z.string().max(1024).exactOptional(),
})

const directSchema = z.tuple([z.string(), z.string()])

function managedChannel({ store }: Sandbox, me: User, id: string): Channel {
  const channel = visibleChannel(store, me, id)
  if (!canManageChannel(store, me, channel)) throw forbidden()
  return channel
}

function checkArchivable(channel: Channel): void {
  if (channel.type === 'D')
    throw new AppError(
      400,
      'api.channel.delete_channel.type.invalid',
      'Une conversation directe ne s’archive pas.',
    )
  if (channel.name === 'town-square')
    throw new AppError(
      400,
      'api.channel.delete_channel.cannot.app_error',
      'Ce canal accueille toute l’équipe : il ne s’archive pas.',
    )
  if (channel.delete_at > 0)
    throw new AppError(
      400,
      'api.channel.delete_channel.deleted.app_error',
      'Ce canal est déjà archivé.',
    )
}

function patchChannel(
  sandbox: Sandbox,
  channel: Channel,
  patch: z.infer<typeof patchSchema>,
): Channel {
  const { store, clock, hub } = sandbox
  if (channel.type === 'D' && (patch.name ?? patch.display_name ?? patch.purpose) !== undefined)
    throw new AppError(
      400,
      'api.channel.patch_update_channel.forbidden.app_error',
      'Seul l’en-tête d’une conversation directe peut changer.',
    )
  if (patch.name !== undefined && patch.name !== channel.name)
    if (
      store.channels.first(
        `body->>'team_id' = ? AND body->>'name' = ?`,
        channel.team_id,
        patch.name,
      )
    )
      throw channelNameTaken()
  const changed = store.channels.put({ ...channel, ...patch, update_at: clock.now() })
  hub.publish({
    event: 'channel_updated',
    data: { channel: JSON.stringify(changed) },
    to: { kind: 'channel', id: channel.id },
  })
  return changed
}

export function channelRoutes(sandbox: Sandbox): Hono<Env> {
  const { store, clock, hub } = sandbox
  return new Hono<Env>()
    .post('/channels', async (c) => {
      const me = c.get('me')
      const creation = await readBody(c, creationSchema)
      visibleTeam(store, me, creation.team_id)
      return c.json(createChannel(sandbox, me, creation), 201)
    })
    .post('/channels/direct', async (c) => {
      const me = c.get('me')
      const ids = await readBody(c, directSchema)
      if (!ids.includes(me.id) && !isSystemAdmin(me)) throw forbidden()
      const [one, other] = ids
      const channel = directChannel(sandbox, me, userById(store, one), userById(store, other))
      return c.json(channel, 201)
    })
    .get('/channels/:channel_id', (c) =>
      c.json(visibleChannel(store, c.get('me'), c.req.param('channel_id'))),
    )
    .put('/channels/:channel_id/patch', async (c) => {
      const channel = managedChannel(sandbox, c.get('me'), c.req.param('channel_id'))
      return c.json(patchChannel(sandbox, channel, await readBody(c, patchSchema)))
    })
    .delete('/channels/:channel_id', (c) => {
      const me = c.get('me')
      const channel = managedChannel(sandbox, me, c.req.param('channel_id'))
      checkArchivable(channel)
      sayArchived(sandbox, channel, me)
      const delete_at = clock.now()
      store.channels.put({ ...channel, delete_at, update_at: delete_at })
      hub.publish({
        event: 'channel_deleted',
        data: { channel_id: channel.id, delete_at },
        to: { kind: 'channel', id: channel.id },
      })
      return c.json(OK)
    })
    .post('/channels/:channel_id/restore', (c) => {
      const me = c.get('me')
      const channel = visibleChannel(store, me, c.req.param('channel_id'))
      if (!canAdministerTeam(store, me, channel.team_id)) throw forbidden()
      const restored = { ...channel, delete_at: 0, update_at: clock.now() }
      store.channels.put(restored)
      hub.publish({
        event: 'channel_restored',
        data: { channel_id: channel.id },
        to: { kind: 'channel', id: channel.id },
      })
      return c.json(restored)
    })
}
