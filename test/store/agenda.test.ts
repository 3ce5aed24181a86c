import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, test } from 'vitest'
import { cancelInterview, tickBriefItem } from '../../src/process/decide/interviews.ts'
import { nameMember, removeMember } from '../../src/process/decide/team.ts'
import { markAttempt, nextDue, settle, wakeOf, wakes } from '../../src/store/agenda.ts'
import type { DueEntry } from '../../src/store/agenda.ts'
import { createStore } from '../../src/store/store.ts'
import { migratedDatabase } from './support/database.ts'
import { MONDAY, moving, readyScene, scheduling, unique } from './support/scene.ts'
import type { Scene } from './support/scene.ts'
import { testClock } from './support/test-clock.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)

const WEDNESDAY = '2026-03-04T13:00:00Z'
const THURSDAY = '2026-03-05T13:00:00Z'
const FRIDAY = '2026-03-06T13:00:00Z'

/** An interview on Thursday, of which nobody has heard yet. */
async function scheduled() {
  const clock = testClock(MONDAY)
  const store = createStore({ pool, clock, onWakes: () => undefined })
  const scene = await readyScene({ store, clock })
  const interview = unique('interview')
  await scene.done(scene.owner, scheduling(scene.application, interview, THURSDAY))
  const key = (kind: string) => `${kind}/${interview}/${scene.scorer}`
  return { ...scene, interview, conversation: `person/${scene.scorer}`, key }
}
type Scheduled = Awaited<ReturnType<typeof scheduled>>

async function rowsOf({ id }: Scene) {
  const { rows } = await pool.query<{
    key: string
    status: string
    withdrawn: boolean
    attempted_at: string | null
    due_at: string
    message: unknown
  }>('select * from agenda where recruitment = $1', [id])
  return new Map(rows.map((row) => [row.key, row]))
}

async function due({ conversation, clock }: Scheduled): Promise<DueEntry> {
  const found = await nextDue(pool, conversation, clock.now())
  if (!found) throw new Error('Nothing is due')
  return found
}

/** Says everything that is due in the conversation, as far as the database knows. */
async function say(scene: Scheduled): Promise<readonly string[]> {
  const said: string[] = []
  for (;;) {
    const next = await nextDue(pool, scene.conversation, scene.clock.now())
    if (!next) return said
    said.push(next.entry.key)
    const message = { channel: 'direct', post: next.entry.key }
    await settle(pool, next, { status: 'said', message })
  }
}

const cancel = (scene: Scheduled) =>
  scene.done(scene.owner, (state, actor) => cancelInterview(state, scene.interview, actor))

describe('when an interview is cancelled', () => {
  test('what nobody tried to say is gone', async () => {
    const scene = await scheduled()
    expect([...(await rowsOf(scene)).keys()]).toContain(
      `nudge/${scene.interview}/0/${scene.scorer}`,
    )
    await cancel(scene)
    const keys = [...(await rowsOf(scene)).keys()]
    expect(keys.filter((key) => /^(brief|nudge|ended|late)\//.test(key))).toEqual([])
  })

  test('what was attempted is withdrawn, not deleted, and is no longer due', async () => {
    const scene = await scheduled()
    await say(scene)
    scene.clock.move(WEDNESDAY)
    const brief = await due(scene)
    expect(brief.entry.kind).toBe('brief')
    expect(await markAttempt(pool, brief, scene.clock.now())).toBe(true)
    await cancel(scene)
    expect((await rowsOf(scene)).get(brief.entry.key)).toMatchObject({
      status: 'pending',
      withdrawn: true,
      attempted_at: expect.any(String),
    })
    expect(await say(scene)).not.toContain(brief.entry.key)
    expect(await wakeOf(pool, scene.conversation, scene.clock.now())).toBeUndefined()
  })

  test('what was said stays, with where it was said', async () => {
    const scene = await scheduled()
    await say(scene)
    scene.clock.move(WEDNESDAY)
    const { entry } = await due(scene)
    await say(scene)
    await cancel(scene)
    expect((await rowsOf(scene)).get(entry.key)).toMatchObject({
      status: 'said',
      withdrawn: false,
      message: { channel: 'direct', post: entry.key },
    })
    expect(await scene.store.messageOf(scene.id, entry.key)).toEqual({
      channel: 'direct',
      post: entry.key,
    })
  })

  test('an attempt that ends well after the withdrawal is kept as said, and is not due again', async () => {
    const scene = await scheduled()
    await say(scene)
    scene.clock.move(WEDNESDAY)
    const brief = await due(scene)
    await markAttempt(pool, brief, scene.clock.now())
    await cancel(scene)
    const message = { channel: 'direct', post: 'late' }
    await settle(pool, brief, { status: 'said', message })
    expect(await scene.store.messageOf(scene.id, brief.entry.key)).toEqual(message)
    expect(await say(scene)).not.toContain(brief.entry.key)
  })
})

describe('when an interview is moved', () => {
  test('its pending entries are replaced by those of the new slot', async () => {
    const scene = await scheduled()
    await scene.done(scene.owner, moving(scene.interview, FRIDAY))
    const rows = await rowsOf(scene)
    const nudge = (revision: number) => `nudge/${scene.interview}/${revision}/${scene.scorer}`
    expect(rows.has(nudge(0))).toBe(false)
    expect(rows.get(nudge(1))?.due_at).toBe('2026-03-06 12:45:00+00')
    expect(rows.get(`ended/${scene.interview}/1/${scene.scorer}`)?.due_at).toBe(
      '2026-03-06 14:00:00+00',
    )
  })

  test('the invitation that shows the former slot is due again, to be rewritten', async () => {
    const scene = await scheduled()
    const invitation = scene.key('invitation')
    expect(await say(scene)).toContain(invitation)
    expect(await wakeOf(pool, scene.conversation, scene.clock.now())).toEqual(
      Temporal.Instant.from('2026-03-04T13:00:00Z'),
    )
    scene.clock.move('PT1H')
    await scene.done(scene.owner, moving(scene.interview, FRIDAY))
    expect(await wakeOf(pool, scene.conversation, scene.clock.now())).toEqual(scene.clock.now())
    expect(await due(scene)).toMatchObject({
      entry: { key: invitation },
      message: { channel: 'direct', post: invitation },
    })
    expect(await say(scene)).toEqual([invitation, `moved/${scene.interview}/1/${scene.scorer}`])
    expect(await say(scene)).toEqual([])
  })
})

describe('a message', () => {
  test('whose content changed while it was being said is due again', async () => {
    const scene = await scheduled()
    await say(scene)
    scene.clock.move(WEDNESDAY)
    const brief = await due(scene)
    const ticked = { interview: scene.interview, item: 'link', done: true }
    await scene.done(scene.scorer, (state, actor) => tickBriefItem(state, ticked, actor))
    await settle(pool, brief, { status: 'said', message: { channel: 'direct', post: 'brief' } })
    const again = await due(scene)
    expect(again).toMatchObject({ entry: { key: brief.entry.key }, message: { post: 'brief' } })
    expect(again.entry.shows).not.toBe(brief.entry.shows)
  })

  test('that was skipped or failed is not due again when what it would show changes', async () => {
    const scene = await scheduled()
    await say(scene)
    scene.clock.move(WEDNESDAY)
    await settle(pool, await due(scene), { status: 'skipped' })
    const ticked = { interview: scene.interview, item: 'link', done: true }
    await scene.done(scene.scorer, (state, actor) => tickBriefItem(state, ticked, actor))
    expect(await say(scene)).toEqual([])
  })
})

describe('an attempt', () => {
  test('belongs to whoever writes it first', async () => {
    const scene = await scheduled()
    const invitation = await due(scene)
    const now = scene.clock.now()
    const marks = await Promise.all([
      markAttempt(pool, invitation, now),
      markAttempt(pool, invitation, now),
    ])
    expect(marks.filter(Boolean)).toHaveLength(1)
    expect((await due(scene)).attemptedAt).toEqual(now)
  })

  test('cannot begin on what was settled or withdrawn since it was read', async () => {
    const scene = await scheduled()
    const invitation = await due(scene)
    await say(scene)
    expect(await markAttempt(pool, invitation, scene.clock.now())).toBe(false)
    scene.clock.move(WEDNESDAY)
    const brief = await due(scene)
    await cancel(scene)
    expect(await markAttempt(pool, brief, scene.clock.now())).toBe(false)
  })

  test('is remembered when its entry is withdrawn and comes back', async () => {
    const scene = await scheduled()
    const observer = unique('observer')
    const name = (
      state: Parameters<typeof nameMember>[0],
      actor: Parameters<typeof nameMember>[2],
    ) => nameMember(state, { person: observer, role: 'observer', stages: ['references'] }, actor)
    await scene.done(scene.owner, name)
    const conversation = `person/${observer}`
    const reading = await nextDue(pool, conversation, scene.clock.now())
    expect(reading?.entry.kind).toBe('framing-to-read')
    if (reading) await markAttempt(pool, reading, scene.clock.now())
    await scene.done(scene.owner, (state, actor) => removeMember(state, observer, actor))
    expect(await nextDue(pool, conversation, scene.clock.now())).toBeUndefined()
    await scene.done(scene.owner, name)
    expect((await nextDue(pool, conversation, scene.clock.now()))?.attemptedAt).toEqual(
      scene.clock.now(),
    )
  })
})

describe('what is due', () => {
  test('comes in the order of its instants, and not before', async () => {
    const scene = await scheduled()
    expect(await say(scene)).toEqual([`framing/${scene.scorer}`, scene.key('invitation')])
    scene.clock.move('2026-03-04T12:59:59Z')
    expect(await say(scene)).toEqual([])
    scene.clock.move('2026-03-05T16:00:00Z')
    expect(await say(scene)).toEqual([
      `brief/${scene.interview}/0/${scene.scorer}`,
      `nudge/${scene.interview}/0/${scene.scorer}`,
      `ended/${scene.interview}/0/${scene.scorer}`,
    ])
  })

  test('is announced for each conversation by its earliest instant', async () => {
    const scene = await scheduled()
    const all = await wakes(pool, scene.clock.now(), scene.id)
    const elsewhere = [`person/${scene.other}`, `person/${scene.owner}`]
    const conversations = all.map(({ conversation }) => conversation)
    expect(new Set(conversations)).toEqual(
      new Set([scene.conversation, ...elsewhere, `channel/${scene.id}`]),
    )
    expect(conversations).toHaveLength(4)
    await say(scene)
    expect(await wakes(pool, scene.clock.now(), scene.id)).toContainEqual({
      conversation: scene.conversation,
      at: Temporal.Instant.from('2026-03-04T13:00:00Z'),
    })
  })
})
