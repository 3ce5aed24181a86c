import { afterAll, describe, expect, test } from 'vitest'
import { fileScorecard } from '../../src/process/decide/notes.ts'
import { createStore } from '../../src/store/store.ts'
import { migratedDatabase } from './support/database.ts'
import { MONDAY, fileNotes, readyScene, scheduling, unique } from './support/scene.ts'
import type { Scene } from './support/scene.ts'
import { testClock } from './support/test-clock.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

/** An interview of two scorers, of whom one has filed. */
async function halfFiled() {
  const clock = testClock(MONDAY)
  const store = createStore({ pool, clock, onWakes: () => undefined })
  const scene = await readyScene({ store, clock })
  const interview = unique('interview')
  await scene.done(scene.owner, scheduling(scene.application, interview, '2026-03-03T09:00:00Z'))
  clock.move('2026-03-03T10:00:00Z')
  await fileNotes(scene, interview, scene.scorer)
  const evidence = `${interview}/evidence/${scene.scorer}`
  const verdict = `${interview}/verdict/${scene.scorer}`
  return { ...scene, interview, evidence, verdict }
}

/** The same once the other scorer has filed, the next half-day. */
async function opened() {
  const scene = await halfFiled()
  scene.clock.move('2026-03-03T13:30:00Z')
  await fileNotes(scene, scene.interview, scene.other)
  return scene
}

async function read(scene: Scene, reader: string, ids: readonly string[]) {
  return scene.store.texts(scene.id, await scene.state(), reader, ids)
}

/** Which parts of the first scorecard that reader gets. */
async function partsFor(scene: Awaited<ReturnType<typeof halfFiled>>, reader: string) {
  const texts = await read(scene, reader, [scene.evidence, scene.verdict])
  return {
    evidence: texts.get('evidence', scene.evidence)?.criteria['c1'],
    verdict: texts.get('verdict', scene.verdict)?.levels['c1'],
  }
}

const ALL = { evidence: 'A reformulé', verdict: 2 }
const NOTHING = { evidence: undefined, verdict: undefined }

describe('a scorecard', () => {
  test('is for its author, before the opening and after', async () => {
    const before = await halfFiled()
    expect(await partsFor(before, before.scorer)).toEqual(ALL)
    const after = await opened()
    expect(await partsFor(after, after.scorer)).toEqual(ALL)
  })

  test('is absent for everyone else before the opening, the owner and the channel included', async () => {
    const scene = await halfFiled()
    for (const reader of [scene.owner, scene.other, 'channel', 'a stranger', 'system']) {
      expect(await partsFor(scene, reader)).toEqual(NOTHING)
    }
  })

  test('is there for the team once the debrief is open', async () => {
    const scene = await opened()
    expect((await scene.state()).interviews[scene.interview]?.openedAt).toBeDefined()
    expect(await partsFor(scene, scene.owner)).toEqual(ALL)
    expect(await partsFor(scene, scene.other)).toEqual(ALL)
  })

  test('shows a channel its evidence and no level', async () => {
    const scene = await opened()
    expect(await partsFor(scene, 'channel')).toEqual({ ...ALL, verdict: undefined })
  })

  test('stays closed to people who are not of the recruitment', async () => {
    const scene = await opened()
    expect(await partsFor(scene, 'a stranger')).toEqual(NOTHING)
  })

  test('keeps its levels from a scorer who still owes notes on that application', async () => {
    const scene = await opened()
    await scene.done(
      scene.owner,
      scheduling(scene.application, unique('next'), '2026-03-05T09:00:00Z', 'case-study'),
    )
    expect(await partsFor(scene, scene.other)).toEqual({ ...ALL, verdict: undefined })
    expect(await partsFor(scene, scene.owner)).toEqual(ALL)
  })

  test('gives nothing under another kind than its own', async () => {
    const scene = await opened()
    const texts = await read(scene, scene.owner, [scene.evidence])
    expect(texts.get('verdict', scene.evidence)).toBeUndefined()
    expect(texts.get('evidence', scene.evidence)).toBeDefined()
  })

  test('that claims to be about no interview is for nobody', async () => {
    const scene = await opened()
    await pool.query('update texts set interview = null where id = $1', [scene.verdict])
    expect((await partsFor(scene, scene.owner)).verdict).toBeUndefined()
  })
})

describe('what is not sealed', () => {
  test('is for every member and the channel, and for nobody else', async () => {
    const scene = await halfFiled()
    const { title, applications } = await scene.state()
    const candidate = applications[scene.application]?.candidate ?? ''
    for (const reader of [scene.owner, scene.scorer, 'channel']) {
      const texts = await read(scene, reader, [title, candidate])
      expect(texts.get('title', title)).toBe('Un poste')
      expect(texts.get('candidate', candidate)).toEqual({ name: 'Camille Test' })
    }
    const texts = await read(scene, 'a stranger', [title, candidate])
    expect(texts.get('title', title)).toBeUndefined()
    expect(texts.get('candidate', candidate)).toBeUndefined()
  })

  test('is not found through another recruitment', async () => {
    const [here, there] = [await halfFiled(), await halfFiled()]
    const { title } = await there.state()
    const texts = await read(here, here.owner, [title])
    expect(texts.get('title', title)).toBeUndefined()
  })

  test('is absent when it was erased, and when there is no id', async () => {
    const scene = await halfFiled()
    const { title } = await scene.state()
    await pool.query('delete from texts where id = $1', [title])
    const texts = await read(scene, scene.owner, [title, 'unknown'])
    expect(texts.get('title', title)).toBeUndefined()
    expect(texts.get('offer', undefined)).toBeUndefined()
  })
})

async function readings(text: string) {
  const { rows } = await pool.query<{ reader: string; granted: boolean; at: string }>(
    'select reader, granted, at::text from text_reads where text = $1 order by id',
    [text],
  )
  return rows
}

/** From now on, notes for each record of a reading whether its commit waits for the disk. */
async function watchCommits() {
  await pool.query(`
    create table commits (id serial, reader text, waits text);
    create function note_commit() returns trigger language plpgsql as $$
      begin
        insert into commits (reader, waits) values (new.reader, current_setting('synchronous_commit'));
        return null;
      end $$;
    create constraint trigger noted after insert on text_reads
      deferrable initially deferred for each row execute function note_commit()`)
  return async () => (await pool.query('select reader, waits from commits order by id')).rows
}

describe('each reading', () => {
  test('of a scorecard is recorded with who, when, and whether it was granted', async () => {
    const scene = await halfFiled()
    await partsFor(scene, scene.scorer)
    await partsFor(scene, scene.owner)
    scene.clock.move('2026-03-03T13:30:00Z')
    await fileNotes(scene, scene.interview, scene.other)
    await partsFor(scene, scene.owner)
    const expected = [
      { reader: scene.scorer, granted: true, at: '2026-03-03 10:00:00+00' },
      { reader: scene.owner, granted: false, at: '2026-03-03 10:00:00+00' },
      { reader: scene.owner, granted: true, at: '2026-03-03 13:30:00+00' },
    ]
    expect(await readings(scene.evidence)).toEqual(expected)
    expect(await readings(scene.verdict)).toEqual(expected)
  })

  test('of a candidate is recorded, refused or not', async () => {
    const scene = await halfFiled()
    const candidate = (await scene.state()).applications[scene.application]?.candidate ?? ''
    await read(scene, 'channel', [candidate, candidate])
    await read(scene, 'a stranger', [candidate])
    expect(await readings(candidate)).toMatchObject([
      { reader: 'channel', granted: true },
      { reader: 'a stranger', granted: false },
    ])
  })

  test('of a candidate waits for the disk the first time, and not when it is repeated', async () => {
    const scene = await halfFiled()
    const candidate = (await scene.state()).applications[scene.application]?.candidate ?? ''
    const commits = await watchCommits()
    for (const reader of [scene.owner, scene.scorer, scene.owner, 'a stranger', 'a stranger']) {
      await read(scene, reader, [candidate])
    }
    expect(await commits()).toEqual([
      { reader: scene.owner, waits: 'on' },
      { reader: scene.scorer, waits: 'on' },
      { reader: scene.owner, waits: 'off' },
      { reader: 'a stranger', waits: 'on' },
      { reader: 'a stranger', waits: 'on' },
    ])
  })

  test('of what is not personal is not recorded', async () => {
    const scene = await halfFiled()
    const { title } = await scene.state()
    await read(scene, scene.owner, [title])
    expect(await readings(title)).toEqual([])
  })
})

test('texts of a refused filing are not kept', async () => {
  const scene = await halfFiled()
  const [evidence, verdict] = [unique('evidence'), unique('verdict')]
  const content = { criteria: {}, questions: [] }
  const filed = {
    interview: scene.interview,
    evidence: { id: evidence, content },
    verdict: { id: verdict, content: { levels: { c1: 3 as const }, signs: {} } },
    after: 0,
  }
  const changed = await scene.attempt(
    scene.other,
    (state, actor) => fileScorecard(state, filed, actor),
    [{ id: evidence, kind: 'evidence', interview: scene.interview, body: content }],
  )
  expect(changed).toMatchObject({ kind: 'refused', refusal: { code: 'level-without-evidence' } })
  expect((await pool.query('select from texts where id = $1', [evidence])).rowCount).toBe(0)
})
