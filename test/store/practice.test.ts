/** One click empties a database that is for practice, and no other. */
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { emptyPractice, markPractice } from '../../src/store/practice.ts'
import { keptSecret } from '../../src/store/secrets.ts'
import { migratedDatabase } from './support/database.ts'

describe('a database for practice', () => {
  let pool: Pool
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ pool, close } = await migratedDatabase())
  })
  afterAll(() => close())
  beforeEach(async () => {
    await pool.query(`delete from secrets where name = 'practice'; truncate recruitments cascade`)
  })

  const hold = () => pool.query(`insert into recruitments (id) values ('held')`)
  const held = async () => (await pool.query('select from recruitments')).rowCount

  it('is emptied, but for its schema and its secrets', async () => {
    await markPractice(pool)
    const secret = await keptSecret(pool, 'signing')
    await hold()
    expect(await emptyPractice(pool)).toBe(true)
    expect(await held()).toBe(0)
    expect(await keptSecret(pool, 'signing')).toBe(secret)
    await migrate(pool)
  })

  it('stays one once it holds something', async () => {
    await markPractice(pool)
    await hold()
    await markPractice(pool)
    expect(await emptyPractice(pool)).toBe(true)
  })

  it('is not made of one that held something before: real work is never emptied', async () => {
    await hold()
    await markPractice(pool)
    expect(await emptyPractice(pool)).toBe(false)
    expect(await held()).toBe(1)
  })
})
