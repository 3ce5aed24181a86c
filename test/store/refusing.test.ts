/** A database that refuses to write: nothing is half done, and it goes on by itself once it can. */
import { afterAll, describe, expect, test } from 'vitest'
import { createStore } from '../../src/store/store.ts'
import type { Change } from '../../src/store/store.ts'
import { onlyRead, refuseWrites } from '../support/refusing-database.ts'
import { migratedDatabase } from './support/database.ts'
import { MONDAY, readyScene, scheduling, unique } from './support/scene.ts'
import { testClock } from './support/test-clock.ts'

const { pool, url, close } = await migratedDatabase()
afterAll(close)

/** Everywhere that planning an interview writes. */
const WRITTEN = [
  'events',
  'texts',
  'handled_interactions',
  'agenda',
  'obligations',
  'interview_slots',
  'recruitments',
]

const rung: unknown[] = []
const clock = testClock(MONDAY)
const store = createStore({ pool, clock, onWakes: (wakes) => rung.push(...wakes) })

/** A recruitment, and an interview that one interaction plans there, with a text of its own. */
async function planning() {
  const scene = await readyScene({ store, clock })
  const interview = unique('interview')
  const rule = scheduling(scene.application, interview, '2026-03-05T13:00:00Z')
  const actor = { by: scene.owner, at: clock.now() }
  const change: Change = {
    recruitment: scene.id,
    ...actor,
    mark: unique('mark'),
    texts: [{ id: unique('text'), kind: 'reason', body: 'Elle aide' }],
    decide: (state) => (state ? rule(state, actor) : { events: [] }),
  }
  const planned = async () => interview in (await scene.state()).interviews
  const done = async () => (await store.change(change)).kind
  return { change, done, planned }
}

/** All that is stored. */
async function rows(): Promise<string> {
  const tables = WRITTEN.map(async (table) => {
    const { rows } = await pool.query(`select * from ${table} as row order by row::text`)
    return [table, rows]
  })
  return JSON.stringify(await Promise.all(tables))
}

describe('a change, when the disk of the database is full', () => {
  test.each(WRITTEN)('leaves nothing behind, and can be asked again: %s', async (table) => {
    const { change, done, planned } = await planning()
    const before = await rows()
    rung.splice(0)
    const makeRoom = await refuseWrites(url, table, '53100')
    await expect(store.change(change)).rejects.toMatchObject({ code: '53100' })
    expect(await rows()).toBe(before)
    expect(await planned()).toBe(false)
    expect(rung).toEqual([])
    await makeRoom()
    expect(await done()).toBe('done')
    expect(await done()).toBe('already')
    expect(await planned()).toBe(true)
  })
})

describe('a change, when the database only reads', () => {
  test('leaves nothing behind while all can be read, and is done once it writes again', async () => {
    const { change, done, planned } = await planning()
    const before = await rows()
    const letWrite = await onlyRead(url)
    await expect.poll(rows).toBe(before)
    await expect(store.change(change)).rejects.toMatchObject({ code: '25006' })
    expect(await planned()).toBe(false)
    await letWrite()
    // The sessions that only read are still there: each is given up when it refuses.
    const sessions = pool.totalCount
    let refusals = 0
    while ((await done().catch(() => 'refused')) === 'refused') {
      refusals += 1
      expect(refusals).toBeLessThanOrEqual(sessions)
    }
    expect(await planned()).toBe(true)
  })
})
