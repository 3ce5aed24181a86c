/**
 * One speaker per conversation, across instances, by the database's clock. A crash of the database that undoes
 * a lease undoes nothing that was attempted under it: the log is flushed in order.
 */
import { UNHURRIED } from './database.ts'
import type { Queryable } from './database.ts'

/** Takes or renews the lease for `seconds`. False when another holder has it. */
export async function takeLease(
  db: Queryable,
  conversation: string,
  holder: string,
  seconds: number,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into leases (conversation, holder, expires_at)
     select $1, $2, clock_timestamp() + make_interval(secs => $3) from ${UNHURRIED}
     on conflict (conversation) do update
       set holder = excluded.holder, expires_at = excluded.expires_at
       where leases.holder = excluded.holder or leases.expires_at < clock_timestamp()`,
    [conversation, holder, seconds],
  )
  return rowCount === 1
}

export async function releaseLease(
  db: Queryable,
  conversation: string,
  holder: string,
): Promise<void> {
  await db.query(`delete from leases using ${UNHURRIED} where conversation = $1 and holder = $2`, [
    conversation,
    holder,
  ])
}
