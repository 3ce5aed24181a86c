import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { RawAnswer, startFakeBot } from '../support/fake-bot.ts'
import type { FakeBot } from '../support/fake-bot.ts'
import { asRecord, parseRecord } from '../support/json.ts'
import { listen } from '../support/listening.ts'
import { openWorld } from '../support/world.ts'
import type { Person, World } from '../support/world.ts'

let world: World
let bot: FakeBot
let intra: Person

beforeAll(async () => {
  world = await openWorld()
  intra = await world.login('intra')
})
afterAll(() => world.stop())
beforeEach(async () => {
  bot = await startFakeBot()
})
afterEach(() => bot.stop())

async function clock(body?: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${world.url}/sandbox/clock`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, ...asRecord(await response.json()) }
}

const now = async (): Promise<number> => Date.parse(String((await clock())['now']))

const register = (by: Person, secret = 'mot-de-passe'): Promise<Response> =>
  fetch(`${world.url}/sandbox/clock/listener`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${by.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: bot.at('/due'), secret }),
  })

const nowIn = (body: string): string => String(parseRecord(body)['now'])

const toldAt = (): string[] => bot.received('/due').map(({ body }) => nowIn(body))

/** A bot with things due at these instants (epoch ms). Says them when told the time. */
function dueAt(...instants: number[]): void {
  bot.answers('/due', ({ body }) => {
    const told = Date.parse(nowIn(body))
    const next = instants.filter((instant) => instant > told).toSorted((a, b) => a - b)[0]
    return { nextDue: next === undefined ? null : new Date(next).toISOString() }
  })
}

const HOUR = 3_600_000

describe('the clock', () => {
  it('ticks, moves forward by a duration or to an instant, and stays there after a restart', async () => {
    const start = await now()
    await clock({ advance: 'P3D' })
    const moved = await now()
    expect(moved).toBeGreaterThanOrEqual(start + 3 * 24 * HOUR - HOUR)
    const to = new Date(moved + 5 * HOUR).toISOString()
    await clock({ to })
    expect(await now()).toBeGreaterThanOrEqual(Date.parse(to))
    await world.restart()
    expect(await now()).toBeGreaterThanOrEqual(Date.parse(to))
  })

  it('dates messages', async () => {
    const channel = await world.channelWith(intra)
    await clock({ advance: 'PT48H' })
    const post = await intra.client.createPost({ channel_id: channel, message: 'demain' })
    expect(post.create_at).toBeGreaterThan(Date.now() + 47 * HOUR)
    expect(Math.abs(post.create_at - (await now()))).toBeLessThan(10_000)
  })

  it('refuses to go back, and what it cannot read, in a French sentence', async () => {
    const before = await now()
    for (const body of [
      { advance: '-PT1H' },
      { advance: 'PT0S' },
      { advance: 'demain' },
      { to: '2001-01-01T00:00:00Z' },
      { to: 'hier' },
      {},
      'rien',
    ]) {
      const answer = await clock(body)
      expect(answer['status']).toBe(400)
      expect(answer['message']).toMatch(/^[A-ZÀ-Ý].*\.$|^Dis de combien/)
    }
    expect(await now()).toBeLessThan(before + HOUR)
  })

  it('tells everybody connected when it moves', async () => {
    const listening = await listen(world, intra)
    const { now: moved } = await clock({ advance: 'PT1H' })
    const { data } = await listening.next('custom_sandbox_clock')
    expect(Math.abs(Date.parse(String(data['now'])) - Date.parse(String(moved)))).toBeLessThan(5000)
    listening.close()
  })
})

describe('moving with a bot that listens', () => {
  it('takes only a bot as listener, with a secret that comes back to it', async () => {
    expect((await register(intra)).status).toBe(403)
    expect((await register({ ...intra, token: 'faux' })).status).toBe(401)
    expect((await register(world.bot)).status).toBe(200)
    dueAt()
    await clock({ advance: 'PT1H' })
    expect(bot.received('/due').at(-1)?.authorization).toBe('Bearer mot-de-passe')
  })

  it('stops at each due time, then tells the target', async () => {
    await register(world.bot)
    const start = await now()
    const due = [start + 2 * HOUR, start + 5 * HOUR]
    dueAt(...due, start + 50 * HOUR)
    const { steps, now: end } = await clock({ advance: 'PT24H' })
    const told = toldAt()
    expect(steps).toEqual(told)
    expect(told.map((instant) => Date.parse(instant)).slice(1, 3)).toEqual(due)
    expect(told).toHaveLength(4)
    expect(Date.parse(told[3] ?? '')).toBeGreaterThanOrEqual(start + 24 * HOUR)
    expect(Date.parse(String(end))).toBeGreaterThanOrEqual(Date.parse(told[3] ?? ''))
  })

  it('has reached each due time when the bot is told of it', async () => {
    await register(world.bot)
    const start = await now()
    dueAt(start + HOUR)
    const seen: boolean[] = []
    const nextDue = new Date(start + HOUR).toISOString()
    bot.answers('/due', async ({ body }) => {
      const told = nowIn(body)
      seen.push((await now()) >= Date.parse(told))
      return { nextDue: Date.parse(told) < start + HOUR ? nextDue : null }
    })
    await clock({ advance: 'PT2H' })
    expect(seen).toEqual([true, true, true])
  })

  it('ends with a bot that is never done', async () => {
    await register(world.bot)
    bot.answers('/due', () => ({ nextDue: '2020-01-01T00:00:00Z' }))
    const { steps } = await clock({ advance: 'PT1H' })
    expect(steps).toHaveLength(5)
  })

  it('only moves when the bot is down, or answers something else', async () => {
    await register(world.bot)
    bot.answers('/due', () => new RawAnswer(500, 'panne'))
    const start = await now()
    expect(await clock({ advance: 'PT1H' })).toMatchObject({ status: 200, steps: [] })
    bot.answers('/due', () => ({ autre: 'chose' }))
    expect(await clock({ advance: 'PT1H' })).toMatchObject({ status: 200, steps: [] })
    await bot.stop()
    expect(await clock({ advance: 'PT1H' })).toMatchObject({ status: 200, steps: [] })
    expect(await now()).toBeGreaterThanOrEqual(start + 3 * HOUR)
    bot = await startFakeBot()
  })

  it('makes simultaneous moves wait for one another', async () => {
    await register(world.bot)
    let busy = 0
    let most = 0
    bot.answers('/due', async () => {
      busy += 1
      most = Math.max(most, busy)
      await now()
      busy -= 1
      return { nextDue: null }
    })
    const start = await now()
    await Promise.all(['PT1H', 'PT2H', 'PT3H'].map((advance) => clock({ advance })))
    expect(most).toBe(1)
    expect(await now()).toBeGreaterThanOrEqual(start + 6 * HOUR)
  })

  it('tells when the next thing is due', async () => {
    await register(world.bot)
    const due = new Date((await now()) + HOUR).toISOString()
    bot.answers('/due', () => ({ nextDue: due }))
    const next = async (): Promise<unknown> =>
      (await fetch(`${world.url}/sandbox/clock/next`)).json()
    const answer = asRecord(await next())
    expect(Date.parse(String(answer['nextDue']))).toBe(Date.parse(due))
    bot.answers('/due', () => ({ nextDue: null }))
    expect(await next()).toEqual({ nextDue: null })
  })
})

describe('starting over', () => {
  it('after a jump, the first post bears the clock’s hour', async () => {
    await register(world.bot)
    dueAt()
    bot.answers('/due/reset', async () => {
      await register(world.bot)
      return {}
    })
    const before = await world.channelWith(intra)
    await clock({ advance: 'PT72H' })
    await intra.client.createPost({ channel_id: before, message: 'plus tard' })

    const { status } = await fetch(`${world.url}/sandbox/reset`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${intra.token}` },
    })

    expect(status).toBe(200)
    const { client } = await world.login('intra')
    const { id: team } = await client.getTeamByName('demo')
    const { id: square } = await client.getChannelByName(team, 'town-square')
    const post = await client.createPost({ channel_id: square, message: 'au début' })
    expect(Math.abs(post.create_at - (await now()))).toBeLessThan(10_000)
    expect(post.create_at).toBeLessThan(Date.now() + HOUR)
  })
})
