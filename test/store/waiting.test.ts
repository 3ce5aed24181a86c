import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitingAt } from '../../src/store/waiting.ts'
import { migratedDatabase } from './support/database.ts'
import type { TestDatabase } from './support/database.ts'
import { mission } from '../bot/support/mission.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await migratedDatabase()
})
afterAll(() => database.close())

test('what waits is counted from when it was due, and nothing before', async () => {
  const office = await mission(database.pool)
  await office.add({ name: 'Camille Durand' })
  await office.plan('Camille Durand', 'prequalification', 'mardi 9h')
  const at = (instant: string) => waitingAt(database.pool, Temporal.Instant.from(instant))
  expect(await at('2026-03-02T09:00:00Z')).toEqual({ oldestNotes: 0, overdue: 0 })
  const later = await at('2026-03-03T11:00:00Z')
  expect(later.oldestNotes).toBe(2.5 * 3600)
  expect(later.overdue).toBeGreaterThan(0)
})
