import { afterAll, expect, test } from 'vitest'
import { releaseLease, takeLease } from '../../src/store/lease.ts'
import { migratedDatabase } from './support/database.ts'
import { unique } from './support/scene.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

/** As if the database's clock had run past it. */
async function expire(conversation: string): Promise<void> {
  await pool.query(
    `update leases set expires_at = clock_timestamp() - interval '1 second' where conversation = $1`,
    [conversation],
  )
}

async function secondsLeft(conversation: string): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    `select extract(epoch from expires_at - clock_timestamp())::float as left
     from leases where conversation = $1`,
    [conversation],
  )
  return rows[0]?.left ?? 0
}

test('a conversation has one holder at a time', async () => {
  const conversation = unique('conversation')
  expect(await takeLease(pool, conversation, 'one', 10)).toBe(true)
  expect(await takeLease(pool, conversation, 'two', 10)).toBe(false)
  expect(await takeLease(pool, unique('elsewhere'), 'two', 10)).toBe(true)
})

test('its holder renews it, and nobody else does', async () => {
  const conversation = unique('conversation')
  await takeLease(pool, conversation, 'one', 1)
  expect(await takeLease(pool, conversation, 'one', 1_000)).toBe(true)
  expect(await secondsLeft(conversation)).toBeGreaterThan(900)
  await takeLease(pool, conversation, 'two', 5_000)
  expect(await secondsLeft(conversation)).toBeLessThan(1_001)
})

test('another holder takes over once it has expired, and the former one has lost it', async () => {
  const conversation = unique('conversation')
  await takeLease(pool, conversation, 'one', 10)
  await expire(conversation)
  expect(await takeLease(pool, conversation, 'two', 10)).toBe(true)
  expect(await takeLease(pool, conversation, 'one', 10)).toBe(false)
})

test('a clock that is set back makes a dead holder last no longer, and takes nothing from a live one', async () => {
  const conversation = unique('conversation')
  await takeLease(pool, conversation, 'one', 10)
  await pool.query(
    `update leases set expires_at = expires_at + interval '1 hour' where conversation = $1`,
    [conversation],
  )
  expect(await takeLease(pool, conversation, 'two', 10)).toBe(false)
  expect(await secondsLeft(conversation)).toBeLessThanOrEqual(10)
  await expire(conversation)
  expect(await takeLease(pool, conversation, 'two', 10)).toBe(true)
})

test('a released conversation is free at once', async () => {
  const conversation = unique('conversation')
  await takeLease(pool, conversation, 'one', 10)
  await releaseLease(pool, conversation, 'one')
  expect(await takeLease(pool, conversation, 'two', 10)).toBe(true)
})

test('one who lost it cannot release it for another', async () => {
  const conversation = unique('conversation')
  await takeLease(pool, conversation, 'one', 10)
  await releaseLease(pool, conversation, 'two')
  expect(await takeLease(pool, conversation, 'three', 10)).toBe(false)
})

test('of many that race for it, free or expired, one gets it', async () => {
  const conversation = unique('conversation')
  for (let round = 0; round < 5; round += 1) {
    const holders = Array.from({ length: 8 }, (_, i) => `holder ${round}.${i}`)
    const got = await Promise.all(holders.map((one) => takeLease(pool, conversation, one, 10)))
    expect(got.filter(Boolean)).toHaveLength(1)
    await expire(conversation)
  }
})
