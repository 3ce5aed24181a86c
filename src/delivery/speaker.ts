/** Says what is due in one conversation, in order, one post at a time, and once. */
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { Chat } from '../chat/port.ts'
import { PermanentChatError } from '../chat/port.ts'
import type { Clock } from '../clock.ts'
import { during } from '../log.ts'
import { recordChannelUnreachable, recordUnreachable } from '../process/decide/team.ts'
import { SYSTEM } from '../process/events.ts'
import { isPointless } from '../process/agenda/grouping.ts'
import { isBefore } from '../process/instants.ts'
import { onOneConnection } from '../store/database.ts'
import type { Queryable } from '../store/database.ts'
import { markAttempt, nextDue, release, settle } from '../store/due.ts'
import type { Due, DuePart, Parts, Settlement } from '../store/due.ts'
import { releaseLease, takeLease } from '../store/lease.ts'
import type { Store } from '../store/store.ts'
import { lookFrom } from './look-back.ts'
import { placeOf } from './place.ts'
import type { Compose, Part } from './saying.ts'

export interface SpeakerOptions {
  readonly pool: Pool
  readonly store: Store
  readonly chat: Chat
  readonly clock: Clock
  readonly compose: Compose
  readonly log: Logger
  /** Names this instance among those that share the database. */
  readonly holder: string
  /** Told what became of each entry, and how many seconds after it was due. */
  readonly onSettled?: (settled: {
    readonly kind: string
    readonly status: string
    readonly late: number
  }) => void
}

/** A holder that stops renewing is taken for dead after this long. */
const LEASE_SECONDS = 10
const RENEW_EVERY_MS = 3_000

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
    const take = (db: Queryable) => takeLease(db, conversation, holder, LEASE_SECONDS)
    const next = (db: Queryable) => nextDue(db, conversation, clock.now())
    const takeTurn = (db: Queryable) => Promise.all([take(db), next(db)])
    try {
      for (;;) {
        const [isOurs, due] = await onOneConnection(pool, takeTurn)
        if (!isOurs) return 'busy'
        if (!due) return 'said'
        const [{ recruitment, entry }] = due.parts
        await during({ recruitment, entry: entry.key }, () => handle(options, due))
        // Mostly that was all. What more there is, another may say after a long wait.
        if (!(await next(pool))) return 'said'
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

async function handle(options: SpeakerOptions, due: Due): Promise<void> {
  const { log } = options
  try {
    if (due.kind === 'to-say') await say(options, due.parts)
    else if (due.kind === 'unfinished') await lookUp(options, due)
    else await rewrite(options, due)
  } catch (error) {
    if (!(error instanceof PermanentChatError)) throw error
    const [{ recruitment, entry }] = due.parts
    log.warn({ recruitment, kind: entry.kind, error: error.message }, 'cannot be delivered')
    await tellOwners(options, due.parts)
    await end(options, due.parts, { status: 'failed' })
  }
}

/** Says what is due, along with what may be said with it. The attempt is written first. */
async function say(options: SpeakerOptions, due: Parts): Promise<void> {
  const { pool, store, chat, clock, compose } = options
  const now = clock.now()
  const [lead] = due
  if (isPointless(lead.entry, now)) return end(options, [lead], { status: 'skipped' })
  const parts = await withStates(options, due)
  const saying = await compose(parts)
  if (saying.kind === 'effect') {
    await saying.run()
    return end(options, [lead], { status: 'said' })
  }
  const to = saying.kind === 'message' ? await placeOf(store, saying.parts) : undefined
  // What was to come along was not due without it, and will be looked at again.
  if (saying.kind === 'nothing' || !to || !saying.parts.includes(parts[0])) {
    return end(options, [lead], { status: 'skipped' })
  }
  const key = await markAttempt(pool, saying.parts, now)
  if (key === undefined) return undefined
  const message = await chat.post(to, saying.message, key)
  await end(options, saying.parts, { status: 'said', message })
  const pointless = parts.filter(
    (part) => !saying.parts.includes(part) && !isBefore(now, part.entry.dueAt),
  )
  return end(options, pointless, { status: 'skipped' })
}

/** After a request whose end is not known: it was said, or each part of it is to be said anew. */
async function lookUp(
  options: SpeakerOptions,
  { parts, post, attemptedAt }: Extract<Due, { kind: 'unfinished' }>,
): Promise<void> {
  const { pool, store, chat, clock } = options
  const to = await placeOf(store, await withStates(options, parts))
  const message = to && (await chat.find(to, post, lookFrom(attemptedAt, clock.now())))
  if (message) await end(options, parts, { status: 'said', message })
  else await release(pool, parts)
}

/** A message none of whose parts makes sense any more stays as it is. */
async function rewrite(
  options: SpeakerOptions,
  { parts, message }: Extract<Due, { kind: 'to-rewrite' }>,
): Promise<void> {
  const saying = await options.compose(await withStates(options, parts))
  if (saying.kind === 'message') await options.chat.update(message, saying.message)
  await conclude(options, parts, { status: 'said' })
}

async function withStates({ store }: SpeakerOptions, parts: Parts) {
  const [lead, ...others] = parts
  const withState = async (part: DuePart): Promise<Part> => {
    const state = await store.load(part.recruitment)
    if (!state) throw new Error('An agenda without a recruitment')
    return { ...part, state }
  }
  return [await withState(lead), ...(await Promise.all(others.map(withState)))] as const
}

async function end(
  options: SpeakerOptions,
  parts: readonly DuePart[],
  settlement: Settlement,
): Promise<void> {
  await conclude(options, parts, settlement)
  const now = options.clock.now().epochMilliseconds
  for (const { entry } of parts) {
    const late = Math.max(now - entry.dueAt.epochMilliseconds, 0) / 1000
    options.onSettled?.({ kind: entry.kind, status: settlement.status, late })
  }
}

async function conclude(
  { pool, store, log }: SpeakerOptions,
  parts: readonly DuePart[],
  settlement: Settlement,
): Promise<void> {
  if (parts.length === 0) return
  // A reminder that comes back has only its next occurrences in the agenda. They are there before this
  // one is settled: a crash between the two would leave nothing to come back from.
  const recurring = parts.filter(({ entry }) => entry.occurrence !== undefined)
  for (const recruitment of recruitmentsOf(recurring)) await store.derive(recruitment)
  await settle(pool, parts, settlement)
  for (const { recruitment, entry } of parts) {
    log.debug({ recruitment, key: entry.key, status: settlement.status }, 'agenda entry settled')
  }
}

async function tellOwners({ store, clock }: SpeakerOptions, parts: Parts): Promise<void> {
  const [{ entry }] = parts
  const person = entry.to ?? entry.about
  const at = clock.now()
  const actor = { by: SYSTEM, at }
  for (const recruitment of recruitmentsOf(parts)) {
    await store.change({
      recruitment,
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
}

function recruitmentsOf(parts: readonly DuePart[]): ReadonlySet<string> {
  return new Set(parts.map(({ recruitment }) => recruitment))
}
