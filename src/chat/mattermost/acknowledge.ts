/** Answers within the platform's limit, whatever the work takes. */
import type { Logger } from 'pino'

import { before } from '../before.ts'
import { describeFailure } from '../failures.ts'

/** The strictest limit of the platform is 3 s, of which the way there and back takes its share. */
export const ACKNOWLEDGE_MS = 2_000
const STOP_MS = 5_000

/** The outcome of a request: its answer, and how to deliver it when the answer came too late. */
export interface Reply {
  readonly json: object
  readonly late: () => Promise<unknown>
}

export interface Acknowledger {
  /** The work's answer if it is there in time, else `waiting`; then the work delivers itself. */
  acknowledge(work: Promise<Reply>, words: { waiting: object; failed: object }): Promise<object>
  /** Waits for late deliveries under way, five seconds at most. */
  stop(): Promise<void>
}

export function acknowledger(log: Logger): Acknowledger {
  const underWay = new Set<Promise<unknown>>()

  function follow(work: Promise<unknown>): void {
    const followed = work
      .catch((error: unknown) =>
        log.error(describeFailure(error), 'a late answer was not delivered'),
      )
      .finally(() => underWay.delete(followed))
    underWay.add(followed)
  }

  return {
    async acknowledge(work, { waiting, failed }) {
      try {
        const reply = await before(ACKNOWLEDGE_MS, work)
        if (reply !== undefined) return reply.json
      } catch (error) {
        log.error(describeFailure(error), 'an answer could not be made')
        return failed
      }
      follow(work.then(({ late }) => late()))
      return waiting
    },
    async stop() {
      await before(STOP_MS, Promise.all(underWay))
    },
  }
}
