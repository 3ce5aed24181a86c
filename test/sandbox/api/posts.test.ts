import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from '../support/listening.ts'
import { openWorld } from '../support/world.ts'
import type { Person, World } from '../support/world.ts'

let world: World
let intra: Person
let metier: Person
let admin: Person
let channel: string

beforeAll(async () => {
  world = await openWorld()
  intra = await world.login('intra')
  metier = await world.login('metier')
  admin = await world.login('admin')
  channel = await world.channelWith(intra)
})
afterAll(() => world.stop())

describe('writing', () => {
  it('tells the members, with what a client needs to show it', async () => {
    const listening = await listen(world, intra)
    const post = await world.bot.client.createPost({
      channel_id: channel,
      message: 'Bonjour',
      props: { cle: 'a1' },
    })
    const { data } = await listening.next('posted', { sender_name: '@recrutement' })
    expect(data).toMatchObject({ channel_type: 'P', team_id: world.teamId })
    expect(JSON.parse(String(data['post']))).toEqual(post)
    expect(post).toMatchObject({ props: { cle: 'a1', from_bot: 'true' }, user_id: world.bot.id })
    listening.close()
  })

  it('needs to be a member, or a system administrator', async () => {
    const draft = { channel_id: channel, message: 'Coucou' }
    await expect(metier.client.createPost(draft)).rejects.toMatchObject({ status_code: 403 })
    expect((await admin.client.createPost(draft)).message).toBe('Coucou')
  })

  it('takes 16383 characters, however many bytes, and no more', async () => {
    const long = '😀'.repeat(16_383)
    const post = await intra.client.createPost({ channel_id: channel, message: long })
    expect(post.message).toBe(long)
    await expect(
      intra.client.createPost({ channel_id: channel, message: `${long}!` }),
    ).rejects.toMatchObject({
      status_code: 400,
      server_error_id: 'model.post.is_valid.message_length.app_error',
    })
  })

  it('writes once what is sent twice under the same pending id', async () => {
    const draft = { channel_id: channel, message: 'une fois', pending_post_id: `${intra.id}:1` }
    const first = await intra.client.createPost(draft)
    const second = await intra.client.createPost(draft)
    expect(second.id).toBe(first.id)
    const other = await world.bot.client.createPost(draft)
    expect(other.id).not.toBe(first.id)
  })
})

describe('a thread', () => {
  it('is made of replies to its first message', async () => {
    const root = await intra.client.createPost({ channel_id: channel, message: 'Début' })
    const reply = await world.bot.client.createPost({
      channel_id: channel,
      message: 'Suite',
      root_id: root.id,
    })
    const thread = await intra.client.getPostThread(reply.id)
    expect(thread.order).toEqual([root.id, reply.id])
    expect(thread.posts[root.id]?.reply_count).toBe(1)
  })

  it('refuses a reply to a reply, to another channel, or to nothing', async () => {
    const root = await intra.client.createPost({ channel_id: channel, message: 'Début' })
    const reply = await intra.client.createPost({
      channel_id: channel,
      message: 'Suite',
      root_id: root.id,
    })
    const elsewhere = await world.channelWith(intra)
    for (const draft of [
      { channel_id: channel, root_id: reply.id },
      { channel_id: elsewhere, root_id: root.id },
      { channel_id: channel, root_id: 'inconnu' },
    ])
      await expect(intra.client.createPost({ ...draft, message: 'non' })).rejects.toMatchObject({
        status_code: 400,
      })
  })

  it('goes with its first message', async () => {
    const root = await intra.client.createPost({ channel_id: channel, message: 'Début' })
    const reply = await world.bot.client.createPost({
      channel_id: channel,
      message: 'Suite',
      root_id: root.id,
    })
    await intra.client.deletePost(root.id)
    await expect(intra.client.getPost(reply.id)).rejects.toMatchObject({ status_code: 404 })
  })
})

describe('editing', () => {
  it('replaces all the props, and tells the members', async () => {
    const { id } = await world.bot.client.createPost({
      channel_id: channel,
      message: 'avant',
      props: { cle: 'a', autre: 'b' },
    })
    const listening = await listen(world, intra)
    const changed = await world.bot.client.patchPost({ id, message: 'après', props: { cle: 'c' } })
    expect(changed.props).toEqual({ cle: 'c' })
    expect(changed.edit_at).toBeGreaterThan(0)
    expect(await listening.post('post_edited', 'après')).toMatchObject({ id })
    listening.close()
  })

  it('leaves the message alone when only the props change', async () => {
    const { id } = await world.bot.client.createPost({ channel_id: channel, message: 'gardé' })
    const changed = await world.bot.client.patchPost({ id, props: { cle: 'd' } })
    expect(changed).toMatchObject({ message: 'gardé', edit_at: 0, props: { cle: 'd' } })
  })

  it('is for the author', async () => {
    const post = await intra.client.createPost({ channel_id: channel, message: 'à moi' })
    await expect(
      world.bot.client.patchPost({ id: post.id, message: 'à toi' }),
    ).rejects.toMatchObject({ status_code: 403 })
    expect((await intra.client.updatePost({ ...post, message: 'à nous' })).message).toBe('à nous')
  })
})

describe('deleting', () => {
  it('is for the author, and for those who administer the team', async () => {
    const byBot = await world.bot.client.createPost({ channel_id: channel, message: 'du bot' })
    await expect(intra.client.deletePost(byBot.id)).rejects.toMatchObject({ status_code: 403 })
    const byIntra = await intra.client.createPost({ channel_id: channel, message: 'à cacher' })
    const listening = await listen(world, intra)
    await world.bot.client.deletePost(byIntra.id)
    expect(await listening.post('post_deleted', 'à cacher')).toMatchObject({ id: byIntra.id })
    await expect(intra.client.getPost(byIntra.id)).rejects.toMatchObject({ status_code: 404 })
    listening.close()
  })

  it('is refused to a bot that does not administer the team', async () => {
    await world.setTeamRoles(admin, world.bot, 'team_user')
    const { id } = await intra.client.createPost({ channel_id: channel, message: 'reste' })
    await expect(world.bot.client.deletePost(id)).rejects.toMatchObject({ status_code: 403 })
    await world.setTeamRoles(admin, world.bot, 'team_user team_admin')
  })

  it('is refused to it in direct messages, which belong to no team', async () => {
    const direct = await world.directChannel(intra, world.bot)
    const { id } = await intra.client.createPost({ channel_id: direct, message: 'entre nous' })
    await expect(world.bot.client.deletePost(id)).rejects.toMatchObject({ status_code: 403 })
  })
})

describe('a private post from the API', () => {
  it('is for system administrators, and only its reader gets it', async () => {
    const post = { channel_id: channel, message: 'pour toi' }
    await expect(world.bot.client.createPostEphemeral(intra.id, post)).rejects.toMatchObject({
      status_code: 403,
    })
    const reader = await listen(world, intra)
    const other = await listen(world, world.bot)
    await admin.client.createPostEphemeral(intra.id, post)
    expect(await reader.post('ephemeral_message', 'pour toi')).toMatchObject({
      type: 'system_ephemeral',
    })
    await intra.client.createPost({ channel_id: channel, message: 'repère' })
    await other.post('posted', 'repère')
    expect(other.events.map(({ event }) => event)).not.toContain('ephemeral_message')
    reader.close()
    other.close()
  })
})
