/** The stored agenda: what is still to be said, and what was. */
import { Temporal } from 'temporal-polyfill'
import type { MessageRef } from '../chat/port.ts'
import { agendaOf } from '../process/agenda/agenda.ts'
import type { AgendaEntry } from '../process/agenda/entry.ts'
import { AGENDA_VERSION } from '../process/agenda/entry.ts'
import type { Recruitment } from '../process/recruitment.ts'
import type { Queryable } from './database.ts'
import { toInstant } from './database.ts'

/**
 * Direct messages with one person are one conversation; so is the channel of a recruitment. What goes
 * to another system, or reads whole conversations, must not keep the channel waiting.
 */
function conversationOf(recruitment: string, entry: AgendaEntry): string {
  if (entry.kind === 'post-report') return `reports/${recruitment}`
  if (entry.kind === 'take-back' || entry.kind === 'take-back-calls')
    return `erasures/${recruitment}`
  return entry.to === undefined ? `channel/${recruitment}` : `person/${entry.to}`
}

/**
 * Brings the stored agenda in line with the state. Of what is no longer in it, what was attempted is
 * withdrawn rather than deleted, and what was said no longer holds.
 */
export async function syncAgenda(
  db: Queryable,
  recruitment: string,
  state: Recruitment,
  now: Temporal.Instant,
): Promise<void> {
  const entries = agendaOf(state, now)
  const rows = entries.map((entry, position) => ({
    key: entry.key,
    kind: entry.kind,
    conversation: conversationOf(recruitment, entry),
    position,
    entry: toJson(entry),
    due_at: entry.dueAt.toString(),
    useful_until: entry.usefulUntil?.toString() ?? null,
    shows: entry.shows,
  }))
  await db.query(
    `insert into agenda (recruitment, key, kind, conversation, position, entry, due_at, useful_until, shows)
     select $1, e.* from jsonb_to_recordset($2) as e(key text, kind text, conversation text,
       position int, entry jsonb, due_at timestamptz, useful_until timestamptz, shows text)
     on conflict (recruitment, key) do update set
       conversation = excluded.conversation, position = excluded.position, entry = excluded.entry,
       due_at = excluded.due_at, useful_until = excluded.useful_until, shows = excluded.shows,
       withdrawn = false
     where (agenda.entry, agenda.position, agenda.withdrawn) is distinct from (excluded.entry, excluded.position, false)`,
    [recruitment, JSON.stringify(rows)],
  )
  const keys = entries.map(({ key }) => key)
  await db.query(
    `delete from agenda where recruitment = $1 and key <> all($2)
     and status = 'pending' and attempted_at is null`,
    [recruitment, keys],
  )
  await db.query(
    `update agenda set withdrawn = true where recruitment = $1 and key <> all($2)
     and status in ('pending', 'said') and not withdrawn`,
    [recruitment, keys],
  )
  await db.query(
    'update recruitments set agenda_version = $2 where id = $1 and agenda_version <> $2',
    [recruitment, AGENDA_VERSION],
  )
}

export interface Wake {
  readonly conversation: string
  readonly at: Temporal.Instant
}

const TO_SEE_TO = `not withdrawn and (status = 'pending' or (status = 'said' and shows <> said_shows))`
const SEEN_TO_AT = `case when status = 'said' then $1::timestamptz else due_at end`

/**
 * When each conversation is to be rung next: those of one recruitment, or all of them. Messages to
 * rewrite are due at once.
 */
export async function wakes(
  db: Queryable,
  now: Temporal.Instant,
  recruitment?: string,
): Promise<readonly Wake[]> {
  return recruitment === undefined
    ? wakesWhere(db, 'true', [now.toString()])
    : wakesWhere(db, 'recruitment = $2', [now.toString(), recruitment])
}

/** Those of all conversations that come before `until`. */
export async function wakesBefore(
  db: Queryable,
  now: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly Wake[]> {
  return wakesWhere(db, `${SEEN_TO_AT} < $2`, [now.toString(), until.toString()])
}

async function wakesWhere(
  db: Queryable,
  condition: string,
  values: readonly string[],
): Promise<readonly Wake[]> {
  const { rows } = await db.query<{ conversation: string; at: string }>(
    `select conversation, min(${SEEN_TO_AT}) as at from agenda where ${TO_SEE_TO} and ${condition}
     group by conversation order by at`,
    [...values],
  )
  return rows.map(({ conversation, at }) => ({ conversation, at: toInstant(at) }))
}

/** When this conversation is to be rung next, if ever. */
export async function wakeOf(
  db: Queryable,
  conversation: string,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const { rows } = await db.query<{ at: string | null }>(
    `select min(${SEEN_TO_AT}) as at from agenda where conversation = $2 and ${TO_SEE_TO}`,
    [now.toString(), conversation],
  )
  const at = rows[0]?.at
  return at ? toInstant(at) : undefined
}

/** Where an entry was said, if it was. */
export async function messageOf(
  db: Queryable,
  recruitment: string,
  key: string,
): Promise<MessageRef | undefined> {
  const { rows } = await db.query<{ message: MessageRef | null }>(
    'select message from agenda where recruitment = $1 and key = $2',
    [recruitment, key],
  )
  return rows[0]?.message ?? undefined
}

function toJson(entry: AgendaEntry) {
  return {
    ...entry,
    dueAt: entry.dueAt.toString(),
    ...(entry.usefulUntil && { usefulUntil: entry.usefulUntil.toString() }),
  }
}

/** An entry as it was stored. */
export function fromJson(stored: Record<string, unknown>): AgendaEntry {
  const { dueAt, usefulUntil } = stored
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `toJson` writes it
    ...(stored as unknown as AgendaEntry),
    dueAt: Temporal.Instant.from(String(dueAt)),
    ...(typeof usefulUntil === 'string' && { usefulUntil: Temporal.Instant.from(usefulUntil) }),
  }
}
