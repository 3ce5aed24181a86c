/** Whose turn it is to read the event stream, and how far it was read: shared by all instances. */
import type { Reading } from '../chat/reading.ts'
import type { Queryable } from './database.ts'
import { releaseLease, takeLease } from './lease.ts'

const LEASE = 'event-stream'
/** A reader that stops renewing is taken for dead after this long. */
const LEASE_SECONDS = 10

/** `holder` names this instance. */
export function readingOf(db: Queryable, holder: string): Reading {
  return {
    takeTurn: () => takeLease(db, LEASE, holder, LEASE_SECONDS),
    endTurn: () => releaseLease(db, LEASE, holder),
    async marks() {
      const { rows } = await db.query<{ channel: string; handled_until: string }>(
        'select channel, handled_until from channel_marks',
      )
      return new Map(rows.map((row) => [row.channel, Number(row.handled_until)]))
    },
    async mark(channel, until) {
      await db.query(
        `insert into channel_marks (channel, handled_until) values ($1, $2)
         on conflict (channel) do update
           set handled_until = greatest(channel_marks.handled_until, excluded.handled_until)`,
        [channel, until],
      )
    },
  }
}
