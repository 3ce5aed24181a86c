/** The practice clock: real time plus a lead that only grows and survives restarts. */
import { Temporal } from 'temporal-polyfill'
import type { Settings } from './store/settings.ts'

const LEAD = 'clock_lead_ms'

export interface PracticeClock {
  /** Epoch milliseconds, ticking. */
  now(): number
  /** Now, or just after the last stamp: two posts never have the same instant. */
  stamp(): number
  /** Jumps to a later instant (epoch milliseconds). An earlier one changes nothing. */
  jumpTo(instant: number): void
  /** Back to real time, for a server that starts over. */
  reset(): void
}

export function openClock(settings: Settings): PracticeClock {
  let lead = Number(settings.get(LEAD) ?? 0)
  let lastStamp = 0
  const now = (): number => Date.now() + lead
  return {
    now,
    stamp() {
      lastStamp = Math.max(now(), lastStamp + 1)
      return lastStamp
    },
    jumpTo(instant) {
      const wanted = instant - Date.now()
      if (wanted <= lead) return
      lead = wanted
      settings.set(LEAD, String(lead))
    },
    reset() {
      lead = 0
      lastStamp = 0
      settings.set(LEAD, '0')
    },
  }
}

export const isoInstant = (epochMilliseconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString()
