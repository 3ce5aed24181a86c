import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld } from '../support/world.ts'
import type { Person, World } from '../support/world.ts'

let world: World
let intra: Person
let metier: Person
let channel: string

beforeAll(async () => {
  world = await openWorld()
  intra = await world.login('intra')
  metier = await world.login('metier')
  channel = await world.channelWith(intra)
})
afterAll(() => world.stop())

async function upload(by: Person, content: string, name = 'entretien.ics'): Promise<string> {
  const form = new FormData()
  form.append('files', new Blob([content], { type: 'text/calendar' }), name)
  form.append('channel_id', channel)
  form.append('client_ids', 'un')
  const { file_infos, client_ids } = await by.client.uploadFile(form)
  expect(client_ids).toEqual(['un'])
  return file_infos[0]?.id ?? ''
}

const fetchFile = (by: Person, id: string): Promise<Response> =>
  world.request(by, 'GET', `/files/${id}`)

describe('a file', () => {
  it('comes back as it was sent, with its name and type', async () => {
    const id = await upload(world.bot, 'BEGIN:VCALENDAR\r\n', 'entretien d’été.ics')
    await world.bot.client.createPost({ channel_id: channel, message: 'voici', file_ids: [id] })
    const response = await fetchFile(intra, id)
    expect(await response.text()).toBe('BEGIN:VCALENDAR\r\n')
    expect(response.headers.get('Content-Type')).toBe('text/calendar')
    expect(response.headers.get('Content-Disposition')).toContain(
      'entretien%20d%E2%80%99%C3%A9t%C3%A9.ics',
    )
  })

  it('is described with its message', async () => {
    const id = await upload(world.bot, 'contenu')
    const post = await world.bot.client.createPost({
      channel_id: channel,
      message: '',
      file_ids: [id],
    })
    expect(post.file_ids).toEqual([id])
    expect(post.metadata.files).toMatchObject([
      { id, name: 'entretien.ics', extension: 'ics', size: 7, post_id: post.id },
    ])
    expect(await intra.client.getFileInfosForPost(post.id)).toMatchObject([{ id }])
  })

  it('is for the members of its channel, once its message is there', async () => {
    const id = await upload(world.bot, 'contenu')
    expect((await fetchFile(intra, id)).status).toBe(403)
    await world.bot.client.createPost({ channel_id: channel, message: '', file_ids: [id] })
    expect((await fetchFile(intra, id)).status).toBe(200)
    expect((await fetchFile(metier, id)).status).toBe(403)
  })

  it('goes with its message', async () => {
    const id = await upload(world.bot, 'contenu')
    const post = await world.bot.client.createPost({
      channel_id: channel,
      message: '',
      file_ids: [id],
    })
    await world.bot.client.deletePost(post.id)
    expect((await fetchFile(intra, id)).status).toBe(404)
  })

  it('is not sent where one is not a member', async () => {
    await expect(upload(metier, 'contenu')).rejects.toMatchObject({ status_code: 403 })
  })

  it('is not attached to somebody else’s message, nor twice', async () => {
    const id = await upload(world.bot, 'contenu')
    const draft = { channel_id: channel, message: 'volé', file_ids: [id] }
    await expect(intra.client.createPost(draft)).rejects.toMatchObject({ status_code: 400 })
    await world.bot.client.createPost(draft)
    await expect(world.bot.client.createPost(draft)).rejects.toMatchObject({ status_code: 400 })
  })

  it('may be sent bare, and a page is never shown in place', async () => {
    const response = await fetch(
      `${world.url}/api/v4/files?channel_id=${channel}&filename=page.html`,
      {
        method: 'POST',
        headers: { Authorization: `Bearer ${intra.token}`, 'Content-Type': 'text/html' },
        body: '<script>alert(1)</script>',
      },
    )
    expect(response.status).toBe(201)
    const uploaded = await response.text()
    const [, id = ''] = /"id":"(\w+)"/.exec(uploaded) ?? []
    const served = await fetchFile(intra, id)
    expect(served.headers.get('Content-Disposition')).toMatch(/^attachment/)
    expect(served.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  it('survives a restart', async () => {
    const id = await upload(intra, 'durable')
    await world.restart()
    expect(await (await fetchFile(intra, id)).text()).toBe('durable')
  })
})
