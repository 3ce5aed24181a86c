import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, test } from 'vitest'
import { openRecruitment } from '../../src/process/decide/opening.ts'
import { createStore } from '../../src/store/store.ts'
import { migratedDatabase } from './support/database.ts'
import { testClock } from './support/test-clock.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

const clock = testClock('2026-03-02T09:00:00Z')
const store = createStore({ pool, clock, onWakes: () => undefined })

async function recruitment(): Promise<string> {
  const id = crypto.randomUUID()
  const opening = {
    team: 'team',
    craft: 'other',
    contract: 'agent',
    title: 'title',
    product: 'product',
    firstRecruitment: false,
  } as const
  const actor = { by: 'owner', at: clock.now() }
  await store.change({ recruitment: id, ...actor, decide: () => openRecruitment(opening, actor) })
  return id
}

async function setAside(id: string, draft: string, typed: string, instead?: string) {
  await store.setAside({
    recruitment: id,
    by: 'owner',
    at: clock.now(),
    draft: { id: draft, body: { typed } },
    ...(instead !== undefined && { instead }),
  })
}

async function kept(id: string, draft: string, reader = 'owner') {
  const state = await store.load(id)
  if (!state) throw new Error('no recruitment')
  return (await store.texts(id, state, reader, [draft])).get('draft', draft)?.['typed']
}

describe('what is set aside', () => {
  test('is read by its author alone, and tells nothing of the process', async () => {
    const id = await recruitment()
    const before = await store.load(id)
    await setAside(id, `${id}-1`, 'une liste')
    expect(await kept(id, `${id}-1`)).toBe('une liste')
    expect(await kept(id, `${id}-1`, 'deputy')).toBeUndefined()
    expect(await store.load(id)).toEqual(before)
  })

  test('again by the same step holds what was typed last', async () => {
    const id = await recruitment()
    await setAside(id, `${id}-1`, 'une liste')
    await setAside(id, `${id}-1`, 'une autre')
    expect(await kept(id, `${id}-1`)).toBe('une autre')
  })

  test('takes the place of the one that it corrects, and of no other', async () => {
    const id = await recruitment()
    await setAside(id, `${id}-1`, 'une liste')
    await setAside(id, `${id}-2`, 'dans une autre fenêtre')
    await setAside(id, `${id}-3`, 'corrigée', `${id}-1`)
    expect(await kept(id, `${id}-1`)).toBeUndefined()
    expect(await kept(id, `${id}-2`)).toBe('dans une autre fenêtre')
    expect(await kept(id, `${id}-3`)).toBe('corrigée')
  })

  test('cannot take the place of somebody else’s', async () => {
    const id = await recruitment()
    await setAside(id, `${id}-1`, 'une liste')
    await store.setAside({
      recruitment: id,
      by: 'deputy',
      at: clock.now(),
      draft: { id: `${id}-2`, body: { typed: 'autre' } },
      instead: `${id}-1`,
    })
    expect(await kept(id, `${id}-1`)).toBe('une liste')
  })

  test('goes a day later, when the next is set aside, while drafts of notes stay', async () => {
    const id = await recruitment()
    const at = Temporal.Instant.from('2026-03-02T09:00:00Z')
    await pool.query(
      `insert into texts (id, recruitment, kind, interview, author, body, created_at)
       values ($1, $2, 'draft', 'interview', 'owner', '{"typed": "mes notes"}', $3)`,
      [`${id}-notes`, id, at.toString()],
    )
    await setAside(id, `${id}-1`, 'une liste')
    clock.move('PT24H')
    await setAside(id, `${id}-2`, 'le lendemain')
    expect(await kept(id, `${id}-1`)).toBe('une liste')
    clock.move('PT1S')
    await setAside(id, `${id}-3`, 'plus tard')
    expect(await kept(id, `${id}-1`)).toBeUndefined()
    expect(await kept(id, `${id}-2`)).toBe('le lendemain')
    expect(await kept(id, `${id}-notes`)).toBe('mes notes')
  })
})
