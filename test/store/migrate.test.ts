import type { Pool } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { openTestPool } from './support/database.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let pools: Pool[]

beforeEach(async () => {
  database = await createTestDatabase()
  pools = []
})
afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.end()))
  await database.drop()
})

function instance(): Pool {
  const pool = openTestPool(database.url)
  pools.push(pool)
  return pool
}

async function tablesIn(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  return rows.map(({ name }) => name)
}

async function migrationsIn(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>('select name from migrations order by id')
  return rows.map(({ name }) => name)
}

test('an empty database gets every table', async () => {
  const pool = instance()
  await migrate(pool)
  expect(await tablesIn(pool)).toEqual(
    expect.arrayContaining(['recruitments', 'events', 'texts', 'agenda', 'leases', 'secrets']),
  )
})

test('a database that is up to date is left as it is', async () => {
  const pool = instance()
  await migrate(pool)
  await pool.query(`insert into recruitments (id) values ('kept')`)
  const before = await migrationsIn(pool)
  await migrate(pool)
  expect(await migrationsIn(pool)).toEqual(before)
  expect((await pool.query('select id from recruitments')).rows).toEqual([{ id: 'kept' }])
})

test.each([2, 8])(
  '%i instances that start together on an empty database migrate it once',
  async (instances) => {
    const together = Array.from({ length: instances }, instance)
    await Promise.all(together.map(migrate))
    const migrations = await migrationsIn(instance())
    expect(migrations.length).toBeGreaterThan(0)
    expect(new Set(migrations).size).toBe(migrations.length)
  },
)

test('the connection that migrated goes back to the pool without its lock', async () => {
  const pool = instance()
  await migrate(pool)
  expect(pool.idleCount).toBe(pool.totalCount)
  const { rows } = await pool.query(
    `select classid, objid, pid from pg_locks
     where locktype = 'advisory'
       and database = (select oid from pg_database where datname = current_database())`,
  )
  expect(rows).toEqual([])
})
