/** Starting, with everything that is to be rung, and commands meanwhile. */
import type { Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { judge, percentile, rounded, typical } from '../support/figures.ts'
import { rest, runs, scaled } from '../support/plan.ts'
import { botPlace, startBot } from '../support/processes.ts'
import { copies, openOne } from '../support/recruitments.ts'
import { command } from '../support/requests.ts'
import type { Asked } from '../support/requests.ts'
import type { Database, Services } from '../support/services.ts'
import { byOwner, midway, MIDWAY } from '../support/team.ts'

const PENDING = 100_000
const LESS = 10_000
const AT_MOST_MS = 60_000
/** Due too late to be said before the measure ends, early enough for a start to ask for its ring. */
const DUE_IN = { seconds: 115 }

/** Compared with a start on nothing to say: whoever has just started is slow at first. */
export async function start(services: Services): Promise<object> {
  const none = await waiting(services, 0)
  const less = await waiting(services, scaled(LESS, 200))
  const all = await waiting(services, scaled(PENDING, 2_000))
  const tenTimes = all.count / less.count
  const taken = await runs('start', async () => {
    const few = await startingOn(services, less)
    const many = await startingOn(services, all)
    const alone = await startingOn(services, none, many.answered.length)
    return {
      none: alone.readyMs,
      less: few.readyMs,
      all: many.readyMs,
      ours: percentile(many.answered, 0.99),
      bare: percentile(alone.answered, 0.99),
      requests: many.answered.length,
    }
  })
  const readyMs = typical(taken, 'all')
  const commands = judge(taken, { atMost: 1.3 })
  const linear = judge(
    taken.map((run) => ({ ours: run.all - run.none, bare: tenTimes * (run.less - run.none) })),
    { atMost: 1.3 },
  )
  return {
    readyMs,
    limitMs: AT_MOST_MS,
    lessReadyMs: typical(taken, 'less'),
    noneReadyMs: typical(taken, 'none'),
    pending: all.count,
    isMet: readyMs <= AT_MOST_MS && linear.isMet && commands.isMet,
    runs: taken.length,
    linear,
    commands: {
      p99Ms: typical(taken, 'ours'),
      noneP99Ms: typical(taken, 'bare'),
      ...commands,
      requests: typical(taken, 'requests'),
    },
  }
}

interface Waiting {
  readonly database: Database
  readonly asked: Asked
  readonly count: number
}

/** So many entries to come, each in a conversation of its own: the most rings that there can be. */
async function waiting(services: Services, wanted: number): Promise<Waiting> {
  const database = await services.database()
  const { pool } = database
  const asked = byOwner(await midway(services, pool), 'statut')
  const at = Temporal.Now.instant()
  if (wanted === 0) return { database, asked, count: 0 }
  const original = await openOne(pool, { at, ...MIDWAY })
  const each = await pendingIn(pool, original.id)
  const count = Math.ceil(wanted / each)
  await copies(pool, original, count - 1)
  await pool.query('update agenda set conversation = conversation || recruitment || key')
  return { database, asked, count: each * count }
}

async function pendingIn(pool: Pool, recruitment: string): Promise<number> {
  const { rowCount } = await pool.query(
    `select from agenda where recruitment = $1 and status = 'pending'`,
    [recruitment],
  )
  return rowCount ?? 0
}

/**
 * Starts a bot on an empty Redis, and asks it for the same thing again and again from its first answer
 * until it is ready, and at least `least` times.
 */
async function startingOn(services: Services, { database, asked }: Waiting, least = 1) {
  await services.flushRedis()
  await database.pool.query(`update agenda set due_at = $1 where status = 'pending'`, [
    Temporal.Now.instant().add(DUE_IN).toString(),
  ])
  await database.pool.query('vacuum analyze agenda')
  const place = await botPlace(services, database)
  const ready = new AbortController()
  const answered: number[] = []
  const asking = async () => {
    while (!ready.signal.aborted || answered.length < least) {
      const from = performance.now()
      const answer = await command(place.commandUrl, asked).catch(() => '')
      if (answer.includes('en cours')) answered.push(performance.now() - from)
      else await rest(1)
    }
  }
  const from = performance.now()
  const [{ bot, readyMs }] = await Promise.all([
    startBot(place).then((bot) => {
      ready.abort()
      return { bot, readyMs: rounded(performance.now() - from) }
    }),
    asking(),
  ])
  await bot.stop()
  return { readyMs, answered }
}
