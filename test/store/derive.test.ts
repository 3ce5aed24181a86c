import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { AGENDA_VERSION } from '../../src/process/agenda/entry.ts'
import type { Wake } from '../../src/store/agenda.ts'
import { createStore } from '../../src/store/store.ts'
import { migratedDatabase } from './support/database.ts'
import { MONDAY, readyScene, scheduling, unique } from './support/scene.ts'
import type { Scene } from './support/scene.ts'
import { testClock } from './support/test-clock.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)
beforeEach(() => pool.query('truncate recruitments cascade'))

const clock = testClock(MONDAY)
const onWakes = vi.fn<(wakes: readonly Wake[]) => void>()
const store = createStore({ pool, clock, onWakes })

async function scheduled(): Promise<Scene> {
  const scene = await readyScene({ store, clock })
  await scene.done(scene.owner, scheduling(scene.application, unique('i'), '2026-03-05T14:00:00Z'))
  return scene
}

async function agendaOf({ id }: Scene) {
  const { rows } = await pool.query('select * from agenda where recruitment = $1 order by key', [
    id,
  ])
  return rows
}

test('what today’s rules derived is left alone', async () => {
  await scheduled()
  expect(await store.deriveOutdated()).toBe(0)
})

test('what other rules derived is derived anew, once, and its conversations are rung', async () => {
  const [outdated, upToDate] = [await scheduled(), await scheduled()]
  const before = await agendaOf(outdated)
  for (const { id } of [outdated, upToDate]) {
    await pool.query(`delete from agenda where recruitment = $1 and kind = 'nudge'`, [id])
  }
  // An entry that these rules had and today's have no more.
  await pool.query(
    `update agenda set key = 'former/' || key, entry = entry || '{"kind": "former"}'
     where recruitment = $1 and kind = 'brief'`,
    [outdated.id],
  )
  await pool.query(`update recruitments set agenda_version = 'former' where id = $1`, [outdated.id])
  onWakes.mockClear()
  expect(await store.deriveOutdated()).toBe(1)
  expect((await agendaOf(outdated)).map(({ key }) => key)).toEqual(before.map(({ key }) => key))
  expect(onWakes.mock.calls.flat(2)).toContainEqual({
    conversation: `person/${outdated.scorer}`,
    at: clock.now(),
  })
  const { rows } = await pool.query('select distinct agenda_version from recruitments')
  expect(rows).toEqual([{ agenda_version: AGENDA_VERSION }])
  expect(await store.deriveOutdated()).toBe(0)
})

test('a rebuild derives everything, outdated or not', async () => {
  const scene = await scheduled()
  const before = await agendaOf(scene)
  await pool.query('truncate agenda, obligations, memberships, interview_slots')
  expect(await store.deriveOutdated(true)).toBe(1)
  expect(await agendaOf(scene)).toEqual(before)
  expect(await store.recruitmentsOf(scene.scorer)).toHaveLength(1)
  expect(await store.obligationsOf(scene.scorer)).toHaveLength(3)
})

test('instants that other rules had put elsewhere come back to their place', async () => {
  const scene = await scheduled()
  const before = await agendaOf(scene)
  await pool.query(
    `update agenda set due_at = due_at + interval '1 hour',
       entry = entry || jsonb_build_object('dueAt', '2026-03-06T00:00:00Z')`,
  )
  await pool.query(`update recruitments set agenda_version = 'former'`)
  await store.deriveOutdated()
  expect(await agendaOf(scene)).toEqual(before)
})

test('an event of a newer version of the bot is refused rather than misread', async () => {
  const scene = await scheduled()
  await pool.query('update events set schema = 99 where recruitment = $1', [scene.id])
  const fresh = createStore({ pool, clock, onWakes })
  await expect(fresh.load(scene.id)).rejects.toThrow(/newer/)
})
