/** The bot's idea of now. Everything that reads the time gets one of these. */
import { Temporal } from 'temporal-polyfill'

export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }
