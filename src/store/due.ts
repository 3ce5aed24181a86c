/** What a conversation has to hear now, and what became of it. */
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Temporal } from 'temporal-polyfill'
import type { MessageRef } from '../chat/port.ts'
import type { AgendaEntry } from '../process/agenda/entry.ts'
import { companions, endOfReach } from '../process/agenda/grouping.ts'
import { fromJson } from './agenda.ts'
import { UNHURRIED, inTransaction, toInstant } from './database.ts'
import type { Queryable } from './database.ts'

/** One entry of the agenda, as a part of a post. */
export interface DuePart {
  readonly recruitment: string
  readonly entry: AgendaEntry
  /** What its message shows of the state once said; for an unfinished request, what that one showed. */
  readonly shows: string
}

export type Parts = readonly [DuePart, ...DuePart[]]

/** One post to see to. Parts come in the order in which they fell due. */
export type Due =
  /** The first part is due; the others may be said with it. */
  | { readonly kind: 'to-say'; readonly parts: Parts }
  /** A request to post them all under `post` was started at that instant, and never finished. */
  | {
      readonly kind: 'unfinished'
      readonly parts: Parts
      readonly post: string
      readonly attemptedAt: Temporal.Instant
    }
  /** The message no longer shows what is true of all these parts, which still hold. */
  | { readonly kind: 'to-rewrite'; readonly parts: Parts; readonly message: MessageRef }

export type Settlement =
  | { readonly status: 'said'; readonly message?: MessageRef }
  | { readonly status: 'skipped' | 'failed' }

interface Row {
  recruitment: string
  key: string
  entry: Record<string, unknown>
  attempted_at: string | null
  message: MessageRef | null
  post: string | null
  said_shows: string | null
}

const COLUMNS = 'recruitment, key, entry, attempted_at, message, post, said_shows'
const IN_ORDER = 'order by due_at, recruitment, position'

/** The first post to see to in a conversation at `now`: what was begun, then what fell due first. */
export async function nextDue(
  db: Queryable,
  conversation: string,
  now: Temporal.Instant,
): Promise<Due | undefined> {
  // Along with those that may be said in its company: they are mostly read together.
  const { rows } = await db.query<Row & { is_due: boolean; is_said: boolean }>(
    `select ${COLUMNS}, status = 'said' as is_said, status = 'said' or due_at <= $2 as is_due
     from agenda
     where conversation = $1 and not withdrawn
       and ((status = 'pending' and due_at <= $3) or (status = 'said' and shows <> said_shows))
     ${IN_ORDER}`,
    [conversation, now.toString(), endOfReach(now).toString()],
  )
  const due = rows.filter((row) => row.is_due)
  const row = due.find((one) => one.attempted_at !== null) ?? due[0]
  if (!row) return undefined
  const lead = toPart(row)
  if (row.message) {
    const parts = await samePost(db, conversation, row, `status = 'said' and not withdrawn`)
    return { kind: 'to-rewrite', parts, message: row.message }
  }
  if (row.attempted_at !== null) {
    // Withdrawn ones as well: if the request went through, they were said.
    const parts = await samePost(db, conversation, row, 'attempted_at is not null')
    const post = row.post ?? postKey([lead])
    return { kind: 'unfinished', parts, post, attemptedAt: toInstant(row.attempted_at) }
  }
  const waiting = rows.filter((one) => !one.is_said && one.attempted_at === null).map(toPart)
  return { kind: 'to-say', parts: [lead, ...companions(lead, waiting, now)] }
}

async function samePost(
  db: Queryable,
  conversation: string,
  row: Row,
  which: string,
): Promise<Parts> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from agenda
     where (post = $1 or (recruitment = $2 and key = $3)) and conversation = $4 and ${which}
     ${IN_ORDER}`,
    [row.post, row.recruitment, row.key, conversation],
  )
  const [first = row, ...others] = rows
  return [toPart(first), ...others.map(toPart)]
}

function toPart({ recruitment, entry: stored, attempted_at: attemptedAt, said_shows: shown }: Row) {
  const entry = fromJson(stored)
  const shows = attemptedAt === null ? entry.shows : (shown ?? entry.shows)
  return { recruitment, entry, shows }
}

/**
 * Writes that a request to post these parts is about to start, and gives the key that the post has to
 * carry. Nothing is written, and nothing given, when one of them is no longer to be said: it was
 * withdrawn, or someone else attempted it, since it was read.
 */
export async function markAttempt(
  pool: Pool,
  parts: Parts,
  at: Temporal.Instant,
): Promise<string | undefined> {
  const post = postKey(parts)
  // Both looks are needed: that all of them are to be said, and that each still is once its row is ours.
  const { rowCount } = await whileUnchanged(pool, parts, (db) =>
    db.query(
      `with sayable as (
         select recruitment, key, part.shows from agenda
         join jsonb_to_recordset($1) as part(recruitment text, key text, shows text)
           using (recruitment, key)
         where status = 'pending' and not withdrawn and attempted_at is null
       )
       update agenda set attempted_at = $2, post = $3, said_shows = sayable.shows from sayable
       where agenda.recruitment = sayable.recruitment and agenda.key = sayable.key
         and status = 'pending' and not withdrawn and attempted_at is null
         and (select count(*) from sayable) = $4`,
      [toRows(parts), at.toString(), post, parts.length],
    ),
  )
  return rowCount === parts.length ? post : undefined
}

/** Writes that the platform never had a post with these parts: each may be said anew. */
export async function release(pool: Pool, parts: Parts): Promise<void> {
  await whileUnchanged(pool, parts, (db) =>
    db.query(
      `update agenda set attempted_at = null, post = null, said_shows = null
       from jsonb_to_recordset($1) as part(recruitment text, key text)
       where agenda.recruitment = part.recruitment and agenda.key = part.key and status = 'pending'`,
      [toRows(parts)],
    ),
  )
}

/**
 * Writes how it ended for each of these parts. What was said shows what `shows` stands for.
 *
 * It reaches the disk within a second: a crash of the database in between leaves an attempt without an end,
 * which is looked up before anything is said again, like one that the bot itself did not live to settle.
 */
export async function settle(
  pool: Pool,
  parts: readonly DuePart[],
  settlement: Settlement,
): Promise<void> {
  const message = settlement.status === 'said' ? settlement.message : undefined
  await whileUnchanged(pool, parts, (db) =>
    db.query(
      `update agenda set status = $2, attempted_at = null, said_shows = part.shows,
         message = coalesce($3, message)
       from jsonb_to_recordset($1) as part(recruitment text, key text, shows text), ${UNHURRIED}
       where agenda.recruitment = part.recruitment and agenda.key = part.key`,
      [toRows(parts), settlement.status, message ? JSON.stringify(message) : null],
    ),
  )
}

function toRows(parts: readonly DuePart[]): string {
  return JSON.stringify(
    parts.map(({ recruitment, entry: { key }, shows }) => ({ recruitment, key, shows })),
  )
}

/**
 * The key of the post that says these parts, and no other: should the same entry be said in other
 * company later, that is another post. Said alone, an entry gives its own name.
 */
function postKey([lead, ...others]: Parts): string {
  if (others.length === 0) return nameOf(lead)
  const rest = createHash('sha256').update(JSON.stringify(others.map(nameOf)))
  return `${nameOf(lead)}+${rest.digest('hex').slice(0, 16)}`
}

function nameOf({ recruitment, entry }: DuePart): string {
  return `${recruitment}/${entry.key}`
}

/**
 * Changes rows of the agenda, in one statement, while nobody else changes those of these recruitments: two who
 * did, row by row in different orders, would wait for each other. A single row has no order.
 */
async function whileUnchanged<T>(
  pool: Pool,
  parts: readonly DuePart[],
  work: (db: Queryable) => Promise<T>,
): Promise<T> {
  if (parts.length === 1) return work(pool)
  const recruitments = [...new Set(parts.map(({ recruitment }) => recruitment))]
  return inTransaction(pool, async (db) => {
    const locked = db.query('select from recruitments where id = any($1) order by id for update', [
      recruitments,
    ])
    const [, done] = await Promise.all([locked, work(db)])
    return done
  })
}
