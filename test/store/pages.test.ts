import { afterAll, expect, test } from 'vitest'
import { bindPage, browserOf } from '../../src/store/pages.ts'
import { migratedDatabase } from './support/database.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

const HOUR = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR)

test('a page belongs to the first browser that asks', async () => {
  expect(await bindPage(pool, { page: 'p', browser: 'one', until: inHours(12) })).toBe(true)
  expect(await bindPage(pool, { page: 'p', browser: 'two', until: inHours(12) })).toBe(false)
  expect(await browserOf(pool, 'p')).toBe('one')
})

test('a clock that was a day ahead for a while gives nobody else the page', async () => {
  // As the database sees a link of this morning, a day too late.
  await bindPage(pool, { page: 'today', browser: 'one', until: inHours(-24) })
  await bindPage(pool, { page: 'another', browser: 'two', until: inHours(12) })
  expect(await browserOf(pool, 'today')).toBe('one')
})

test('what no longer serves is forgotten in the end', async () => {
  await bindPage(pool, { page: 'old', browser: 'one', until: inHours(-8 * 24) })
  await bindPage(pool, { page: 'new', browser: 'two', until: inHours(12) })
  expect(await browserOf(pool, 'old')).toBeUndefined()
})
