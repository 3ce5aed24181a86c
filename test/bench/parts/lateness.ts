/** How late what is due is claimed, against a bare BullMQ whose jobs do nothing. */
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { createBot } from '../../../src/bot/bot.ts'
import { systemClock } from '../../../src/clock.ts'
import { bullmqAlarm } from '../../../src/delivery/bullmq-alarm.ts'
import { createDelivery } from '../../../src/delivery/delivery.ts'
import { createSpeaker } from '../../../src/delivery/speaker.ts'
import { loadGuides } from '../../../src/guides/load.ts'
import { createStore } from '../../../src/store/store.ts'
import { fakeChat } from '../../delivery/support/fake-chat.ts'
import { judge, percentile, typical } from '../support/figures.ts'
import { runs, scaled } from '../support/plan.ts'
import { copies, openOne, saidUntil } from '../support/recruitments.ts'
import type { Database, Services } from '../support/services.ts'

const ENTRIES = 10_000
const WITHIN_MS = 60_000
const WARM_UP = 500
/** As many rings together as the bot has by itself. */
const TOGETHER = 8
const log = pino({ level: 'warn' }, pino.destination(2))

export async function lateness(services: Services): Promise<object> {
  const count = scaled(ENTRIES, 100)
  const database = await services.database()
  await briefsToCome(database, count)
  const bot = await listening(services, database)
  await bot.lateness(waveOf(Math.min(count, WARM_UP)))
  const taken = await runs('lateness', async () => {
    await services.flushRedis()
    const least = await bareLateness(services, waveOf(count))
    await services.flushRedis()
    const ours = await bot.lateness(waveOf(count))
    return {
      ours: percentile(ours, 0.99),
      bare: percentile(least, 0.99),
      oursMedian: percentile(ours, 0.5),
      bareMedian: percentile(least, 0.5),
      earliest: Math.min(...ours),
    }
  })
  const earliestMs = Math.min(...taken.map(({ earliest }) => earliest))
  const verdict = judge(taken, { atMost: 1.2 })
  return {
    p99Ms: typical(taken, 'ours'),
    bareP99Ms: typical(taken, 'bare'),
    ...verdict,
    isMet: verdict.isMet && earliestMs >= 0,
    medianMs: typical(taken, 'oursMedian'),
    bareMedianMs: typical(taken, 'bareMedian'),
    earliestMs,
    entries: count,
  }
}

interface Wave {
  readonly count: number
  /** Milliseconds over which they fall due. */
  readonly within: number
  /** Milliseconds before the first is due. */
  readonly ahead: number
}

/** Always as many a minute. Asking for the rings takes time too: nothing is due before it is over. */
function waveOf(count: number): Wave {
  return { count, within: (WITHIN_MS * count) / ENTRIES, ahead: Math.max(count * 2, 2_000) }
}

/** Each brief goes to someone else: nothing is said together, and every one has to ring. */
async function briefsToCome({ pool }: Database, count: number): Promise<void> {
  const at = Temporal.Now.instant()
  const original = await openOne(pool, { at, candidates: 3, interviewsIn: [12] })
  await copies(pool, original, count / 2 - 1)
  await saidUntil(pool, at.add({ hours: 24 }))
}

/** Makes briefs due anew, one after the other. Gives when each is due, by its key. */
async function makeDue({ pool }: Database, { count, within, ahead }: Wave) {
  const { rows } = await pool.query<{ name: string; due: number }>(
    `with briefs as (
       select recruitment, key from agenda where kind = 'brief' order by md5(recruitment || key) limit $3),
     numbered as (
       select recruitment, key,
         to_timestamp(($1 + floor($2 * (row_number() over () - 1) / $3)) / 1000.0) as due
       from briefs)
     update agenda set status = 'pending', attempted_at = null, message = null, post = null,
       said_shows = null, due_at = due, entry = entry || jsonb_build_object('dueAt', due)
     from numbered where agenda.recruitment = numbered.recruitment and agenda.key = numbered.key
     returning agenda.recruitment || '/' || agenda.key as name, extract(epoch from due)::float8 * 1000 as due`,
    [Date.now() + ahead, within, count],
  )
  await pool.query('analyze agenda')
  return new Map(rows.map(({ name, due }) => [name, Math.round(due)]))
}

/** The bot's own delivery, on a chat that answers at once. */
async function listening(services: Services, database: Database) {
  const { pool } = database
  const clock = systemClock
  const chat = fakeChat(clock, () => undefined)
  const store = createStore({ pool, clock, onWakes: () => undefined })
  const desk = {
    store,
    clock,
    guides: await loadGuides(),
    person: (id: string) => chat.person(id),
    personByEmail: (email: string) => chat.personByEmail(email),
    sharedTeams: (person: string) => chat.sharedTeams(person),
    defaultZone: 'Europe/Paris',
    draw: async () => new Uint8Array(),
    pageFor: () => '',
  }
  const { compose } = createBot({ desk, chat, log })
  const speak = createSpeaker({ pool, store, chat, clock, compose, log, holder: 'bench' })

  async function measure(wave: Wave): Promise<readonly number[]> {
    const due = await makeDue(database, wave)
    const late: number[] = []
    const { promise: all, resolve } = Promise.withResolvers<void>()
    chat.post = async (to, _message, key) => {
      const at = due.get(key)
      if (at === undefined) throw new Error(`Said, but not due: ${key}`)
      late.push(Date.now() - at)
      if (late.length === wave.count) resolve()
      return { channel: JSON.stringify(to), post: key }
    }
    const alarm = bullmqAlarm({ redisUrl: services.redisUrl, clock, log, atMostTogether: TOGETHER })
    const delivery = createDelivery({ pool, clock, alarm, speak, log })
    await delivery.start()
    await all
    await delivery.stop()
    return late
  }
  return { lateness: measure }
}

async function bareLateness({ redisUrl }: Services, { count, within, ahead }: Wave) {
  const late: number[] = []
  const { promise: all, resolve } = Promise.withResolvers<void>()
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const blocking = connection.duplicate()
  const queue = new Queue<{ due: number }>('bare', { connection })
  const first = Date.now() + ahead
  const jobs = Array.from({ length: count }, (_, i) => first + Math.floor((within * i) / count))
  for (const due of jobs) {
    const options = { delay: Math.max(due - Date.now(), 0), removeOnComplete: true }
    await queue.add('ring', { due }, options)
  }
  const worker = new Worker<{ due: number }>(
    'bare',
    async ({ data }) => {
      late.push(Date.now() - data.due)
      if (late.length === count) resolve()
    },
    { connection: blocking, concurrency: TOGETHER },
  )
  await all
  await worker.close()
  await queue.close()
  blocking.disconnect()
  connection.disconnect()
  return late
}
