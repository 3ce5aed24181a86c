/** When conversations have to ring, in milliseconds of the bot's clock. */
import type { Temporal } from 'temporal-polyfill'

/** Rounded up: nothing rings before its instant. */
export function toRingTime(at: Temporal.Instant): number {
  return at.round({ smallestUnit: 'millisecond', roundingMode: 'ceil' }).epochMilliseconds
}

export interface RingTimes {
  ask(conversation: string, at: number): void
  /** Asks again after a failure, `delay(failures in a row)` milliseconds from now. */
  failed(conversation: string, now: number, delay: (failures: number) => number): void
  succeeded(conversation: string): void
  /**
   * The conversations that have to ring by `now`, each once, in the order in which they fell due;
   * these rings are forgotten.
   */
  takeDue(now: number): string[]
  earliest(): number | undefined
}

export function ringTimes(): RingTimes {
  const asked = new Map<string, Set<number>>()
  /** One per conversation however often it fails, or failures would breed. */
  const retries = new Map<string, number>()
  const failures = new Map<string, number>()

  return {
    ask(conversation, at) {
      asked.set(conversation, (asked.get(conversation) ?? new Set()).add(at))
    },
    failed(conversation, now, delay) {
      const inARow = (failures.get(conversation) ?? 0) + 1
      failures.set(conversation, inARow)
      retries.set(conversation, now + delay(inARow))
    },
    succeeded(conversation) {
      failures.delete(conversation)
      retries.delete(conversation)
    },
    takeDue(now) {
      const due: { conversation: string; at: number }[] = []
      for (const [conversation, times] of asked) {
        for (const at of times) {
          if (at <= now) {
            times.delete(at)
            due.push({ conversation, at })
          }
        }
        if (times.size === 0) asked.delete(conversation)
      }
      for (const [conversation, at] of retries) {
        if (at <= now) {
          retries.delete(conversation)
          due.push({ conversation, at })
        }
      }
      const inOrder = due.toSorted((a, b) => a.at - b.at).map(({ conversation }) => conversation)
      return [...new Set(inOrder)]
    },
    earliest() {
      let earliest: number | undefined
      const consider = (at: number) => {
        if (earliest === undefined || at < earliest) earliest = at
      }
      for (const times of asked.values()) for (const at of times) consider(at)
      for (const at of retries.values()) consider(at)
      return earliest
    },
  }
}
