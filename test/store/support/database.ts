/** A migrated database for one test file, and as many pools onto it as there are instances. */
import type { Pool } from 'pg'
import { openPool } from '../../../src/store/database.ts'
import { migrate } from '../../../src/store/migrate.ts'
import { createTestDatabase } from '../../support/postgres.ts'

export interface TestDatabase {
  readonly pool: Pool
  readonly url: string
  /** The pool of another instance of the bot on the same database. */
  readonly openAnother: () => Pool
  readonly close: () => Promise<void>
}

/** As the bot's own: an idle connection that is lost, here with its database, is no failure. */
export function openTestPool(url: string): Pool {
  const pool = openPool(url)
  pool.on('error', () => undefined)
  return pool
}

export async function migratedDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createTestDatabase()
  const pools: Pool[] = []
  const openAnother = () => {
    const pool = openTestPool(url)
    pools.push(pool)
    return pool
  }
  const pool = openAnother()
  await migrate(pool)
  return {
    pool,
    url,
    openAnother,
    async close() {
      await Promise.all(pools.map((pool) => pool.end()))
      await drop()
    },
  }
}
