/** The queue of rings in Redis: its name, what a ring holds there, and how one is asked for. */
import { createHash } from 'node:crypto'

import type { JobsOptions, Queue } from 'bullmq'

/** All that Redis ever learns. */
export interface RingJob {
  conversation: string
}

export const RING_QUEUE = 'alarm'
/** The braces keep all keys on one node of a Redis Cluster. */
export const RING_PREFIX = '{recrutement}'

const JOB_OPTIONS = {
  // About three quarters of an hour; then it is up to Postgres, which asks again each minute.
  attempts: 50,
  backoff: { type: 'custom' },
  // A finished job that is kept, even a failed one, silently prevents its id from being added.
  removeOnComplete: true,
  removeOnFail: true,
  stackTraceLimit: 0,
} satisfies JobsOptions

/** Asks for a ring at `at` (milliseconds), that is in `delay` milliseconds. Asking again is free. */
export async function addRing(
  queue: Queue<RingJob>,
  conversation: string,
  at: number,
  delay: number,
): Promise<void> {
  for (let turn = 0; ; turn++) {
    const jobId = ringId(conversation, at, turn)
    // What is not due yet does not ring yet: asking again is all there is to do.
    const state = delay > 0 ? undefined : await queue.getJobState(jobId)
    // That ring may already have read what is due, and adding its id would be silently ignored.
    if (state === 'active') continue
    if (state === 'delayed') return ringNow(queue, jobId)
    await queue.add('ring', { conversation }, { ...JOB_OPTIONS, jobId, delay })
    return
  }
}

/** Asks for many rings that are not due yet, in one request. Asking again is free. */
export async function addRingsAhead(
  queue: Queue<RingJob>,
  rings: readonly { readonly conversation: string; readonly at: number; readonly delay: number }[],
): Promise<void> {
  await queue.addBulk(
    rings.map(({ conversation, at, delay }) => ({
      name: 'ring',
      data: { conversation },
      opts: { ...JOB_OPTIONS, jobId: ringId(conversation, at, 0), delay },
    })),
  )
}

/** A ring can be due and yet delayed, by a failure or because the clock was moved. */
async function ringNow(queue: Queue<RingJob>, jobId: string): Promise<void> {
  const job = await queue.getJob(jobId)
  // It fails when the ring has just begun by itself, which is as good.
  await job?.promote().catch(() => undefined)
}

/** Hashed for its form: an id can neither contain « : » nor be a number. */
function ringId(conversation: string, at: number, turn: number): string {
  return `r${createHash('sha256')
    .update(JSON.stringify([conversation, at, turn]))
    .digest('hex')}`
}
