/** The event stream, read by one instance at a time. Another takes over when it is gone. */
import type { Logger } from 'pino'

import type { Reading } from '../reading.ts'
import { describeFailure } from '../failures.ts'
import type { Connection } from './websocket.ts'

/** How often the turn is kept, or asked for. */
const LOOK_EVERY_MS = 3_000

export interface Stream {
  /** Resolves once this instance reads, or another does. */
  start(): Promise<void>
  stop(): Promise<void>
}

interface StreamNeeds {
  readonly reading: Pick<Reading, 'takeTurn' | 'endTurn'>
  readonly open: () => Connection
  /** Before the first event of a turn: where to go on from. */
  readonly prime: () => Promise<void>
  /** What happened between the last turn, be it another's, and this one. */
  readonly catchUp: () => Promise<void>
  readonly log: Logger
}

export function stream({ reading, open, prime, catchUp, log }: StreamNeeds): Stream {
  let connection: Connection | undefined
  let looking: NodeJS.Timeout | undefined
  let turn = Promise.resolve()

  async function begin(): Promise<void> {
    await prime()
    connection = open()
    try {
      await connection.ready()
      await catchUp()
    } catch (error) {
      end()
      throw error
    }
  }

  function end(): void {
    connection?.stop()
    connection = undefined
  }

  async function look(): Promise<void> {
    const isMine = await reading.takeTurn()
    if (isMine && connection === undefined) {
      await begin()
      log.info('this instance reads the event stream')
    } else if (!isMine && connection !== undefined) {
      end()
      log.warn('another instance reads the event stream now')
    }
  }

  return {
    async start() {
      await look()
      looking = setInterval(() => {
        // A look that waits for the platform or the database is not overtaken by the next.
        turn = turn
          .then(look)
          .catch((error: unknown) =>
            log.warn(describeFailure(error), 'the turn to read was not settled'),
          )
      }, LOOK_EVERY_MS)
    },
    async stop() {
      clearInterval(looking)
      await turn
      if (connection === undefined) return
      end()
      await reading.endTurn().catch(() => undefined)
    },
  }
}
