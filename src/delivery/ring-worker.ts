/** The side of the BullMQ alarm that rings. */
import { Worker, type Job } from 'bullmq'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'

import { errorKind } from '../error-kind.ts'
import { RING_PREFIX, RING_QUEUE, type RingJob } from './ring-queue.ts'
import { ringer } from './ringer.ts'
import { within } from './within.ts'

export interface RingWorkerOptions {
  redisUrl: string
  onRing: (conversation: string) => Promise<void>
  log: Logger
  /** Told each time that Redis gives trouble. */
  onTrouble: (error: unknown) => void
  retryDelay: (failures: number) => number
  atMostTogether: number
}

export interface RingWorker {
  /**
   * Takes no more rings and waits for those under way, `patience` milliseconds at most. Those that
   * did not end are handed back to Redis, for another instance.
   */
  stop(patience: number): Promise<void>
}

/** What Redis gets to take back, at the end of a stop, the rings that did not end in time. */
const TO_HAND_BACK_MS = 500

export function startRingWorker(options: RingWorkerOptions): RingWorker {
  const { log, onTrouble, atMostTogether } = options
  const rings = ringer(options.onRing, atMostTogether)
  const tooLate = Promise.withResolvers<never>()
  tooLate.promise.catch(() => undefined)

  async function rang({ data, attemptsMade }: Job<RingJob>): Promise<boolean> {
    try {
      await Promise.race([rings.ring(data.conversation), tooLate.promise])
      return true
    } catch (error) {
      const facts = { conversation: data.conversation, failures: attemptsMade + 1 }
      log.warn({ ...facts, ...errorKind(error) }, 'a ring failed, it will ring again')
      return false
    }
  }

  /** BullMQ keeps what a job threw in Redis, where nothing personal may go: no cause, no detail. */
  async function ringOrFail(job: Job<RingJob>): Promise<void> {
    if (!(await rang(job))) throw new Error('ring failed')
  }

  const connection = new Redis(options.redisUrl, {
    maxRetriesPerRequest: null,
    retryStrategy: reconnectDelay,
  })
  connection.on('error', onTrouble)
  const worker = new Worker<RingJob>(RING_QUEUE, ringOrFail, {
    connection,
    prefix: RING_PREFIX,
    concurrency: atMostTogether,
    runRetryDelay: 1_000,
    settings: { backoffStrategy: (failures) => options.retryDelay(failures) },
  })
  worker.on('error', onTrouble)

  return {
    async stop(patience) {
      rings.close()
      await worker.pause(true)
      const ended = await within(Math.max(patience - TO_HAND_BACK_MS, 0), rings.idle())
      // Without Redis, closing gently would wait for ever, and closing twice does nothing.
      const closing = worker.close(connection.status !== 'ready')
      if (!ended) {
        // While it still listened, this worker would be the one to hear what it hands back.
        await within(TO_HAND_BACK_MS, worker.getBackend().disconnectBlocking())
        tooLate.reject(new Error('the ring did not end in time'))
      }
      if (!(await within(TO_HAND_BACK_MS, closing))) {
        await within(TO_HAND_BACK_MS, worker.getBackend().close(true))
      }
      connection.disconnect()
    },
  }
}

/** Milliseconds before trying again to reach Redis. */
export function reconnectDelay(attempts: number): number {
  return Math.min(attempts * 100, 2_000)
}
