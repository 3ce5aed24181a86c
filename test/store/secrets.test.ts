import { afterAll, expect, test } from 'vitest'
import { keptSecret } from '../../src/store/secrets.ts'
import { migratedDatabase } from './support/database.ts'

const { pool, openAnother, close } = await migratedDatabase()
const other = openAnother()
afterAll(close)

test('instances that start together agree on a secret, and keep it', async () => {
  const together = await Promise.all(
    Array.from({ length: 8 }, (_, i) => keptSecret(i % 2 === 0 ? pool : other, 'shared')),
  )
  expect(new Set(together).size).toBe(1)
  expect(await keptSecret(other, 'shared')).toBe(together[0])
})

test('a secret is long, and secrets of different names differ', async () => {
  const [one, two] = [await keptSecret(pool, 'one'), await keptSecret(pool, 'two')]
  expect(Buffer.from(one, 'base64url')).toHaveLength(32)
  expect(one).not.toBe(two)
})
