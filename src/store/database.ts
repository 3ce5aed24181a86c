/** The connection pool, and the one way to run a transaction. */
import { Pool, types } from 'pg'
import type { PoolClient } from 'pg'
import { Temporal } from 'temporal-polyfill'

export type Queryable = Pick<PoolClient, 'query'>

/** Instants come out of the database as text, so that no time zone is ever guessed. */
types.setTypeParser(types.builtins.TIMESTAMPTZ, (value) => value)

export function openPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // Instants are written as ISO text and read back in UTC.
    options: '-c TimeZone=UTC',
  })
  // Lost while it is in use, a connection fails the queries that use it. The pool listens to idle ones
  // only, and an event that nobody hears would end the process.
  pool.on('connect', (db) => db.on('error', () => undefined))
  return pool
}

/** Runs `work` in one transaction: all of it happens, or nothing. */
export async function inTransaction<T>(
  pool: Pool,
  work: (db: PoolClient) => Promise<T>,
): Promise<T> {
  const db = await pool.connect()
  try {
    await db.query('begin')
    const result = await work(db)
    await db.query('commit')
    db.release()
    return result
  } catch (error) {
    // A connection that cannot roll back is broken: it leaves the pool.
    await db.query('rollback').then(
      () => db.release(),
      (broken: Error) => db.release(broken),
    )
    throw error
  }
}

/** Reads what Postgres prints for a timestamptz in UTC. */
export function toInstant(value: string): Temporal.Instant {
  return Temporal.Instant.from(value.replace(' ', 'T').replace(/\+00$/, 'Z'))
}
