/** Starting, with everything that is to be rung, and commands meanwhile. */
import type { Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { judge, median, percentile, rounded, timed, typical } from '../support/figures.ts'
import { runs, scaled } from '../support/plan.ts'
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

export async function start(services: Services): Promise<object> {
  const less = await waiting(services, scaled(LESS, 200))
  const all = await waiting(services, scaled(PENDING, 2_000))
  const tenTimes = all.count / less.count
  const taken = await runs('start', async () => {
    const bare = await startingOn(services, less)
    const ours = await startingOn(services, all)
    return {
      ours: ours.readyMs,
      bare: bare.readyMs * tenTimes,
      less: bare.readyMs,
      during: percentile(ours.during, 0.99),
      after: percentile(ours.after, 0.99),
      asked: ours.during.length,
    }
  })
  const readyMs = typical(taken, 'ours')
  const linear = judge(taken, { atMost: 1.3 })
  const commands = judge(
    taken.map(({ during, after }) => ({ ours: during, bare: after })),
    { atMost: 1.3 },
  )
  return {
    readyMs,
    limitMs: AT_MOST_MS,
    lessReadyMs: typical(taken, 'less'),
    pending: all.count,
    isMet: readyMs <= AT_MOST_MS && linear.isMet && commands.isMet,
    runs: taken.length,
    linear,
    commands: {
      p99Ms: typical(taken, 'during'),
      quietP99Ms: typical(taken, 'after'),
      ...commands,
      requests: median(taken.map(({ asked }) => asked)),
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
  const original = await openOne(pool, { at, ...MIDWAY })
  const each = await pendingIn(pool, original.id)
  await copies(pool, original, Math.ceil(wanted / each) - 1)
  await pool.query(`update agenda set conversation = conversation || recruitment || key`)
  return { database, asked, count: each * Math.ceil(wanted / each) }
}

async function pendingIn(pool: Pool, recruitment: string): Promise<number> {
  const { rowCount } = await pool.query(
    `select from agenda where recruitment = $1 and status = 'pending'`,
    [recruitment],
  )
  return rowCount ?? 0
}

/** Starts a bot on an empty Redis; asks it for the same thing again and again until it is ready, then as often. */
async function startingOn(services: Services, { database, asked }: Waiting) {
  await services.flushRedis()
  await database.pool.query(`update agenda set due_at = $1 where status = 'pending'`, [
    Temporal.Now.instant().add(DUE_IN).toString(),
  ])
  await database.pool.query('vacuum analyze agenda')
  const place = await botPlace(services, database)
  const ready = new AbortController()
  const during: number[] = []
  const ask = async () => (await command(place.commandUrl, asked)).includes('en cours')
  const asking = (async () => {
    while (!ready.signal.aborted) {
      const from = performance.now()
      if (await ask().catch(() => false)) during.push(performance.now() - from)
    }
  })()
  const from = performance.now()
  const bot = await startBot(place)
  const readyMs = performance.now() - from
  ready.abort()
  await asking
  const after: number[] = []
  for (let i = 0; i < Math.max(during.length, 50); i += 1) after.push(await timed(ask))
  await bot.stop()
  return { readyMs: rounded(readyMs), during, after }
}
