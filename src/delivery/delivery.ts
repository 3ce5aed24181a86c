/** Between the alarm and the speaker: rings what is due, and what a lost ring would have missed. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '../clock.ts'
import { isBefore } from '../process/instants.ts'
import { wakeOf, wakes, wakesBefore } from '../store/agenda.ts'
import type { Wake } from '../store/agenda.ts'
import { errorKind } from '../error-kind.ts'
import type { Alarm } from './alarm.ts'
import type { Speak } from './speaker.ts'

export interface Delivery {
  /** Starts hearing the alarm, rings what was missed, and again every minute and when the alarm is back. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Asks the alarm for these rings; a failure to do so is made up for within a minute. */
  ring(wakes: readonly Wake[]): void
  /**
   * Says everything due now, whoever was asked to ring. Answers when something is due next. Rejects
   * when a conversation failed, once the others have heard all that was due.
   */
  settle(): Promise<Temporal.Instant | undefined>
}

const RECONCILE_EVERY_MS = 60_000
/** An alarm that comes and goes is asked once in a while. */
const BACK_FOR_MS = 500
/** Enough that waiting for Redis does not count, too few to keep a command waiting. */
const ASKED_TOGETHER = 5
const ASKED_AHEAD = 50
/** Another instance was speaking: it may have missed what has just been added. */
const BUSY_RETRY = { seconds: 1 }
const BUSY_PAUSE_MS = 100

export function createDelivery(options: {
  readonly pool: Pool
  readonly clock: Clock
  readonly alarm: Alarm
  readonly speak: Speak
  readonly log: Logger
}): Delivery {
  const { pool, clock, alarm, speak, log } = options
  let reconciling: NodeJS.Timeout | undefined
  let isBack: NodeJS.Timeout | undefined

  async function hear(conversation: string): Promise<void> {
    const outcome = await speak(conversation)
    const now = clock.now()
    const next = outcome === 'busy' ? now.add(BUSY_RETRY) : await wakeOf(pool, conversation, now)
    if (next) await alarm.ring(conversation, next)
  }

  /** What is late first. What comes soon was mostly asked for already: asking again must delay nobody. */
  async function reconcile(): Promise<void> {
    const now = clock.now()
    const missed = await wakesBefore(pool, now, now.add({ milliseconds: 2 * RECONCILE_EVERY_MS }))
    const ahead = missed.findIndex(({ at }) => isBefore(now, at))
    const late = ahead === -1 ? missed : missed.slice(0, ahead)
    for (const some of inGroups(late, ASKED_TOGETHER)) await Promise.all(some.map(ring))
    for (const some of inGroups(missed.slice(late.length), ASKED_AHEAD)) {
      await orReconcile(alarm.ringAhead(some))
    }
  }

  const ring = ({ conversation, at }: Wake) => orReconcile(alarm.ring(conversation, at))

  /** Never rejects: what it misses, the next reconcile rings. */
  async function orReconcile(asked: Promise<void>): Promise<void> {
    await asked.catch((error: unknown) =>
      log.error(errorKind(error), 'ring failed; reconcile will do it'),
    )
  }

  function reconcileNow(): void {
    reconcile().catch((error: unknown) => log.error(errorKind(error), 'reconcile failed'))
  }

  function onBack(): void {
    clearTimeout(isBack)
    isBack = setTimeout(reconcileNow, BACK_FOR_MS)
  }

  return {
    async start() {
      await alarm.start(hear, onBack)
      await reconcile()
      reconciling = setInterval(reconcileNow, RECONCILE_EVERY_MS)
    },
    async stop() {
      clearInterval(reconciling)
      clearTimeout(isBack)
      await alarm.stop()
    },
    ring(due) {
      for (const wake of due) void ring(wake)
    },
    async settle() {
      const failures = new Map<string, unknown>()
      for (;;) {
        const now = clock.now()
        const all = await wakes(pool, now)
        const due = all.filter(
          ({ conversation, at }) => !isBefore(now, at) && !failures.has(conversation),
        )
        if (due.length === 0) {
          for (const failure of failures.values()) throw failure
          return all[0]?.at
        }
        const outcomes = await Promise.all(
          due.map(({ conversation }) =>
            speak(conversation).catch((error: unknown) => {
              failures.set(conversation, error)
              return 'failed' as const
            }),
          ),
        )
        if (outcomes.includes('busy')) await delay(BUSY_PAUSE_MS)
      }
    },
  }
}

function* inGroups<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += size) yield all.slice(i, i + size)
}
