/** A database for practice, which one click may empty. A database that ever held real work never is one. */
import type { Pool } from 'pg'
import { inTransaction } from './database.ts'
import type { Queryable } from './database.ts'

const MARK = 'practice'

/** Marks an empty database as one for practice; one that holds anything is left as it is. */
export async function markPractice(db: Queryable): Promise<void> {
  await db.query(
    `insert into secrets (name, value)
     select $1, 'yes' where not exists (select from recruitments) on conflict do nothing`,
    [MARK],
  )
}

/** Forgets everything but secrets and the schema; tells whether it might: false when it is not for practice. */
export async function emptyPractice(pool: Pool): Promise<boolean> {
  return inTransaction(pool, async (db) => {
    const { rowCount } = await db.query('select from secrets where name = $1', [MARK])
    if (rowCount === 0) return false
    const { rows } = await db.query<{ tables: string }>(
      `select string_agg(quote_ident(tablename), ', ') as tables from pg_tables
       where schemaname = current_schema() and tablename not in ('secrets', 'migrations')`,
    )
    await db.query(`truncate ${rows[0]?.tables ?? ''} cascade`)
    return true
  })
}
