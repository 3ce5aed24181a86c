/** The alarm clock: it only says that something is due in a conversation; Postgres knows what. */
import type { Temporal } from 'temporal-polyfill'

export interface Ring {
  readonly conversation: string
  readonly at: Temporal.Instant
}

export interface Alarm {
  /**
   * Starts ringing. `onRing` is awaited; a rejection makes it ring again later, with back-off. `onBack` is told
   * when it is there again after it was away: what it was asked meanwhile, or before, may be forgotten.
   */
  start(onRing: (conversation: string) => Promise<void>, onBack?: () => void): Promise<void>
  /**
   * Rings `conversation` once at `at` (by the bot's clock), or at once if that is past. Asking again
   * for the same conversation and instant is free; an earlier instant never waits for a later one.
   */
  ring(conversation: string, at: Temporal.Instant): Promise<void>
  /** The same for many that are still to come, at little cost; a few hundred at a time at most. */
  ringAhead(rings: readonly Ring[]): Promise<void>
  /** Rejects when what it rings by does not answer. */
  ping(): Promise<void>
  /** Stops ringing and waits at most five seconds for rings under way. */
  stop(): Promise<void>
}
