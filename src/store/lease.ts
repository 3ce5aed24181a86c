/**
 * One speaker per conversation, across instances, by the database's clock. A crash of the database that undoes
 * a lease undoes nothing that was attempted under it: the log is flushed in order.
 */
import { UNHURRIED } from './database.ts'
import type { Queryable } from './database.ts'

/**
 * Takes or renews the lease for `seconds`, as many for all who want it. False when another holder has it. One
 * that lasts longer than it can was taken before the database's clock was set back: what is too much is cut
 * off, so that a holder who is dead is taken for dead as soon as ever. One who lives does not notice.
 */
export async function takeLease(
  db: Queryable,
  conversation: string,
  holder: string,
  seconds: number,
): Promise<boolean> {
  const { rows } = await db.query<{ holder: string }>(
    `insert into leases (conversation, holder, expires_at)
     select $1, $2, clock_timestamp() + make_interval(secs => $3) from ${UNHURRIED}
     on conflict (conversation) do update
       set expires_at = excluded.expires_at, holder =
         case when leases.expires_at > excluded.expires_at then leases.holder else excluded.holder end
       where leases.holder = excluded.holder or leases.expires_at < clock_timestamp()
         or leases.expires_at > excluded.expires_at
     returning holder`,
    [conversation, holder, seconds],
  )
  return rows[0]?.holder === holder
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
