import { assert, asyncProperty } from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { createStore } from '../../src/store/store.ts'
import { migratedDatabase } from './support/database.ts'
import { histories, live } from './support/history.ts'
import type { Step } from './support/history.ts'
import { MONDAY, readyScene, scheduling } from './support/scene.ts'
import { testClock } from './support/test-clock.ts'

const { pool, openAnother, close } = await migratedDatabase()
const other = openAnother()
afterAll(close)

const TABLES = ['memberships', 'obligations', 'interview_slots', 'channels'] as const

/** A recruitment that lived through that history, on two instances in turn. */
async function after(history: readonly Step[]) {
  await pool.query('truncate recruitments cascade')
  const clock = testClock(MONDAY)
  let lastDerived = clock.now()
  const onWakes = (wakes: readonly unknown[]) => {
    if (wakes.length > 0) lastDerived = clock.now()
  }
  const instance = (of: typeof pool) => createStore({ pool: of, clock, onWakes })
  const store = instance(pool)
  const scene = await readyScene({ store, clock })
  await scene.done(scene.owner, scheduling(scene.application, 'i1', '2026-03-03T09:00:00Z'))
  await live(history, scene, [store, instance(other)], pool)
  return { scene, lastDerived }
}

interface Row {
  readonly key: string
  readonly status: string
  readonly withdrawn: boolean
  readonly shows: string
}

async function agenda(): Promise<readonly Row[]> {
  const { rows } = await pool.query<Row>('select * from agenda order by key')
  return rows
}

function pending(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ status, withdrawn }) => status === 'pending' && !withdrawn)
}

async function tables(): Promise<Readonly<Record<string, unknown>>> {
  const read = TABLES.map(async (table) => {
    const { rows } = await pool.query(`select t::text as row from ${table} t order by 1`)
    return [table, rows] as const
  })
  return Object.fromEntries(await Promise.all(read))
}

describe('whatever happened', () => {
  test('agenda and tables rebuilt from the log are those that were stored', async () => {
    await assert(
      asyncProperty(histories, async (history) => {
        const { lastDerived } = await after(history)
        const [before, tablesBefore] = [await agenda(), await tables()]
        await pool.query(`truncate agenda, ${TABLES.join(', ')}`)
        const rebuilder = createStore({
          pool,
          clock: { now: () => lastDerived },
          onWakes: () => undefined,
        })
        expect(await rebuilder.deriveOutdated(true)).toBe(1)
        const rebuilt = await agenda()
        expect(await tables()).toEqual(tablesBefore)
        const settled = new Map(
          before.filter((row) => row.status !== 'pending').map((row) => [row.key, row]),
        )
        const unsaid = { attempted_at: null, post: null, said_shows: null }
        expect(rebuilt.filter(({ key }) => !settled.has(key))).toEqual(
          pending(before).map((row) => ({ ...row, ...unsaid })),
        )
        for (const { key, shows } of rebuilt) {
          expect(settled.get(key)?.shows ?? shows).toBe(shows)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('rebuilding in place changes nothing, and forgets nothing that was said', async () => {
    await assert(
      asyncProperty(histories, async (history) => {
        const { lastDerived } = await after(history)
        const [before, tablesBefore] = [await agenda(), await tables()]
        const rebuilder = createStore({
          pool,
          clock: { now: () => lastDerived },
          onWakes: () => undefined,
        })
        await rebuilder.deriveOutdated(true)
        expect([await agenda(), await tables()]).toEqual([before, tablesBefore])
      }),
      { numRuns: 12 },
    )
  })

  test('both instances and the log tell the same state', async () => {
    await assert(
      asyncProperty(histories, async (history) => {
        const { scene } = await after(history)
        const clock = scene.clock
        const fresh = createStore({ pool: other, clock, onWakes: () => undefined })
        expect(await fresh.load(scene.id)).toEqual(await scene.state())
      }),
      { numRuns: 12 },
    )
  })
})
