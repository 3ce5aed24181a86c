/**
 * Calls about a channel, one at a time: about one posting per second, a few at once now and then, and as
 * patient as Slack asks (docs.slack.dev/apis/web-api/rate-limits).
 */
import { setTimeout as sleep } from 'node:timers/promises'

import { waitAsked } from './client.ts'

const TRIES = 6
/** Postings that may follow each other at once after a silence. */
const BURST = 5

export interface Pace {
  /** Runs the work after what was asked before for the same channel; other channels do not wait. */
  inTurn<T>(channel: string, work: () => Promise<T>, options?: { posts?: boolean }): Promise<T>
  /** Runs the work at once, again as often as Slack asks to wait. */
  patiently<T>(work: () => Promise<T>): Promise<T>
  /** Waits no longer: what is waiting fails, and is tried again by whoever asked. */
  stop(): void
}

/** `betweenMs`: how long a channel rests between two postings, in the long run. */
export function pace(betweenMs: number): Pace {
  const turns = new Map<string, Promise<unknown>>()
  /** Until when each channel's postings so far take its time. */
  const takenUntil = new Map<string, number>()
  const stopping = new AbortController()

  const rest = async (ms: number): Promise<void> => {
    if (ms > 0) await sleep(ms, undefined, { signal: stopping.signal })
  }

  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let left = TRIES; ; left -= 1) {
      try {
        return await work()
      } catch (error) {
        const seconds = waitAsked(error)
        if (seconds === undefined || left <= 1) throw error
        await rest(seconds * 1000)
      }
    }
  }

  async function run<T>(channel: string, work: () => Promise<T>, posts: boolean): Promise<T> {
    if (!posts) return patiently(work)
    const taken = Math.max(takenUntil.get(channel) ?? 0, Date.now())
    takenUntil.set(channel, taken + betweenMs)
    await rest(taken - (BURST - 1) * betweenMs - Date.now())
    return patiently(work)
  }

  return {
    patiently,
    inTurn(channel, work, { posts = false } = {}) {
      const before = turns.get(channel) ?? Promise.resolve()
      const mine = before.then(() => run(channel, work, posts))
      const settled = mine.then(
        () => undefined,
        () => undefined,
      )
      turns.set(channel, settled)
      void settled.finally(() => {
        if (turns.get(channel) === settled) turns.delete(channel)
        if ((takenUntil.get(channel) ?? 0) <= Date.now()) takenUntil.delete(channel)
      })
      return mine
    },
    stop: () => stopping.abort(),
  }
}
