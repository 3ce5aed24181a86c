/** What waits for somebody, all recruitments together. */
import type { Temporal } from 'temporal-polyfill'
import type { Queryable } from './database.ts'

/** Seconds that the oldest notes are owed for, and how many entries are due and not said, at `now`. */
export async function waitingAt(
  db: Queryable,
  now: Temporal.Instant,
): Promise<{ readonly oldestNotes: number; readonly overdue: number }> {
  const { rows } = await db.query<{ oldest: number; overdue: number }>(
    `select
       coalesce((select extract(epoch from $1::timestamptz - min(since))::float from obligations
         where kind = 'file-notes' and since < $1), 0) as oldest,
       (select count(*)::int from agenda
         where status = 'pending' and not withdrawn and due_at < $1) as overdue`,
    [now.toString()],
  )
  const { oldest = 0, overdue = 0 } = rows[0] ?? {}
  return { oldestNotes: oldest, overdue }
}
