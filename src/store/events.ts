/** The event log. */
import type { Event } from '../process/events.ts'
import { EVENT_SCHEMA } from '../process/events.ts'
import { fold } from '../process/evolve.ts'
import type { Recruitment } from '../process/recruitment.ts'
import { upcast } from '../process/upcast.ts'
import type { Queryable } from './database.ts'
import { toInstant } from './database.ts'

/** A folded state and how many events it stands for. */
export interface Versioned {
  readonly state: Recruitment | undefined
  readonly version: number
}

interface EventRow {
  version: number
  schema: number
  type: string
  at: string
  by: string
  data: Record<string, unknown>
}

/** Reads what was appended since `from` and folds it in. */
export async function catchUp(
  db: Queryable,
  recruitment: string,
  from: Versioned,
): Promise<Versioned> {
  const { rows } = await db.query<EventRow>(
    `select version, schema, type, at, by, data from events
     where recruitment = $1 and version > $2 order by version`,
    [recruitment, from.version],
  )
  const events = rows.map((row) =>
    upcast(row.schema, {
      ...row.data,
      type: row.type,
      by: row.by,
      at: toInstant(row.at).toString(),
    }),
  )
  return {
    state: fold(events, from.state),
    version: rows.at(-1)?.version ?? from.version,
  }
}

/** Appends events after `version`, and says so on the recruitment's row. */
export async function append(
  db: Queryable,
  recruitment: string,
  version: number,
  events: readonly Event[],
): Promise<void> {
  const rows = events.map(({ type, at, by, ...data }, i) => ({
    version: version + 1 + i,
    type,
    at,
    by,
    data,
  }))
  await db.query(
    `insert into events (recruitment, version, schema, type, at, by, data)
     select $1, version, $2, type, at, by, data
     from jsonb_to_recordset($3) as e(version int, type text, at timestamptz, by text, data jsonb)`,
    [recruitment, EVENT_SCHEMA, JSON.stringify(rows)],
  )
  await db.query('update recruitments set version = $2 where id = $1', [
    recruitment,
    version + events.length,
  ])
}
