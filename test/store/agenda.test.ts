import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, test } from 'vitest'
import { tickBriefItem } from '../../src/process/decide/attending.ts'
import { cancelInterview } from '../../src/process/decide/interviews.ts'
import { wakeOf, wakes } from '../../src/store/agenda.ts'
import { markAttempt, nextDue, settle } from '../../src/store/due.ts'
import type { Due } from '../../src/store/due.ts'
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

async function due({ conversation, clock }: Scheduled): Promise<Due> {
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
    const keys = next.parts.map(({ entry }) => entry.key)
    said.push(...keys)
    const message = { channel: 'direct', post: keys[0] ?? '' }
    await settle(pool, next.parts, { status: 'said', message })
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
    const { parts } = await due(scene)
    const [{ entry: brief }] = parts
    expect(brief.kind).toBe('brief')
    expect(await markAttempt(pool, parts, scene.clock.now())).toBe(`${scene.id}/${brief.key}`)
    await cancel(scene)
    expect((await rowsOf(scene)).get(brief.key)).toMatchObject({
      status: 'pending',
      withdrawn: true,
      attempted_at: expect.any(String),
    })
    expect(await say(scene)).not.toContain(brief.key)
    expect(await wakeOf(pool, scene.conversation, scene.clock.now())).toBeUndefined()
  })

  test('what was said stays, with where it was said, but no longer holds', async () => {
    const scene = await scheduled()
    await say(scene)
    scene.clock.move(WEDNESDAY)
    const [{ entry }] = (await due(scene)).parts
    await say(scene)
    await cancel(scene)
    expect((await rowsOf(scene)).get(entry.key)).toMatchObject({
      status: 'said',
      withdrawn: true,
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
    const { parts } = await due(scene)
    const [{ entry: brief }] = parts
    await markAttempt(pool, parts, scene.clock.now())
    await cancel(scene)
    const message = { channel: 'direct', post: 'late' }
    await settle(pool, parts, { status: 'said', message })
    expect(await scene.store.messageOf(scene.id, brief.key)).toEqual(message)
    expect(await say(scene)).not.toContain(brief.key)
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
      kind: 'to-rewrite',
      parts: [{ entry: { key: invitation } }],
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
    const { parts } = await due(scene)
    const ticked = { interview: scene.interview, item: 'link', done: true }
    await scene.done(scene.scorer, (state, actor) => tickBriefItem(state, ticked, actor))
    await settle(pool, parts, { status: 'said', message: { channel: 'direct', post: 'brief' } })
    const again = await due(scene)
    const [{ entry, shows }] = parts
    expect(again).toMatchObject({ kind: 'to-rewrite', message: { post: 'brief' } })
    expect(again.parts).toMatchObject([{ entry: { key: entry.key } }])
    expect(again.parts[0].shows).not.toBe(shows)
  })

  test('that was skipped or failed is not due again when what it would show changes', async () => {
    const scene = await scheduled()
    await say(scene)
    scene.clock.move(WEDNESDAY)
    await settle(pool, (await due(scene)).parts, { status: 'skipped' })
    const ticked = { interview: scene.interview, item: 'link', done: true }
    await scene.done(scene.scorer, (state, actor) => tickBriefItem(state, ticked, actor))
    expect(await say(scene)).toEqual([])
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
