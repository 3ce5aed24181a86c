import { setImmediate } from 'node:timers/promises'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { confirmAdvice, openRecruitment } from '../../src/process/decide/opening.ts'
import { nameDeputy } from '../../src/process/decide/ownership.ts'
import { nameMember } from '../../src/process/decide/team.ts'
import type { Wake } from '../../src/store/agenda.ts'
import { createStore } from '../../src/store/store.ts'
import type { Change } from '../../src/store/store.ts'
import { migratedDatabase } from './support/database.ts'
import { MONDAY, openScene, readyScene, scheduling, unique } from './support/scene.ts'
import type { Scene } from './support/scene.ts'
import { testClock } from './support/test-clock.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

const clock = testClock(MONDAY)
const onWakes = vi.fn<(wakes: readonly Wake[]) => void>()
const store = createStore({ pool, clock, onWakes })

/** How many rows of each table a recruitment has. */
async function rowsOf(recruitment: string): Promise<Readonly<Record<string, number>>> {
  const tables = ['events', 'texts', 'agenda', 'memberships', 'obligations', 'handled_interactions']
  const counts = tables.map(async (table) => {
    const { rowCount } = await pool.query(`select from ${table} where recruitment = $1`, [
      recruitment,
    ])
    return [table, rowCount ?? 0] as const
  })
  const { rowCount } = await pool.query('select from recruitments where id = $1', [recruitment])
  return { ...Object.fromEntries(await Promise.all(counts)), recruitments: rowCount ?? 0 }
}

/** Names a deputy, by an interaction of that id. */
function namingDeputy(scene: Scene, person: string, mark: string): Change {
  const actor = { by: scene.owner, at: clock.now() }
  return {
    recruitment: scene.id,
    ...actor,
    mark,
    texts: [{ id: unique('text'), kind: 'reason', body: 'Elle aide' }],
    decide: (state) => (state ? nameDeputy(state, person, actor) : { events: [] }),
  }
}

function broken(): never {
  throw new Error('a bug')
}

describe('a change', () => {
  test('is read back by an instance that knows nothing yet', async () => {
    const scene = await openScene({ store, clock })
    const elsewhere = createStore({ pool, clock, onWakes })
    expect(await elsewhere.load(scene.id)).toEqual(await scene.state())
    expect((await scene.state()).owner).toBe(scene.owner)
  })

  test('says, once it is on disk, when each conversation has something to hear', async () => {
    const scene = await readyScene({ store, clock })
    const start = '2026-03-05T14:00:00Z'
    onWakes.mockClear()
    await scene.done(scene.owner, scheduling(scene.application, unique('interview'), start))
    const wakes = onWakes.mock.lastCall?.[0]
    expect(wakes).toContainEqual({ conversation: `person/${scene.scorer}`, at: clock.now() })
  })

  test('that is refused leaves no text, no event, no mark, and rings nobody', async () => {
    const scene = await openScene({ store, clock })
    const before = await rowsOf(scene.id)
    onWakes.mockClear()
    const changed = await store.change(namingDeputy(scene, scene.owner, unique('mark')))
    expect(changed).toMatchObject({ kind: 'refused', refusal: { code: 'owner-is-not-deputy' } })
    expect(await rowsOf(scene.id)).toEqual(before)
    expect(onWakes.mock.calls.flat(2)).toEqual([])
  })

  test('that was refused may be asked again under the same mark', async () => {
    const scene = await openScene({ store, clock })
    const mark = unique('mark')
    await store.change(namingDeputy(scene, scene.owner, mark))
    const changed = await store.change(namingDeputy(scene, scene.other, mark))
    expect(changed).toMatchObject({ kind: 'done', state: { deputy: scene.other } })
  })

  test('that is refused on an unknown recruitment does not begin one', async () => {
    const id = unique('unknown')
    const refusal = { code: 'not-a-member' } as const
    const actor = { by: 'someone', at: clock.now() }
    const changed = await store.change({ recruitment: id, ...actor, decide: () => ({ refusal }) })
    expect(changed).toEqual({ kind: 'refused', refusal, state: undefined })
    expect(Object.values(await rowsOf(id))).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(await store.load(id)).toBeUndefined()
  })

  test('that breaks halfway leaves nothing', async () => {
    const scene = await openScene({ store, clock })
    const before = await rowsOf(scene.id)
    const change = namingDeputy(scene, scene.other, unique('mark'))
    // The same text twice: Postgres refuses the second.
    const texts = [...(change.texts ?? []), ...(change.texts ?? [])]
    await expect(store.change({ ...change, texts })).rejects.toThrow(/texts_pkey/)
    expect(await rowsOf(scene.id)).toEqual(before)
    expect((await scene.state()).deputy).toBeUndefined()
  })

  test('whose decision throws leaves nothing', async () => {
    const scene = await openScene({ store, clock })
    const before = await rowsOf(scene.id)
    const change = { ...namingDeputy(scene, scene.other, unique('mark')), decide: broken }
    await expect(store.change(change)).rejects.toThrow('a bug')
    expect(await rowsOf(scene.id)).toEqual(before)
  })

  test('that decides nothing keeps its mark and writes no text', async () => {
    const scene = await openScene({ store, clock })
    const before = await rowsOf(scene.id)
    const change = {
      ...namingDeputy(scene, 'nobody', unique('mark')),
      decide: () => ({ events: [] }),
    }
    expect(await store.change(change)).toEqual({ kind: 'already', state: await scene.state() })
    expect(await rowsOf(scene.id)).toEqual({ ...before, handled_interactions: 1 })
  })

  test('keeps what was typed whatever the characters', async () => {
    const scene = await openScene({ store, clock })
    const id = unique('text')
    const odd = 'É “quoted” \\ 🙂 <!channel> | `\u0000\ud83d'
    await store.change({
      ...namingDeputy(scene, scene.other, unique('mark')),
      texts: [{ id, kind: 'reason', body: odd }],
    })
    const texts = await store.texts(scene.id, await scene.state(), scene.owner, [id])
    // Postgres can keep neither a null character nor half of a pair.
    expect(texts.get('reason', id)).toBe('É “quoted” \\ 🙂 <!channel> | `\ufffd')
  })
})

describe('two changes at the same time', () => {
  test('are both decided on the true state', async () => {
    const scene = await openScene({ store, clock })
    const elsewhere = createStore({ pool, clock, onWakes })
    const seen: number[] = []
    const naming = (person: string): Change => {
      const actor = { by: scene.owner, at: clock.now() }
      return {
        recruitment: scene.id,
        ...actor,
        decide: (state) => {
          if (!state) return { events: [] }
          seen.push(Object.keys(state.members).length)
          return nameMember(
            state,
            { person, role: 'scorer', stages: ['interview'], expert: false },
            actor,
          )
        },
      }
    }
    const people = Array.from({ length: 8 }, (_, i) => `person-${i}`)
    const changed = await Promise.all(
      people.map((person, i) => (i % 2 === 0 ? store : elsewhere).change(naming(person))),
    )
    expect(changed.map(({ kind }) => kind)).toEqual(people.map(() => 'done'))
    expect(seen.toSorted((a, b) => a - b)).toEqual(people.map((_, i) => i))
    expect(Object.keys((await scene.state()).members).toSorted()).toEqual(people)
  })

  test('that open the same recruitment open it once', async () => {
    const id = unique('recruitment')
    const actor = { by: 'owner', at: clock.now() }
    const facts = { team: 't', craft: 'other', contract: 'agent', firstRecruitment: false } as const
    const opening: Change = {
      recruitment: id,
      ...actor,
      decide: (state) =>
        state ? { events: [] } : openRecruitment({ ...facts, title: 't', product: 'p' }, actor),
    }
    const changed = await Promise.all([store.change(opening), store.change(opening)])
    expect(changed.map(({ kind }) => kind).toSorted()).toEqual(['already', 'done'])
    expect(await rowsOf(id)).toMatchObject({ events: 1, recruitments: 1 })
  })
})

describe('an interaction', () => {
  test('that comes again has no second effect, and the state is the answer', async () => {
    const scene = await openScene({ store, clock })
    const mark = unique('mark')
    const first = await store.change(namingDeputy(scene, scene.scorer, mark))
    const before = await rowsOf(scene.id)
    const again = await store.change(namingDeputy(scene, scene.other, mark))
    expect([first.kind, again.kind]).toEqual(['done', 'already'])
    expect(again.state?.deputy).toBe(scene.scorer)
    expect(await rowsOf(scene.id)).toEqual(before)
  })

  test('that comes twice together, to two instances, has one effect', async () => {
    const scene = await openScene({ store, clock })
    const elsewhere = createStore({ pool, clock, onWakes })
    const mark = unique('mark')
    const changed = await Promise.all([
      store.change(namingDeputy(scene, scene.scorer, mark)),
      elsewhere.change(namingDeputy(scene, scene.other, mark)),
    ])
    expect(changed.map(({ kind }) => kind).toSorted()).toEqual(['already', 'done'])
    expect(changed[0].state).toEqual(changed[1].state)
    const { rows } = await pool.query(
      `select type from events where recruitment = $1 and type = 'DeputyNamed'`,
      [scene.id],
    )
    expect(rows).toHaveLength(1)
  })
})

describe('the state', () => {
  test('read by one instance is never older than what another one committed', async () => {
    const scene = await openScene({ store, clock })
    const elsewhere = createStore({ pool, clock, onWakes })
    for (const person of ['a', 'b', 'c']) {
      await store.change(namingDeputy(scene, person, unique('mark')))
      expect((await elsewhere.load(scene.id))?.deputy).toBe(person)
      await elsewhere.change(namingDeputy(scene, `${person}2`, unique('mark')))
      expect((await store.load(scene.id))?.deputy).toBe(`${person}2`)
    }
  })

  test('read while others change it never goes back in time', async () => {
    const scene = await openScene({ store, clock })
    const elsewhere = createStore({ pool, clock, onWakes })
    const committed: number[] = [0]
    const finished: true[] = []
    const writing = (async () => {
      for (let i = 1; i <= 12; i += 1) {
        const writer = i % 2 === 0 ? store : elsewhere
        await writer.change(namingDeputy(scene, String(i), unique('mark')))
        committed.push(i)
      }
    })().finally(() => finished.push(true))
    while (finished.length === 0) {
      const before = committed.at(-1)
      const read = Number((await store.load(scene.id))?.deputy ?? 0)
      expect(read).toBeGreaterThanOrEqual(before ?? 0)
      await setImmediate()
    }
    await writing
  })

  test('after a refusal is the one it was decided on, not one that this instance remembered', async () => {
    const scene = await openScene({ store, clock })
    const elsewhere = createStore({ pool, clock, onWakes })
    await elsewhere.load(scene.id)
    await store.change(namingDeputy(scene, scene.other, unique('mark')))
    const actor = { by: scene.other, at: clock.now() }
    const changed = await elsewhere.change({
      recruitment: scene.id,
      ...actor,
      decide: (state) => (state ? confirmAdvice(state, actor) : { events: [] }),
    })
    expect(changed).toMatchObject({ kind: 'refused', state: { deputy: scene.other } })
  })

  test('of an unknown recruitment is nothing', async () => {
    expect(await store.load('unknown')).toBeUndefined()
  })

  test('survives in the log when more recruitments are read than memory keeps', async () => {
    const scene = await openScene({ store, clock })
    const before = await scene.state()
    await pool.query(
      `with many as (select 'copy-' || i as id from generate_series(1, 510) i),
       made as (insert into recruitments (id, version) select id, 1 from many)
       insert into events select id, 1, schema, type, at, by, data from many, events
       where recruitment = $1 and version = 1`,
      [scene.id],
    )
    await Promise.all(Array.from({ length: 510 }, (_, i) => store.load(`copy-${i + 1}`)))
    expect(await scene.state()).toEqual(before)
    expect((await store.load('copy-1'))?.owner).toBe(scene.owner)
  })
})
