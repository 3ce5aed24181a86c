import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

async function write(message: string, root_id = ''): Promise<{ id: string; create_at: number }> {
  return await world.bot.client.createPost({ channel_id: channel, message, root_id })
}

async function writeAll(...messages: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const message of messages) ids.push((await write(message)).id)
  return ids
}

describe('pages of a channel', () => {
  it('start from the newest', async () => {
    const [a, b, c] = await writeAll('a', 'b', 'c')
    expect((await intra.client.getPosts(channel, 0, 2)).order).toEqual([c, b])
    const second = await intra.client.getPosts(channel, 1, 2)
    expect(second.order[0]).toBe(a)
    expect(second.next_post_id).toBe(b)
  })

  it('go back and forth from a post', async () => {
    const [a = '', b = '', c = '', d = ''] = await writeAll('a', 'b', 'c', 'd')
    expect((await intra.client.getPostsBefore(channel, c, 0, 2)).order).toEqual([b, a])
    const after = await intra.client.getPostsAfter(channel, a, 0, 2)
    expect(after.order).toEqual([c, b])
    expect(after).toMatchObject({ next_post_id: d, prev_post_id: a })
  })

  it('bring the conversation of each reply along', async () => {
    const root = await write('début')
    await writeAll('autre')
    const reply = await write('suite', root.id)
    const page = await intra.client.getPosts(channel, 0, 1)
    expect(page.order).toEqual([reply.id])
    expect(Object.keys(page.posts)).toEqual(expect.arrayContaining([root.id, reply.id]))
  })

  it('leave out what was deleted', async () => {
    const [a = '', b] = await writeAll('a', 'b')
    await world.bot.client.deletePost(a)
    const { order } = await intra.client.getPosts(channel)
    expect(order).toContain(b)
    expect(order).not.toContain(a)
  })

  it('refuse two marks at once', async () => {
    const response = await world.request(
      intra,
      'GET',
      `/channels/${channel}/posts?since=1&before=x`,
    )
    expect(response.status).toBe(400)
  })
})

describe('what changed since an instant', () => {
  it('has new, edited and deleted posts, the deleted without their text', async () => {
    const [kept = '', edited = '', deleted = ''] = await writeAll('reste', 'change', 'part')
    const mark = await write('repère')
    await world.bot.client.patchPost({ id: edited, message: 'changé' })
    await world.bot.client.deletePost(deleted)
    const fresh = await write('nouveau')
    const { order, posts } = await intra.client.getPostsSince(channel, mark.create_at)
    expect(order).toEqual(expect.arrayContaining([edited, deleted, fresh.id]))
    expect(order).not.toContain(kept)
    expect(posts[edited]?.message).toBe('changé')
    expect(posts[deleted]).toMatchObject({ message: '' })
    expect(posts[deleted]?.delete_at).toBeGreaterThan(0)
  })

  it('keeps the props by which a bot recognises its own message', async () => {
    const { id, create_at } = await world.bot.client.createPost({
      channel_id: channel,
      message: 'avec clé',
      props: { cle: 'brief/1/2', attachments: [{ text: 'secret' }] },
    })
    await world.bot.client.deletePost(id)
    const { posts } = await world.bot.client.getPostsSince(channel, create_at - 1)
    expect(posts[id]?.props).toEqual({ cle: 'brief/1/2', from_bot: 'true' })
  })
})
