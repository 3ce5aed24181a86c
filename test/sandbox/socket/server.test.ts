import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import { parseRecord } from '../support/json.ts'
import { listen } from '../support/listening.ts'
import type { Listening } from '../support/listening.ts'
import { openWorld } from '../support/world.ts'
import type { Person, World } from '../support/world.ts'

let world: World
let intra: Person
let channel: string

beforeAll(async () => {
  world = await openWorld()
  intra = await world.login('intra')
  channel = await world.channelWith(intra)
})
afterAll(() => world.stop())

async function listening(authenticate?: 'header' | 'challenge'): Promise<Listening> {
  const heard = await listen(world, intra, authenticate)
  onTestFinished(() => heard.close())
  return heard
}

const say = (message: string): Promise<unknown> =>
  world.bot.client.createPost({ channel_id: channel, message })

const mentions = (one: Listening): unknown[] =>
  one.events.flatMap(({ data }) => data['mentions'] ?? [])

const address = (): string => `${world.url.replace('http', 'ws')}/api/v4/websocket`

/** Sends requests over a bare connection and gives the first answer to the last of them. */
function ask(requests: readonly unknown[], token?: string): Promise<Record<string, unknown>> {
  const socket = new WebSocket(address(), {
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
  })
  onTestFinished(() => socket.terminate())
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      for (const request of requests) socket.send(JSON.stringify(request))
    })
    socket.on('message', (raw: Buffer) => {
      const message = parseRecord(raw.toString())
      if (message['seq_reply'] === requests.length) resolve(message)
    })
    socket.on('close', () => reject(new Error('closed')))
  })
}

describe('connecting', () => {
  it('greets with a connection id, with the token in the header or in a challenge', async () => {
    for (const way of ['header', 'challenge'] as const) {
      const heard = await listening(way)
      expect(heard.events[0]).toMatchObject({
        event: 'hello',
        seq: 0,
        data: {
          connection_id: expect.stringMatching(/^\w{26}$/),
          server_version: expect.stringMatching(/^10\.11/),
        },
      })
    }
  })

  it('numbers what it says without a gap', async () => {
    const heard = await listening()
    await say('un')
    await say('deux')
    await heard.post('posted', 'deux')
    expect(heard.events.map(({ seq }) => seq)).toEqual(heard.events.map((_event, index) => index))
  })

  it('says nothing, and closes, with a wrong token', async () => {
    const challenge = { seq: 1, action: 'authentication_challenge', data: { token: 'faux' } }
    await expect(ask([challenge])).rejects.toThrow('closed')
    expect(await ask([{ seq: 1, action: 'get_statuses' }], 'faux')).toMatchObject({
      status: 'FAIL',
      error: { status_code: 401 },
    })
  })

  it('closes by itself when nobody says who they are', async () => {
    const socket = new WebSocket(address())
    const closed = new Promise<void>((resolve) => {
      socket.on('close', () => resolve())
    })
    await expect(closed).resolves.toBeUndefined()
  })
})

describe('requests', () => {
  it('answer a ping and who is online', async () => {
    expect(await ask([{ seq: 1, action: 'ping' }], intra.token)).toMatchObject({
      status: 'OK',
      data: { text: 'pong' },
    })
    const data = { user_ids: [intra.id, world.bot.id] }
    const statuses = await ask([{ seq: 1, action: 'get_statuses_by_ids', data }], intra.token)
    expect(statuses['data']).toEqual({ [intra.id]: 'online', [world.bot.id]: 'offline' })
  })

  it('that are unknown are refused', async () => {
    expect(await ask([{ seq: 1, action: 'inventer' }], intra.token)).toMatchObject({
      status: 'FAIL',
    })
  })

  it('show the others that somebody is typing', async () => {
    const heard = await listening()
    const data = { channel_id: channel, parent_id: '' }
    await ask([{ seq: 1, action: 'user_typing', data }], world.bot.token)
    const { data: typing } = await heard.next('typing')
    expect(typing).toEqual({ user_id: world.bot.id, parent_id: '' })
  })
})

describe('a connection that was cut', () => {
  it('goes on where it was, with what it missed', async () => {
    const heard = await listening()
    const connectionId = heard.events[0]?.data['connection_id']
    await say('avant')
    await heard.post('posted', 'avant')
    heard.cut()
    await say('pendant')
    await heard.post('posted', 'pendant')
    await say('après')
    await heard.post('posted', 'après')
    const hellos = heard.events.filter(({ event }) => event === 'hello')
    expect(hellos.map(({ data }) => data['connection_id'])).toEqual([connectionId])
    expect(heard.events.map(({ seq }) => seq)).toEqual(heard.events.map((_event, index) => index))
  })

  it('starts anew after a restart of the server, under another id', async () => {
    const heard = await listening()
    const first = heard.events[0]?.data['connection_id']
    await world.restart()
    const second = await vi.waitFor(() => {
      const hellos = heard.events.filter(({ event }) => event === 'hello')
      expect(hellos).toHaveLength(2)
      return hellos[1]
    }, 5000)
    expect(second?.data['connection_id']).not.toBe(first)
    await say('encore là')
    await heard.post('posted', 'encore là')
  })

  it('is not continued by somebody else', async () => {
    const heard = await listening()
    const stolen = String(heard.events[0]?.data['connection_id'])
    const socket = new WebSocket(`${address()}?connection_id=${stolen}&sequence_number=0`, {
      headers: { Authorization: `Bearer ${world.bot.token}` },
    })
    onTestFinished(() => socket.terminate())
    const first = await new Promise<string>((resolve) => {
      socket.once('message', (raw: Buffer) => resolve(raw.toString()))
    })
    expect(first).toContain('"hello"')
    expect(first).not.toContain(stolen)
  })
})

describe('what is said in a channel', () => {
  it('reaches its members only', async () => {
    const heard = await listening()
    const elsewhere = await world.channelWith()
    await world.bot.client.createPost({ channel_id: elsewhere, message: 'ailleurs' })
    await say('ici')
    await heard.post('posted', 'ici')
    expect(JSON.stringify(heard.events)).not.toContain('ailleurs')
  })

  it('names those it calls, to them alone', async () => {
    const heard = await listening()
    const bot = await listen(world, world.bot)
    onTestFinished(() => bot.close())
    await say('bonjour @intra')
    await heard.post('posted', 'bonjour @intra')
    await bot.post('posted', 'bonjour @intra')
    expect(mentions(heard)).toEqual([JSON.stringify([intra.id])])
    expect(mentions(bot)).toEqual([])
  })
})

describe('logging out', () => {
  it('ends the connections of that session', async () => {
    const leaving = await world.login('metier')
    const socket = new WebSocket(address(), {
      headers: { Authorization: `Bearer ${leaving.token}` },
    })
    await new Promise((resolve) => {
      socket.once('message', resolve)
    })
    const closed = new Promise<void>((resolve) => {
      socket.on('close', () => resolve())
    })
    await leaving.client.logout()
    await expect(closed).resolves.toBeUndefined()
  })
})
