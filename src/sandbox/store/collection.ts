/** One SQLite table of JSON documents, checked when they are read back. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { z } from 'zod'

export interface Collection<T> {
  get(id: string): T | undefined
  /** Writes the document, replacing the one of the same id. Returns it. */
  put(value: T): T
  remove(id: string): void
  /** Documents for which an SQL condition on `body` holds, e.g. `body->>'name' = ?`. */
  find(condition: string, ...values: SQLInputValue[]): T[]
  first(condition: string, ...values: SQLInputValue[]): T | undefined
  count(condition: string, ...values: SQLInputValue[]): number
}

export interface Table<T> {
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly idOf: (value: T) => string
  /** Fields looked up together, e.g. `['channel_id', 'create_at']`. */
  readonly indexes: readonly (readonly string[])[]
}

function createTable<T>(db: DatabaseSync, table: Table<T>): void {
  db.exec(`CREATE TABLE IF NOT EXISTS ${table.name} (id TEXT PRIMARY KEY, body TEXT NOT NULL)`)
  for (const fields of table.indexes) {
    const name = `${table.name}_by_${fields.join('_')}`
    const expressions = fields.map((field) => `(body->>'${field}')`).join(', ')
    db.exec(`CREATE INDEX IF NOT EXISTS ${name} ON ${table.name} (${expressions})`)
  }
}

export function openCollection<T>(db: DatabaseSync, table: Table<T>): Collection<T> {
  createTable(db, table)
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  const read = (row: Record<string, unknown>): T =>
    table.schema.parse(JSON.parse(String(row['body'])))
  const find = (condition: string, ...values: SQLInputValue[]): T[] =>
    prepare(`SELECT body FROM ${table.name} WHERE ${condition}`)
      .all(...values)
      .map(read)
  return {
    find,
    get: (id) => find('id = ?', id)[0],
    first: (condition, ...values) => find(`${condition} LIMIT 1`, ...values)[0],
    count: (condition, ...values) =>
      Number(
        prepare(`SELECT count(*) AS n FROM ${table.name} WHERE ${condition}`).get(...values)?.['n'],
      ),
    put(value) {
      prepare(
        `INSERT INTO ${table.name} (id, body) VALUES (?, ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
      ).run(table.idOf(value), JSON.stringify(value))
      return value
    },
    remove(id) {
      prepare(`DELETE FROM ${table.name} WHERE id = ?`).run(id)
    },
  }
}
