/** Answers within Slack's three seconds, whatever the work takes. */
import type { Logger } from 'pino'

import { before } from '../before.ts'
import { describeFailure } from '../failures.ts'

/** The way there and back takes its share of the three seconds. */
const ACKNOWLEDGE_MS = 2_000
const STOP_MS = 5_000

export interface Later {
  /** What the work gives if it is there in time; else undefined, and the work goes on by itself. */
  inTime<T>(work: Promise<T>): Promise<T | undefined>
  /** Lets the work go on, its failure logged. */
  follow(work: Promise<unknown>): void
  /** Waits for what goes on, five seconds at most. */
  stop(): Promise<void>
}

export function later(log: Logger): Later {
  const underWay = new Set<Promise<unknown>>()

  function follow(work: Promise<unknown>): void {
    const followed = work
      .catch((error: unknown) => log.error(describeFailure(error), 'an answer was not delivered'))
      .finally(() => underWay.delete(followed))
    underWay.add(followed)
  }

  return {
    follow,
    async inTime(work) {
      const done = await before(
        ACKNOWLEDGE_MS,
        work.then((value) => ({ value })),
      )
      if (done === undefined) follow(work)
      return done?.value
    },
    async stop() {
      await before(STOP_MS, Promise.all(underWay))
    },
  }
}
