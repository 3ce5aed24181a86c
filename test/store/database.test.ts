import { afterAll, afterEach, expect, test } from 'vitest'
import { inTransaction, toInstant } from '../../src/store/database.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { openTestPool } from './support/database.ts'

const database = await createTestDatabase()
const pool = openTestPool(database.url)
await pool.query('create table things (name text)')

afterEach(() => pool.query('truncate things'))
afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function things(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>('select name from things')
  return rows.map(({ name }) => name)
}

test.each([
  ['without a fraction', '2026-03-02T09:00:00Z'],
  ['with milliseconds', '2026-03-02T09:00:00.12Z'],
  ['with microseconds', '2026-03-02T09:00:00.123456Z'],
  ['before the epoch', '1969-12-31T23:59:59.5Z'],
])('an instant %s is read back as it was written', async (_, written) => {
  const { rows } = await pool.query<{ at: string }>('select $1::timestamptz as at', [written])
  expect(toInstant(rows[0]?.at ?? '').toString()).toBe(written)
})

test('an instant written in another zone is the same instant', async () => {
  const { rows } = await pool.query<{ at: string }>('select $1::timestamptz as at', [
    '2026-03-02T10:00:00+01:00',
  ])
  expect(toInstant(rows[0]?.at ?? '').toString()).toBe('2026-03-02T09:00:00Z')
})

test('a transaction that ends well is kept, with what it answers', async () => {
  const answer = await inTransaction(pool, async (db) => {
    await db.query(`insert into things values ('kept')`)
    return 'done'
  })
  expect(answer).toBe('done')
  expect(await things()).toEqual(['kept'])
})

test('a transaction that throws leaves nothing, and its error comes through', async () => {
  const work = inTransaction(pool, async (db) => {
    await db.query(`insert into things values ('begun')`)
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await things()).toEqual([])
  expect(pool.idleCount).toBe(pool.totalCount)
})

test('a statement that Postgres refuses rolls back what came before', async () => {
  const work = inTransaction(pool, async (db) => {
    await db.query(`insert into things values ('begun')`)
    await db.query('select nothing from nowhere')
  })
  await expect(work).rejects.toThrow(/nowhere/)
  expect(await things()).toEqual([])
})

test('a connection lost in the middle leaves the pool, and the next transaction works', async () => {
  let lost: unknown
  const work = inTransaction(pool, async (db) => {
    await db.query(`insert into things values ('begun')`)
    const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid')
    lost = rows[0]?.pid
    await pool.query('select pg_terminate_backend($1)', [lost])
    await db.query('select 1')
  })
  await expect(work).rejects.toThrow(/connection/i)
  const pids = await inTransaction(pool, (db) => db.query('select pg_backend_pid() as pid'))
  expect(pids.rows).not.toContainEqual({ pid: lost })
  expect(pool.idleCount).toBe(pool.totalCount)
  expect(await things()).toEqual([])
})

test('a statement is prepared once per connection, whatever its values', async () => {
  const text = 'select $1::text as said'
  await inTransaction(pool, async (db) => {
    for (const word of ['one', 'two']) {
      const { rows } = await db.query<{ said: string }>(text, [word])
      expect(rows).toEqual([{ said: word }])
    }
    const { rows } = await db.query<{ runs: number }>(
      'select (generic_plans + custom_plans)::int as runs from pg_prepared_statements where statement = $1',
      [text],
    )
    expect(rows).toEqual([{ runs: 2 }])
  })
})

test('a statement that follows one that Postgres refused is refused too', async () => {
  const work = inTransaction(pool, async (db) => {
    await Promise.all([
      db.query('select nothing from nowhere'),
      db.query('insert into things values ($1)', ['after']),
    ])
  })
  await expect(work).rejects.toThrow('nowhere')
  expect(await things()).toEqual([])
})
