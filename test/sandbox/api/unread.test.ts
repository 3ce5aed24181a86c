import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listen } from '../support/listening.ts'
import { openWorld } from '../support/world.ts'
import type { Person, World } from '../support/world.ts'

let world: World
let intra: Person
let channel: string

beforeAll(async () => {
  world = await openWorld()
  intra = await world.login('intra')
})
afterAll(() => world.stop())
beforeEach(async () => {
  channel = await world.channelWith(intra)
})

const unread = (channelId: string): Promise<Record<string, unknown>> =>
  world.json(intra, 'GET', `/users/me/channels/${channelId}/unread`)

const say = (channel_id: string, message: string): Promise<unknown> =>
  world.bot.client.createPost({ channel_id, message })

describe('unread marks', () => {
  it('count messages of others, and apart those that call somebody', async () => {
    await say(channel, 'bonjour')
    await say(channel, 'une question pour @intra')
    expect(await unread(channel)).toMatchObject({ msg_count: 2, mention_count: 1 })
  })

  it('leave joining and one’s own messages out', async () => {
    await intra.client.createPost({ channel_id: channel, message: 'moi' })
    expect(await unread(channel)).toMatchObject({ msg_count: 0, mention_count: 0 })
  })

  it('count every direct message as a call', async () => {
    const direct = await world.directChannel(intra, world.bot)
    await say(direct, 'bonjour')
    expect(await unread(direct)).toMatchObject({ msg_count: 1, mention_count: 1, team_id: '' })
  })

  it('go when the channel is viewed, and the person’s other windows hear of it', async () => {
    await say(channel, 'bonjour @intra')
    const listening = await listen(world, intra)
    await intra.client.viewMyChannel(channel)
    expect(await unread(channel)).toMatchObject({ msg_count: 0, mention_count: 0 })
    const { data } = await listening.next('multiple_channels_viewed')
    expect(Object.keys(data['channel_times'] ?? {})).toEqual([channel])
    listening.close()
  })

  it('add up by team', async () => {
    const before = await intra.client.getMyTeamUnreads()
    await say(channel, 'encore @intra')
    const after = await intra.client.getMyTeamUnreads()
    expect(after[0]?.msg_count).toBe((before[0]?.msg_count ?? 0) + 1)
    expect(after[0]?.mention_count).toBe((before[0]?.mention_count ?? 0) + 1)
  })

  it('are in the memberships that a client loads first', async () => {
    await say(channel, 'bonjour')
    const mine = await intra.client.getMyChannelMembers(world.teamId)
    const member = mine.find(({ channel_id }) => channel_id === channel)
    expect(member).toMatchObject({ user_id: intra.id, msg_count: 0, mention_count: 0 })
  })
})
