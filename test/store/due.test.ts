import { afterAll, describe, expect, test, vi } from 'vitest'
import { tickBriefItem } from '../../src/process/decide/attending.ts'
import { cancelInterview } from '../../src/process/decide/interviews.ts'
import { nameMember, removeMember } from '../../src/process/decide/team.ts'
import { markAttempt, nextDue, release, settle } from '../../src/store/due.ts'
import type { Due, DuePart } from '../../src/store/due.ts'
import { createStore } from '../../src/store/store.ts'
import { migratedDatabase } from './support/database.ts'
import { MONDAY, readyScene, scheduling, unique } from './support/scene.ts'
import type { Scene } from './support/scene.ts'
import { testClock } from './support/test-clock.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

const WEDNESDAY = '2026-03-04T13:00:00Z'
const THURSDAY = '2026-03-05T13:00:00Z'

/** A scorer who has read the framing; nobody has heard of the interview yet. */
async function scheduled(start = THURSDAY) {
  const clock = testClock(MONDAY)
  const store = createStore({ pool, clock, onWakes: () => undefined })
  const scene = await readyScene({ store, clock })
  const conversation = `person/${scene.scorer}`
  const reading = await nextDue(pool, conversation, clock.now())
  await settle(pool, reading?.parts ?? [], { status: 'skipped' })
  const interview = unique('interview')
  await scene.done(scene.owner, scheduling(scene.application, interview, start))
  return { ...scene, interview, conversation }
}
type Scheduled = Awaited<ReturnType<typeof scheduled>>

async function due({ conversation, clock }: Scheduled): Promise<Due> {
  const found = await nextDue(pool, conversation, clock.now())
  if (!found) throw new Error('Nothing is due')
  return found
}

/** Says everything that is due in the conversation, as far as the database knows. */
async function say(scene: Scheduled): Promise<void> {
  for (;;) {
    const next = await nextDue(pool, scene.conversation, scene.clock.now())
    if (!next) return
    const message = { channel: 'direct', post: unique('post') }
    await settle(pool, next.parts, { status: 'said', message })
  }
}

const kinds = (parts: readonly DuePart[]) => parts.map(({ entry }) => entry.kind)

const cancel = (scene: Scheduled) =>
  scene.done(scene.owner, (state, actor) => cancelInterview(state, scene.interview, actor))

const tick = (scene: Scheduled) =>
  scene.done(scene.scorer, (state, actor) =>
    tickBriefItem(state, { interview: scene.interview, item: 'link', done: true }, actor),
  )

async function attempted({ id }: Scene): Promise<readonly string[]> {
  const { rows } = await pool.query<{ kind: string }>(
    'select kind from agenda where recruitment = $1 and attempted_at is not null order by due_at, position',
    [id],
  )
  return rows.map(({ kind }) => kind)
}

/** From now on, notes for each change of an entry whether its commit waits for the disk. */
async function watchCommits() {
  await pool.query(`
    create table commits (id serial, recruitment text, status text, waits text);
    create function note_commit() returns trigger language plpgsql as $$
      begin
        insert into commits (recruitment, status, waits)
          values (new.recruitment, new.status, current_setting('synchronous_commit'));
        return null;
      end $$;
    create constraint trigger noted after update on agenda
      deferrable initially deferred for each row execute function note_commit()`)
  return async ({ id }: Scene) => {
    const sql = 'select status, waits from commits where recruitment = $1 order by commits.id'
    return (await pool.query(sql, [id])).rows
  }
}

describe('an attempt', () => {
  test('belongs to whoever writes it first', async () => {
    const scene = await scheduled()
    const { parts } = await due(scene)
    const now = scene.clock.now()
    const marks = await Promise.all([markAttempt(pool, parts, now), markAttempt(pool, parts, now)])
    expect(marks.filter(Boolean)).toHaveLength(1)
    expect(await due(scene)).toMatchObject({ kind: 'unfinished', attemptedAt: now })
  })

  test('cannot begin on what was settled or withdrawn since it was read', async () => {
    const scene = await scheduled()
    const invitation = await due(scene)
    await say(scene)
    expect(await markAttempt(pool, invitation.parts, scene.clock.now())).toBeUndefined()
    scene.clock.move(WEDNESDAY)
    const brief = await due(scene)
    await cancel(scene)
    expect(await markAttempt(pool, brief.parts, scene.clock.now())).toBeUndefined()
  })

  test('cannot begin on what is being withdrawn while it is written', async () => {
    const scene = await scheduled()
    const { parts } = await due(scene)
    const [{ recruitment, entry }] = parts
    const change = await pool.connect()
    await change.query('begin')
    await change.query('update agenda set withdrawn = true where recruitment = $1 and key = $2', [
      recruitment,
      entry.key,
    ])
    const marked = markAttempt(pool, parts, scene.clock.now())
    await vi.waitFor(async () => {
      const { rowCount } = await pool.query(
        `select from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      )
      expect(rowCount).toBe(1)
    })
    await change.query('commit')
    change.release()
    expect(await marked).toBeUndefined()
    expect(await attempted(scene)).toEqual([])
  })

  test('is on disk before its request; how that ended is not waited for', async () => {
    const scene = await scheduled()
    const { parts } = await due(scene)
    const commits = await watchCommits()
    await markAttempt(pool, parts, scene.clock.now())
    await settle(pool, parts, { status: 'said' })
    expect(await commits(scene)).toEqual([
      { status: 'pending', waits: 'on' },
      { status: 'said', waits: 'off' },
    ])
  })

  test('is remembered when its entry is withdrawn and comes back', async () => {
    const scene = await scheduled()
    const observer = unique('observer')
    const name = (
      state: Parameters<typeof nameMember>[0],
      actor: Parameters<typeof nameMember>[2],
    ) =>
      nameMember(
        state,
        { person: observer, role: 'observer', stages: ['references'], expert: false },
        actor,
      )
    await scene.done(scene.owner, name)
    const conversation = `person/${observer}`
    const reading = await nextDue(pool, conversation, scene.clock.now())
    expect(reading?.parts).toMatchObject([{ entry: { kind: 'framing-to-read' } }])
    if (reading) await markAttempt(pool, reading.parts, scene.clock.now())
    await scene.done(scene.owner, (state, actor) =>
      removeMember(state, { person: observer }, actor),
    )
    expect(await nextDue(pool, conversation, scene.clock.now())).toBeUndefined()
    await scene.done(scene.owner, name)
    expect(await nextDue(pool, conversation, scene.clock.now())).toMatchObject({
      kind: 'unfinished',
      attemptedAt: scene.clock.now(),
    })
  })
})

/** On Monday, the invitation and the brief of the next morning. */
const tomorrow = () => scheduled('2026-03-03T09:00:00Z')

describe('an attempt to say several things', () => {
  test('is written for all of them, under a key of their own', async () => {
    const scene = await tomorrow()
    const { parts } = await due(scene)
    expect(kinds(parts)).toEqual(['invitation', 'brief'])
    const post = await markAttempt(pool, parts, scene.clock.now())
    expect(await attempted(scene)).toEqual(['invitation', 'brief'])
    expect(await due(scene)).toMatchObject({ kind: 'unfinished', parts, post })
    await release(pool, parts)
    const [invitation, brief] = parts
    const alone = await markAttempt(pool, [invitation], scene.clock.now())
    expect(alone).not.toBe(post)
    expect(brief && (await markAttempt(pool, [brief], scene.clock.now()))).not.toBe(post)
  })

  test('is written for none when one of them was withdrawn meanwhile', async () => {
    const scene = await tomorrow()
    const { parts } = await due(scene)
    await cancel(scene)
    expect(await markAttempt(pool, parts, scene.clock.now())).toBeUndefined()
    expect(await attempted(scene)).toEqual([])
  })

  test('stays whole when a part is withdrawn: if it was said, both were', async () => {
    const scene = await tomorrow()
    const { parts } = await due(scene)
    await markAttempt(pool, parts, scene.clock.now())
    await cancel(scene)
    const unfinished = await due(scene)
    expect(kinds(unfinished.parts)).toEqual(['invitation', 'brief'])
    await settle(pool, unfinished.parts, { status: 'said', message: { channel: 'd', post: 'p' } })
    const stale = await due(scene)
    expect(stale).toMatchObject({ kind: 'to-rewrite', message: { post: 'p' } })
    expect(kinds(stale.parts)).toEqual(['invitation'])
  })

  test('that the platform never had leaves each to be said anew, and withdrawn ones gone', async () => {
    const scene = await tomorrow()
    const { parts } = await due(scene)
    await markAttempt(pool, parts, scene.clock.now())
    await cancel(scene)
    await release(pool, (await due(scene)).parts)
    const again = await due(scene)
    expect(again.kind).toBe('to-say')
    expect(kinds(again.parts)).toEqual(['invitation', 'cancelled'])
  })

  test('showed what held then: what has changed since is rewritten', async () => {
    const scene = await tomorrow()
    await markAttempt(pool, (await due(scene)).parts, scene.clock.now())
    await tick(scene)
    const { parts } = await due(scene)
    await settle(pool, parts, { status: 'said', message: { channel: 'd', post: 'p' } })
    const stale = await due(scene)
    expect(stale.kind).toBe('to-rewrite')
    expect(kinds(stale.parts)).toEqual(['invitation', 'brief'])
  })

  test('comes before what fell due earlier and was not begun', async () => {
    const scene = await scheduled()
    await say(scene)
    scene.clock.move(WEDNESDAY)
    const { parts } = await due(scene)
    await markAttempt(pool, parts, scene.clock.now())
    await pool.query(
      `update agenda set due_at = $2 where recruitment = $1 and kind = 'nudge' and conversation = $3`,
      [scene.id, MONDAY, scene.conversation],
    )
    expect(await due(scene)).toMatchObject({ kind: 'unfinished', parts })
  })
})

describe('what an earlier version of the bot had begun or said', () => {
  test('is found under the name of its entry', async () => {
    const scene = await scheduled()
    await markAttempt(pool, (await due(scene)).parts, scene.clock.now())
    await pool.query('update agenda set post = null, said_shows = null where recruitment = $1', [
      scene.id,
    ])
    const post = `${scene.id}/invitation/${scene.interview}/${scene.scorer}`
    expect(await due(scene)).toMatchObject({ kind: 'unfinished', post })
    await say(scene)
    scene.clock.move(WEDNESDAY)
    await say(scene)
    await pool.query('update agenda set post = null where recruitment = $1', [scene.id])
    await tick(scene)
    const stale = await due(scene)
    expect(stale.kind).toBe('to-rewrite')
    expect(kinds(stale.parts)).toEqual(['brief'])
  })
})
