import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runner } from 'node-pg-migrate'
import type { Pool } from 'pg'
import type { Queryable } from './database.ts'

const MIGRATIONS = join(import.meta.dirname, 'migrations')

/** Any number will do, as long as every instance takes the same. */
const MIGRATION_LOCK = 72_616_341

/**
 * Brings the schema up to date. Instances that start together wait for each other: the library's own
 * lock gives up at once instead, so ours is taken around it. Throws, and changes nothing, where a newer
 * version of the bot has been.
 */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const unknown = await unknownMigration(client)
    if (unknown !== undefined) throw new Error(`The database knows a newer version: ${unknown}`)
    await runner({
      dbClient: client,
      dir: MIGRATIONS,
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

/** The latest migration of the database that this version does not have, if there is one. */
export async function unknownMigration(db: Queryable): Promise<string | undefined> {
  const table = await db.query<{ there: boolean }>(
    `select to_regclass('migrations') is not null as there`,
  )
  if (!table.rows[0]?.there) return undefined
  const files = await readdir(MIGRATIONS)
  const known = new Set(files.map((file) => file.replace(/\.[a-z]+$/, '')))
  const { rows } = await db.query<{ name: string }>('select name from migrations order by id')
  return rows.map(({ name }) => name).findLast((name) => !known.has(name))
}
