/** Says what is due in one conversation, in order, one thing at a time, and once. */
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { Chat } from '../chat/port.ts'
import { PermanentChatError } from '../chat/port.ts'
import type { Clock } from '../clock.ts'
import { recordChannelUnreachable, recordUnreachable } from '../process/decide/team.ts'
import { SYSTEM } from '../process/events.ts'
import { isBefore } from '../process/instants.ts'
import { markAttempt, nextDue, settle } from '../store/agenda.ts'
import type { DueEntry, Settlement } from '../store/agenda.ts'
import { releaseLease, takeLease } from '../store/lease.ts'
import type { Store } from '../store/store.ts'
import type { Compose } from './saying.ts'

export interface SpeakerOptions {
  readonly pool: Pool
  readonly store: Store
  readonly chat: Chat
  readonly clock: Clock
  readonly compose: Compose
  readonly log: Logger
  /** Names this instance among those that share the database. */
  readonly holder: string
}

/** A holder that stops renewing is taken for dead after this long. */
const LEASE_SECONDS = 10
const RENEW_EVERY_MS = 3_000
/** The platform's clock may be late on ours. */
const CLOCK_SKEW_MS = 60_000

export type Speak = (conversation: string) => Promise<'said' | 'busy'>

/**
 * Resolves with `said` when nothing more is due in the conversation, with `busy` when another instance
 * is speaking there. Rejects when the platform or the database failed in a way that may pass.
 */
export function createSpeaker(options: SpeakerOptions): Speak {
  const { pool, clock, holder } = options
  const queues = new Map<string, Promise<unknown>>()

  async function speak(conversation: string): Promise<'said' | 'busy'> {
    const renewal = setInterval(() => {
      // A renewal that fails costs the lease, and the next attempt looks up before it speaks.
      takeLease(pool, conversation, holder, LEASE_SECONDS).catch(() => undefined)
    }, RENEW_EVERY_MS)
    try {
      for (;;) {
        // Taken again each time: after a long wait it may be another's.
        if (!(await takeLease(pool, conversation, holder, LEASE_SECONDS))) return 'busy'
        const due = await nextDue(pool, conversation, clock.now())
        if (!due) return 'said'
        await handle(options, due)
      }
    } finally {
      clearInterval(renewal)
      await releaseLease(pool, conversation, holder).catch(() => undefined)
    }
  }

  return (conversation) => {
    const before = queues.get(conversation) ?? Promise.resolve()
    const turn = before.then(
      () => speak(conversation),
      () => speak(conversation),
    )
    queues.set(conversation, turn)
    const leave = () => {
      if (queues.get(conversation) === turn) queues.delete(conversation)
    }
    turn.then(leave, leave)
    return turn
  }
}

async function handle(options: SpeakerOptions, due: DueEntry): Promise<void> {
  const { pool, store, log } = options
  const { recruitment, entry } = due
  const settlement = await attempt(options, due).catch(async (error: unknown) => {
    if (!(error instanceof PermanentChatError)) throw error
    log.warn({ recruitment, kind: entry.kind, error: error.message }, 'cannot be delivered')
    await tellOwner(options, due)
    return { status: 'failed' as const }
  })
  if (!settlement) return
  // A reminder that comes back has only its next occurrence in the agenda. It is there before this one
  // is settled: a crash between the two would leave nothing to come back from.
  if (entry.occurrence !== undefined) await store.derive(recruitment)
  await settle(pool, due, settlement)
  log.debug({ recruitment, key: entry.key, status: settlement.status }, 'agenda entry settled')
}

/** Nothing when the entry is no longer there to be said. */
async function attempt(options: SpeakerOptions, due: DueEntry): Promise<Settlement | undefined> {
  const { pool, store, chat, clock, compose } = options
  const { recruitment, entry, message: said, attemptedAt } = due
  const now = clock.now()
  const useless = !said && entry.usefulUntil && !isBefore(now, entry.usefulUntil)
  if (useless && !attemptedAt) return { status: 'skipped' }
  const state = await store.load(recruitment)
  if (!state) return { status: 'skipped' }
  const saying = await compose(recruitment, state, entry)
  if (saying.kind === 'nothing') return said ? { status: 'said' } : { status: 'skipped' }
  if (saying.kind === 'effect') {
    await saying.run()
    return { status: 'said' }
  }
  if (said) {
    await chat.update(said, saying.message)
    return { status: 'said' }
  }
  const key = `${recruitment}/${entry.key}`
  if (attemptedAt) {
    const since = attemptedAt.epochMilliseconds - CLOCK_SKEW_MS
    const found = await chat.find(saying.to, key, since)
    if (found) return { status: 'said', message: found }
    if (useless) return { status: 'skipped' }
  } else if (!(await markAttempt(pool, due, now))) {
    return undefined
  }
  return { status: 'said', message: await chat.post(saying.to, saying.message, key) }
}

async function tellOwner({ store, clock }: SpeakerOptions, due: DueEntry): Promise<void> {
  const person = due.entry.to ?? due.entry.about
  const at = clock.now()
  const actor = { by: SYSTEM, at }
  await store.change({
    recruitment: due.recruitment,
    by: SYSTEM,
    at,
    decide: (state) => {
      if (!state) return { events: [] }
      return person === undefined
        ? recordChannelUnreachable(state, actor)
        : recordUnreachable(state, person, actor)
    },
  })
}
