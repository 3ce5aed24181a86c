/** The connection pool, and the one way to run a transaction. */
import { DatabaseError, Pool, types } from 'pg'
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
    // Statements that do not wait for each other's answers go together.
    pipeline: true,
    // Instants are written as ISO text and read back in UTC.
    options: '-c TimeZone=UTC',
  })
  // Lost while it is in use, a connection fails the queries that use it. The pool listens to idle ones
  // only, and an event that nobody hears would end the process.
  pool.on('connect', (db) => {
    db.on('error', () => undefined)
    prepareOnce(db)
  })
  return pool
}

/** Names of statements, the same on all connections. Their texts are few: values never stand in them. */
const names = new Map<string, string>()

function nameOf(text: string): string {
  const name = names.get(text) ?? `statement-${names.size + 1}`
  names.set(text, name)
  return name
}

/**
 * Statements with values are prepared once per connection, so that Postgres may stop planning them anew:
 * for most of ours that takes longer than running them.
 */
function prepareOnce(db: PoolClient): void {
  const send = db.query.bind(db)
  const query = (text: unknown, values: unknown, ...others: readonly unknown[]): unknown => {
    const isStatement = typeof text === 'string' && Array.isArray(values)
    const given = isStatement ? [{ name: nameOf(text), text, values }] : [text, values]
    return Reflect.apply(send, undefined, [...given, ...others])
  }
  Object.assign(db, { query })
}

/**
 * Runs `work` in one transaction: all of it happens, or nothing. Statements go out without waiting for each
 * other, so `work` awaits every one of its own before it settles: none may be sent after the rollback.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (db: PoolClient) => Promise<T>,
): Promise<T> {
  const db = await pool.connect()
  try {
    const [, result] = await Promise.all([db.query('begin'), work(db)])
    await db.query('commit')
    db.release()
    return result
  } catch (error) {
    // A connection that cannot roll back is broken: it leaves the pool. So does one that only reads, which may
    // lead to the database that wrote before another took over.
    await db.query('rollback').then(
      () => db.release(isReadOnly(error)),
      (broken: Error) => db.release(broken),
    )
    throw error
  }
}

function isReadOnly(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '25006'
}

/**
 * To be put among the tables of a statement that writes: its commit is then flushed by the next that has to be,
 * within a second. Only for what a crash of the database may undo, in order, without anyone being misled.
 */
export const UNHURRIED = `(select set_config('synchronous_commit', 'off', true)) as unhurried`

/** Runs `work` on one connection: statements sent together go out at once, and take effect in that order. */
export async function onOneConnection<T>(
  pool: Pool,
  work: (db: Queryable) => Promise<T>,
): Promise<T> {
  const db = await pool.connect()
  try {
    const result = await work(db)
    db.release()
    return result
  } catch (error) {
    db.release(isReadOnly(error))
    throw error
  }
}

/** Reads what Postgres prints for a timestamptz in UTC. */
export function toInstant(value: string): Temporal.Instant {
  return Temporal.Instant.from(value.replace(' ', 'T').replace(/\+00$/, 'Z'))
}
