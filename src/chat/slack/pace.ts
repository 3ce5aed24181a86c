/** Calls about a channel, one at a time: about one posting per second, and as patient as Slack asks. */
import { setTimeout as sleep } from 'node:timers/promises'

import { waitAsked } from './client.ts'

const TRIES = 6

export interface Pace {
  /** Runs the work after what was asked before for the same channel; other channels do not wait. */
  inTurn<T>(channel: string, work: () => Promise<T>, options?: { posts?: boolean }): Promise<T>
  /** Runs the work at once, again as often as Slack asks to wait. */
  patiently<T>(work: () => Promise<T>): Promise<T>
  /** Waits no longer: what is waiting fails, and is tried again by whoever asked. */
  stop(): void
}

/** `betweenMs`: how long a channel rests between two postings. */
export function pace(betweenMs: number): Pace {
  const turns = new Map<string, Promise<unknown>>()
  const nextPosting = new Map<string, number>()
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
    await rest((nextPosting.get(channel) ?? 0) - Date.now())
    try {
      return await patiently(work)
    } finally {
      nextPosting.set(channel, Date.now() + betweenMs)
    }
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
        if ((nextPosting.get(channel) ?? 0) <= Date.now()) nextPosting.delete(channel)
      })
      return mine
    },
    stop: () => stopping.abort(),
  }
}
