/** Says once that Redis does not answer, and once that it does again: a client repeats it each second. */
import type { Logger } from 'pino'

export interface RedisTrouble {
  began(error: unknown): void
  ended(): void
}

/** Redis holds nothing personal, so what it says can be logged. */
export function redisTrouble(log: Logger): RedisTrouble {
  let known = false
  return {
    began(error) {
      if (known) return
      known = true
      const reason = error instanceof Error ? error.message || error.name : String(error)
      log.warn({ reason }, 'Redis does not answer: what is due will be said late')
    },
    ended() {
      if (known) log.info('Redis answers again')
      known = false
    },
  }
}
