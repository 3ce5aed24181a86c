import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { cancelInterview } from '../../src/process/decide/interviews.ts'
import { recordChannel } from '../../src/process/decide/opening.ts'
import { nameMember } from '../../src/process/decide/team.ts'
import { createStore } from '../../src/store/store.ts'
import { migratedDatabase } from './support/database.ts'
import {
  MONDAY,
  fileNotes,
  moving,
  openScene,
  readyScene,
  scheduling,
  unique,
} from './support/scene.ts'
import { testClock } from './support/test-clock.ts'

const { pool, close, openAnother } = await migratedDatabase()
afterAll(close)

const clock = testClock(MONDAY)
const store = createStore({ pool, clock, onWakes: () => undefined })

const TWO = '2026-03-05T14:00:00Z'
const HALF_PAST_TWO = '2026-03-05T14:30:00Z'
const THREE = '2026-03-05T15:00:00Z'

/** Two recruitments that share their scorers, and an interview to schedule in each. */
async function twoRecruitments() {
  const people = { scorer: unique('scorer'), other: unique('other') }
  const here = await readyScene({ store, clock, people })
  const there = await readyScene({ store, clock, people })
  const [first, second] = [unique('interview'), unique('interview')]
  await here.done(here.owner, scheduling(here.application, first, TWO))
  return { here, there, first, second }
}

describe('an interview that overlaps another of the same scorer, in another recruitment', () => {
  test('is refused with the person, and nothing is written', async () => {
    const { here, there, second } = await twoRecruitments()
    const before = await there.state()
    const rule = scheduling(there.application, second, HALF_PAST_TWO)
    const place = { id: unique('place'), kind: 'place', body: 'Salle 1' } as const
    const changed = await there.attempt(there.owner, rule, [place])
    expect(changed).toMatchObject({ kind: 'refused', refusal: { code: 'overlap' } })
    expect([here.scorer, here.other]).toContain(
      changed.kind === 'refused' && 'person' in changed.refusal && changed.refusal.person,
    )
    expect(await there.state()).toEqual(before)
    expect((await pool.query('select from texts where id = $1', [place.id])).rowCount).toBe(0)
    expect(
      (await pool.query('select from interview_slots where interview = $1', [second])).rowCount,
    ).toBe(0)
  })

  test('is refused with the state it was decided on, even by an instance that knew nothing', async () => {
    const { there, second } = await twoRecruitments()
    const elsewhere = createStore({ pool: openAnother(), clock, onWakes: () => undefined })
    const rule = scheduling(there.application, second, HALF_PAST_TWO)
    const actor = { by: there.owner, at: clock.now() }
    const changed = await elsewhere.change({
      recruitment: there.id,
      ...actor,
      decide: (state) => (state ? rule(state, actor) : { events: [] }),
    })
    expect(changed).toMatchObject({ kind: 'refused', refusal: { code: 'overlap' } })
    expect(changed.state).toEqual(await there.state())
  })

  test('is refused as well when it is moved there', async () => {
    const { there, second } = await twoRecruitments()
    await there.done(there.owner, scheduling(there.application, second, THREE))
    const changed = await there.attempt(there.owner, moving(second, HALF_PAST_TWO))
    expect(changed).toMatchObject({ kind: 'refused', refusal: { code: 'overlap' } })
  })

  test('is accepted when it starts as the other one ends', async () => {
    const { there, second } = await twoRecruitments()
    await there.done(there.owner, scheduling(there.application, second, THREE))
    expect((await there.state()).interviews[second]?.status).toBe('scheduled')
  })

  test('is accepted once the other one was moved away', async () => {
    const { here, there, first, second } = await twoRecruitments()
    await here.done(here.owner, moving(first, '2026-03-06T14:00:00Z'))
    await there.done(there.owner, scheduling(there.application, second, HALF_PAST_TWO))
    expect((await there.state()).interviews[second]?.status).toBe('scheduled')
  })

  test('is accepted once the other one was cancelled', async () => {
    const { here, there, first, second } = await twoRecruitments()
    await here.done(here.owner, (state, actor) => cancelInterview(state, first, actor))
    await there.done(there.owner, scheduling(there.application, second, HALF_PAST_TWO))
    expect((await there.state()).interviews[second]?.status).toBe('scheduled')
  })

  test('may be moved within its own former slot', async () => {
    const { here, first } = await twoRecruitments()
    await here.done(here.owner, moving(first, HALF_PAST_TWO))
    expect((await here.state()).interviews[first]?.slots).toHaveLength(2)
  })

  test('is refused to one of two that are scheduled together', async () => {
    const { here, there, first, second } = await twoRecruitments()
    await here.done(here.owner, (state, actor) => cancelInterview(state, first, actor))
    const changed = await Promise.all([
      here.attempt(here.owner, scheduling(here.application, unique('interview'), TWO)),
      there.attempt(there.owner, scheduling(there.application, second, HALF_PAST_TWO)),
    ])
    expect(changed.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused'])
  })

  test('is refused on both sides when each wants the hour of the other', async () => {
    const { here, there, first, second } = await twoRecruitments()
    await there.done(there.owner, scheduling(there.application, second, THREE))
    const late = unique('0')
    for (const scene of [here, there]) {
      const named = { person: late, role: 'scorer', stages: ['case-study'], expert: false } as const
      await scene.done(scene.owner, (state, actor) => nameMember(state, named, actor))
    }
    // Holds both at the same point: past what they had, before what they want.
    const release = await hold(late, [TWO, THREE])
    const together = Promise.all([
      here.attempt(here.owner, scheduling(here.application, unique('i'), THREE, 'case-study')),
      there.attempt(there.owner, scheduling(there.application, unique('i'), TWO, 'case-study')),
    ])
    await vi.waitFor(async () => expect(await waitingForALock()).toBe(2))
    await release()
    expect(await together).toMatchObject([
      { kind: 'refused', refusal: { code: 'overlap' } },
      { kind: 'refused', refusal: { code: 'overlap' } },
    ])
    expect(Object.keys((await here.state()).interviews)).toEqual([first])
  })
})

describe('read tables', () => {
  test('know the recruitments of each person, oldest first, with what they are there', async () => {
    const early = await openScene({ store, clock })
    clock.move('PT1H')
    const late = await readyScene({ store, clock, people: { scorer: early.owner } })
    expect(await store.recruitmentsOf(early.owner)).toEqual([
      { recruitment: early.id, standings: ['owner'] },
      { recruitment: late.id, standings: ['scorer'] },
    ])
    expect(await store.recruitmentsOf('a stranger')).toEqual([])
  })

  test('know the recruitment of a channel', async () => {
    const scene = await openScene({ store, clock })
    const channel = unique('channel')
    await scene.done(scene.owner, (state, actor) => recordChannel(state, channel, actor))
    expect(await store.recruitmentOfChannel(channel)).toBe(scene.id)
    expect(await store.recruitmentOfChannel('another')).toBeUndefined()
  })

  test('know what someone speaks about: the recruitment of the channel, else all of theirs', async () => {
    const here = await readyScene({ store, clock })
    const channel = unique('channel')
    await here.done(here.owner, (state, actor) => recordChannel(state, channel, actor))
    clock.move('PT1H')
    const there = await readyScene({ store, clock, people: { scorer: here.owner } })
    const about = async (person: string, where: string) =>
      (await store.about(person, where)).map(({ id }) => id)
    expect(await about(here.owner, channel)).toEqual([here.id])
    expect(await about(here.owner, 'another')).toEqual([here.id, there.id])
    expect(await about(there.owner, channel)).toEqual([there.id])
    expect(await about('a stranger', channel)).toEqual([])
  })

  test('give what someone speaks about as it is now, whichever instance changed it', async () => {
    const scene = await readyScene({ store, clock })
    const elsewhere = createStore({ pool: openAnother(), clock, onWakes: () => undefined })
    const known = async () => (await elsewhere.about(scene.owner, 'anywhere'))[0]?.state
    expect(await known()).toEqual(await scene.state())
    await scene.done(scene.owner, scheduling(scene.application, unique('interview'), THREE))
    expect(await known()).toEqual(await scene.state())
    expect(await known()).toBe(await known())
  })

  test('know what each person owes and since when, until it is done', async () => {
    const scene = await readyScene({ store, clock })
    const [interview, start, end] = [unique('i'), '2026-03-09T14:00:00Z', '2026-03-09T15:00:00Z']
    await scene.done(scene.owner, scheduling(scene.application, interview, start))
    const notes = {
      recruitment: scene.id,
      person: scene.scorer,
      kind: 'file-notes',
      interview,
      since: Temporal.Instant.from(end),
    }
    expect(await store.obligationsOf(scene.scorer)).toContainEqual(notes)
    clock.move(end)
    await fileNotes(scene, interview, scene.scorer)
    const owed = (await store.obligationsOf(scene.scorer)).map(({ kind }) => kind)
    expect(owed).toEqual(['read-framing'])
  })
})

/** Takes hours of someone in a transaction that gives them back when released. */
async function hold(person: string, starts: readonly string[]): Promise<() => Promise<void>> {
  const { id } = await openScene({ store, clock })
  const db = await pool.connect()
  await db.query('begin')
  for (const start of starts) {
    await db.query(
      `insert into interview_slots (interview, recruitment, person, during)
       values ($1, $2, $3, tstzrange($4, $4::timestamptz + interval '1 hour'))`,
      [unique('held'), id, person, start],
    )
  }
  return async () => {
    await db.query('rollback')
    db.release()
  }
}

async function waitingForALock(): Promise<number> {
  const { rowCount } = await pool.query(
    `select from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rowCount ?? 0
}
