import fc from 'fast-check'
import { Client } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  addCandidate,
  at,
  firstMonday,
  frame,
  nameTeam,
  open,
  openForm,
  schedule,
  sees,
  submit,
} from '../e2e/support/story.ts'
import { notesIn } from '../e2e/support/notes.ts'
import { createWorld } from '../e2e/support/world.ts'
import type { World } from '../e2e/support/world.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { everyBotPost } from './support/bot-posts.ts'

const SEED = 20_270_201
const KILLS = 10

/** Before which actions the bot dies, and how many milliseconds into each. */
function plan(): Map<number, number> {
  const [moments = []] = fc.sample(
    fc.uniqueArray(fc.tuple(fc.nat(26), fc.nat(120)), {
      minLength: KILLS,
      maxLength: KILLS,
      selector: ([action]) => action,
    }),
    { seed: SEED, numRuns: 1 },
  )
  return new Map(moments)
}

describe(`a bot killed ${KILLS} times in the middle of a recruitment`, () => {
  let world: World
  let db: Client
  let kills = 0
  const cleanups: (() => Promise<void>)[] = []
  const monday = firstMonday(Temporal.Now.plainDateISO('UTC'))

  beforeAll(async () => {
    const database = await createTestDatabase()
    cleanups.unshift(database.drop)
    db = new Client(database.url)
    await db.connect()
    cleanups.unshift(() => db.end())
    world = await createWorld({ DATABASE_URL: database.url })
    cleanups.unshift(() => world.stop())
    world.act = interfering(world, plan(), () => (kills += 1))
    await world.moveTo(at(monday, 0, 9))
  })
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  it('still leads it to an opened debrief', async () => {
    const { intra, metier, equipe1 } = world.people
    const { act } = world
    const channel = await open(world)
    await frame(world, channel)
    await nameTeam(world, channel)
    await addCandidate(world, channel, 'Camille Durand')
    await schedule(world, channel, 'mercredi 14 h')
    await act(() => world.moveTo(at(monday, 1, 14, 1)))
    await quiet()
    await act(() => world.moveTo(at(monday, 2, 14, 31)))
    await quiet()
    for (const [scorer, level] of [
      [metier, '3'],
      [equipe1, '1'],
    ] as const) {
      const form = await openForm(world, scorer, 'Mes notes', () =>
        scorer.command(channel, '/recrutement notes'),
      )
      await submit(world, form, notesIn(form.fields, level, 'A raconté un fait précis'))
    }
    await act(() => world.moveTo(at(monday, 3, 9, 1)))
    await quiet()
    await sees(intra, channel, '✅ Débrief ouvert')
  }, 240_000)

  it('was killed as often as planned', () => {
    expect(kills).toBe(KILLS)
  })

  it('lost nothing that it had acknowledged', async () => {
    const { rows } = await db.query<{ type: string; times: number }>(
      'select type, count(*)::int as times from events group by type',
    )
    const times = Object.fromEntries(rows.map(({ type, times }) => [type, times]))
    expect(times).toMatchObject({
      RecruitmentOpened: 1,
      ChannelCreated: 1,
      FramingClosed: 1,
      MemberNamed: 3,
      ApplicationAdded: 1,
      InterviewScheduled: 1,
      ScorecardFiled: 2,
      DebriefOpened: 1,
    })
  })

  it('said everything that was due and still useful', async () => {
    const now = (await world.now()).toString()
    const { rows } = await db.query(
      `select key, status from agenda where due_at <= $1
       and (status in ('pending', 'failed') or (status = 'skipped' and useful_until is null))`,
      [now],
    )
    expect(rows).toEqual([])
  })

  it('posted everything that it says to have said', async () => {
    const { rows } = await db.query<{ post: string }>(
      `select message ->> 'post' as post from agenda where message is not null`,
    )
    const there = new Set((await everyBotPost(world)).map(({ post }) => post.id))
    expect(rows.filter(({ post }) => !there.has(post))).toEqual([])
  })

  it('said nothing twice', async () => {
    const posts = await everyBotPost(world)
    const keys = posts.map(({ key }) => key)
    expect(keys.length).toBeGreaterThan(15)
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())
  })

  /** Waits until the bot has nothing left to say. */
  async function quiet(): Promise<void> {
    const now = (await world.now()).toString()
    await vi.waitFor(
      async () => {
        const { rows } = await db.query(
          `select key from agenda where not withdrawn and status = 'pending' and due_at <= $1`,
          [now],
        )
        expect(rows).toEqual([])
      },
      { timeout: 40_000, interval: 100 },
    )
  }
})

/** Kills the bot during the planned actions, starts it again, and lets people try once more. */
function interfering(
  world: World,
  moments: ReadonlyMap<number, number>,
  onKill: () => void,
): World['act'] {
  let actions = 0
  return async (action) => {
    const moment = moments.get(actions)
    actions += 1
    if (moment === undefined) return action()
    const dying = AbortSignal.timeout(moment)
    const killed = new Promise<void>((resolve) => {
      dying.addEventListener('abort', () => void world.killBot().then(resolve))
    })
    const outcome = await Promise.allSettled([action(), killed])
    onKill()
    await world.startBot()
    const [first] = outcome
    return first.status === 'fulfilled' ? first.value : action()
  }
}
