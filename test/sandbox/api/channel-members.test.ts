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

describe('adding somebody', () => {
  it('tells the channel and the person, and shows in the conversation', async () => {
    const channel = await world.channelWith(intra)
    const there = await listen(world, intra)
    const newcomer = await listen(world, metier)
    await world.bot.client.addToChannel(metier.id, channel)
    await there.next('user_added', { user_id: metier.id, team_id: world.teamId })
    await newcomer.next('user_added', { user_id: metier.id })
    const { order, posts } = await metier.client.getPosts(channel)
    expect(posts[order[0] ?? '']).toMatchObject({
      type: 'system_add_to_channel',
      props: { addedUserId: metier.id, userId: world.bot.id },
    })
    there.close()
    newcomer.close()
  })

  it('twice changes nothing', async () => {
    const channel = await world.channelWith(intra)
    const before = await intra.client.getPosts(channel)
    await world.bot.client.addToChannel(intra.id, channel)
    expect(await intra.client.getPosts(channel)).toEqual(before)
    expect(await intra.client.getChannelMembers(channel)).toHaveLength(2)
  })

  it('is refused to those who are not members themselves', async () => {
    const channel = await world.channelWith()
    await expect(intra.client.addToChannel(intra.id, channel)).rejects.toMatchObject({
      status_code: 403,
    })
  })

  it('is refused for somebody outside the team', async () => {
    const channel = await world.channelWith()
    const profile = { username: 'dehors', email: 'dehors@exemple.fr', password: 'sandbox' }
    const { id } = await world.json(admin, 'POST', '/users', profile)
    await expect(world.bot.client.addToChannel(String(id), channel)).rejects.toMatchObject({
      status_code: 404,
      server_error_id: 'app.team.get_member.missing.app_error',
    })
  })

  it('lets anyone of the team join a public channel', async () => {
    const { id } = await world.bot.client.createChannel({
      team_id: world.teamId,
      name: 'entree-libre',
      display_name: 'Entrée libre',
      type: 'O',
    })
    await metier.client.addToChannel(metier.id, id)
    expect(await metier.client.getChannelMember(id, 'me')).toMatchObject({ user_id: metier.id })
  })
})

describe('removing somebody', () => {
  it('tells the channel and the person, who no longer reads it', async () => {
    const channel = await world.channelWith(intra, metier)
    const there = await listen(world, intra)
    const removed = await listen(world, metier)
    await world.bot.client.removeFromChannel(metier.id, channel)
    await there.next('user_removed', { user_id: metier.id, remover_id: world.bot.id })
    await removed.next('user_removed', { channel_id: channel })
    await expect(metier.client.getPosts(channel)).rejects.toMatchObject({ status_code: 403 })
    there.close()
    removed.close()
  })

  it('is refused when they are not there', async () => {
    const channel = await world.channelWith()
    await expect(world.bot.client.removeFromChannel(metier.id, channel)).rejects.toMatchObject({
      status_code: 404,
    })
  })

  it('can be done by oneself, except from the channel of the whole team', async () => {
    const channel = await world.channelWith(intra)
    await intra.client.removeFromChannel(intra.id, channel)
    await expect(intra.client.getChannel(channel)).rejects.toMatchObject({ status_code: 403 })
    const { id } = await intra.client.getChannelByName(world.teamId, 'town-square')
    await expect(intra.client.removeFromChannel(intra.id, id)).rejects.toMatchObject({
      status_code: 400,
      server_error_id: 'api.channel.remove.default.app_error',
    })
  })
})

describe('members of direct messages', () => {
  it('are neither added nor removed', async () => {
    const channel = await world.directChannel(intra, world.bot)
    await expect(intra.client.addToChannel(metier.id, channel)).rejects.toMatchObject({
      status_code: 400,
    })
    await expect(intra.client.removeFromChannel(intra.id, channel)).rejects.toMatchObject({
      status_code: 400,
    })
  })
})
