import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from '../support/listening.ts'
import { openWorld } from '../support/world.ts'
import type { Person, World } from '../support/world.ts'

let world: World
let intra: Person
let metier: Person
let admin: Person

beforeAll(async () => {
  world = await openWorld()
  intra = await world.login('intra')
  metier = await world.login('metier')
  admin = await world.login('admin')
})
afterAll(() => world.stop())

const request = (name: string, type: 'O' | 'P' = 'P') => ({
  team_id: world.teamId,
  name,
  display_name: 'Dév back',
  type,
})

describe('making a channel', () => {
  it('makes its creator the only member and its administrator', async () => {
    const listening = await listen(world, intra)
    const channel = await intra.client.createChannel(request('equipe-a'))
    expect(channel).toMatchObject({ type: 'P', creator_id: intra.id, delete_at: 0 })
    expect(await intra.client.getChannelMembers(channel.id)).toMatchObject([
      { user_id: intra.id, roles: 'channel_user channel_admin' },
    ])
    await listening.next('channel_created', { channel_id: channel.id })
    listening.close()
  })

  it('refuses a name taken in the team, archived channels included', async () => {
    const channel = await intra.client.createChannel(request('deja-pris'))
    const taken = {
      status_code: 400,
      server_error_id: 'store.sql_channel.save_channel.exists.app_error',
    }
    await expect(world.bot.client.createChannel(request('deja-pris'))).rejects.toMatchObject(taken)
    await intra.client.deleteChannel(channel.id)
    await expect(world.bot.client.createChannel(request('deja-pris'))).rejects.toMatchObject(taken)
  })

  it('refuses names that cannot be in an address', async () => {
    for (const name of ['Équipe', 'avec espace', '', '-debut'])
      await expect(intra.client.createChannel(request(name))).rejects.toMatchObject({
        status_code: 400,
      })
  })
})

describe('a private channel', () => {
  it('does not exist for those who are not in it', async () => {
    const channel = await intra.client.createChannel(request('secret'))
    await expect(metier.client.getChannel(channel.id)).rejects.toMatchObject({ status_code: 403 })
    await expect(metier.client.getChannelByName(world.teamId, 'secret')).rejects.toMatchObject({
      status_code: 404,
    })
    await expect(metier.client.getPosts(channel.id)).rejects.toMatchObject({ status_code: 403 })
    await expect(metier.client.getChannelMembers(channel.id)).rejects.toMatchObject({
      status_code: 403,
    })
  })

  it('is found by its name by a member, and read by a system administrator', async () => {
    const { id } = await intra.client.getChannelByName(world.teamId, 'secret')
    expect((await admin.client.getChannel(id)).id).toBe(id)
  })

  it('is not changed by those who are not in it', async () => {
    const { id } = await intra.client.getChannelByName(world.teamId, 'secret')
    await expect(metier.client.patchChannel(id, { display_name: 'Pris' })).rejects.toMatchObject({
      status_code: 403,
    })
    const changed = await intra.client.patchChannel(id, { display_name: 'Autre titre' })
    expect(changed).toMatchObject({ display_name: 'Autre titre', name: 'secret' })
  })
})

describe('a public channel', () => {
  it('is read, and listed, by the whole team', async () => {
    const channel = await intra.client.createChannel(request('ouvert', 'O'))
    expect((await metier.client.getChannel(channel.id)).id).toBe(channel.id)
    const listed = await metier.client.getChannels(world.teamId)
    expect(listed.map(({ name }) => name)).toContain('ouvert')
  })
})

describe('archiving', () => {
  it('keeps the channel readable, and closed to new messages', async () => {
    const { id } = await intra.client.createChannel(request('a-archiver'))
    await intra.client.deleteChannel(id)
    expect((await intra.client.getChannel(id)).delete_at).toBeGreaterThan(0)
    await expect(
      intra.client.createPost({ channel_id: id, message: 'trop tard' }),
    ).rejects.toMatchObject({
      status_code: 400,
      server_error_id: 'api.post.create_post.can_not_post_to_deleted.error',
    })
    const mine = await intra.client.getMyChannels(world.teamId)
    expect(mine.map((channel) => channel.id)).not.toContain(id)
  })

  it('is refused for the channel of the whole team', async () => {
    const { id } = await intra.client.getChannelByName(world.teamId, 'town-square')
    await expect(intra.client.deleteChannel(id)).rejects.toMatchObject({ status_code: 400 })
  })
})

describe('direct messages', () => {
  it('are one channel per pair, whoever opens it first', async () => {
    const listening = await listen(world, world.bot)
    const first = await intra.client.createDirectChannel([intra.id, world.bot.id])
    const again = await world.bot.client.createDirectChannel([world.bot.id, intra.id])
    expect(again.id).toBe(first.id)
    expect(first).toMatchObject({ type: 'D', team_id: '' })
    expect(first.name.split('__').toSorted()).toEqual([intra.id, world.bot.id].toSorted())
    await listening.next('direct_added', { creator_id: intra.id })
    listening.close()
  })

  it('are opened, and read, by those two only', async () => {
    const channel = await world.directChannel(intra, world.bot)
    await expect(metier.client.getChannel(channel)).rejects.toMatchObject({ status_code: 403 })
    await expect(metier.client.createDirectChannel([intra.id, world.bot.id])).rejects.toMatchObject(
      { status_code: 403 },
    )
  })
})
