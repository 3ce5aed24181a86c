/**
 * The alarm on Redis, shared by all instances. Redis may be away, restarted or emptied at any time:
 * Postgres holds the work and asks again, each minute and when Redis is back, so nothing here makes a command
 * fail.
 */
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'

import type { Clock } from '../clock.ts'
import type { Alarm } from './alarm.ts'
import { backOff } from './back-off.ts'
import { redisTrouble } from './redis-trouble.ts'
import { addRing, addRingsAhead, RING_PREFIX, RING_QUEUE, type RingJob } from './ring-queue.ts'
import { toRingTime } from './ring-times.ts'
import { reconnectDelay, startRingWorker, type RingWorker } from './ring-worker.ts'
import { within } from './within.ts'

export interface BullmqAlarmOptions {
  redisUrl: string
  clock: Clock
  log: Logger
  /** Milliseconds before a conversation rings again after so many failures in a row. */
  retryDelay?: (failures: number) => number
  /** Milliseconds that `stop` waits for rings under way. */
  patience?: number
  /** How many conversations may ring together in this process. */
  atMostTogether?: number
}

/** Whoever asks for a ring never waits longer than that for Redis. */
const ANSWER_WITHIN_MS = 1_000

export function bullmqAlarm({
  redisUrl,
  clock,
  log,
  retryDelay = backOff,
  patience = 5_000,
  atMostTogether = 8,
}: BullmqAlarmOptions): Alarm {
  const trouble = redisTrouble(log)
  let stopped = false
  let worker: RingWorker | undefined

  const onTrouble = (error: unknown) => {
    if (!stopped) trouble.began(error)
  }

  const connection = new Redis(redisUrl, {
    enableOfflineQueue: false,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    retryStrategy: reconnectDelay,
  })
  connection.on('error', onTrouble)
  connection.on('ready', () => trouble.ended())
  const firstAnswer = new Promise<void>((resolve) => {
    connection.once('ready', resolve)
    connection.once('close', resolve)
  })
  const queue = new Queue<RingJob>(RING_QUEUE, { connection, prefix: RING_PREFIX })
  queue.on('error', onTrouble)

  const delayUntil = (due: number) => Math.max(due - clock.now().epochMilliseconds, 0)

  /** Without Redis nothing is asked for, and nobody waits. */
  async function ask(request: () => Promise<void>): Promise<void> {
    if (stopped) return
    await within(ANSWER_WITHIN_MS, firstAnswer)
    if (connection.status !== 'ready') return
    try {
      await request()
    } catch (error) {
      onTrouble(error)
    }
  }

  return {
    async start(onRing, onBack) {
      worker = startRingWorker({ redisUrl, onRing, log, onTrouble, retryDelay, atMostTogether })
      await within(ANSWER_WITHIN_MS, firstAnswer)
      // The first time as well, for one that was away at the start.
      if (onBack) connection.on('ready', onBack)
    },
    ring: (conversation, at) =>
      ask(() => {
        const due = toRingTime(at)
        return addRing(queue, conversation, due, delayUntil(due))
      }),
    ringAhead: (rings) =>
      ask(() => {
        const asked = rings.map(({ conversation, at }) => ({ conversation, at: toRingTime(at) }))
        return addRingsAhead(
          queue,
          asked.map((ring) => ({ ...ring, delay: delayUntil(ring.at) })),
        )
      }),
    async ping() {
      await connection.ping()
    },
    async stop() {
      stopped = true
      await worker?.stop(patience)
      connection.disconnect()
      await queue.close()
    },
  }
}
