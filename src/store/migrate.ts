import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import type { Pool } from 'pg'

/** Any number will do, as long as every instance takes the same. */
const MIGRATION_LOCK = 72_616_341

/**
 * Brings the schema up to date. Instances that start together wait for each other: the library's own
 * lock gives up at once instead, so ours is taken around it.
 */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await runner({
      dbClient: client,
      dir: fileURLToPath(new URL('migrations', import.meta.url)),
      migrationsTable: 'migrations',
      direction: 'up',
      noLock: true,
      log: () => undefined,
    })
  } finally {
    await client.query('select pg_advisory_unlock_all()')
    client.release()
  }
}
