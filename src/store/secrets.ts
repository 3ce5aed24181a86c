import { randomBytes } from 'node:crypto'
import type { Queryable } from './database.ts'

/** The secret of that name, generated once and kept. Instances that start together agree on it. */
export async function keptSecret(db: Queryable, name: string): Promise<string> {
  await db.query('insert into secrets (name, value) values ($1, $2) on conflict do nothing', [
    name,
    randomBytes(32).toString('base64url'),
  ])
  const { rows } = await db.query<{ value: string }>('select value from secrets where name = $1', [
    name,
  ])
  const [row] = rows
  if (!row) throw new Error(`Secret ${name} was not kept`)
  return row.value
}
