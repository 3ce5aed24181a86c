import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { releaseLease, takeLease } from '../../src/store/lease.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { moving, unique } from '../store/support/scene.ts'
import {
  FRIDAY,
  MONDAY_MORNING,
  WEDNESDAY,
  interviewStage,
  twoInterviewsStage,
} from './support/speaking.ts'
import type { Stage } from './support/speaking.ts'

const { pool, openAnother, close } = await migratedDatabase()
const otherPool = openAnother()
afterAll(close)
afterEach(() => vi.useRealTimers())

/** As if the database's clock had run past it. */
async function expire({ conversation }: Stage): Promise<void> {
  await pool.query(
    `update leases set expires_at = clock_timestamp() - interval '1 second' where conversation = $1`,
    [conversation],
  )
}

/** A door that the test opens. */
function door() {
  return Promise.withResolvers<void>()
}

/** Posting waits at the door; `reached` tells that a request is there. */
function holdPosts({ chat }: Stage) {
  const [reached, opened] = [door(), door()]
  chat.onPost = async ({ send }) => {
    reached.resolve()
    await opened.promise
    return send()
  }
  return { reached: reached.promise, open: opened.resolve }
}

describe('two instances on one database', () => {
  test('never say anything twice, whoever is rung', async () => {
    const set = await interviewStage(pool)
    const instances = [set, set.another({ pool: otherPool }), set.another({ pool: otherPool })]
    set.chat.onPost = async ({ send }) => {
      await pool.query('select 1')
      return send()
    }
    const conversations = [set.conversation, `person/${set.other}`, set.channel]
    const moments = [WEDNESDAY, '2026-03-05T12:45:00Z', '2026-03-05T14:00:00Z', FRIDAY]
    for (const moment of [...moments, MONDAY_MORNING]) {
      const rings = [...conversations, ...conversations].flatMap((conversation) =>
        instances.map(({ speak }) => speak(conversation)),
      )
      await Promise.all(rings)
      set.clock.move(moment)
      if (moment === WEDNESDAY) {
        await set.done(set.owner, moving(set.interview, '2026-03-05T13:00:00Z'))
      }
    }
    await Promise.all(conversations.map((conversation) => set.speak(conversation)))
    const keys = set.chat.posts.map(({ key }) => key)
    expect(keys).toEqual([...new Set(keys)])
    expect(set.heardBy(set.scorer)).toContain(`late/${set.interview}/1/${set.scorer}/1`)
    expect(set.heardBy(set.other).length).toBe(set.heardBy(set.scorer).length)
  })

  test('take turns: while one speaks the other hears that it is busy', async () => {
    const set = await interviewStage(pool)
    const held = holdPosts(set)
    const speaking = set.speak(set.conversation)
    await held.reached
    expect(await set.another({ pool: otherPool }).speak(set.conversation)).toBe('busy')
    held.open()
    expect(await speaking).toBe('said')
    expect(set.heardBy(set.scorer)).toHaveLength(2)
    expect(await set.another({ pool: otherPool }).speak(set.conversation)).toBe('said')
    expect(set.heardBy(set.scorer)).toHaveLength(2)
  })

  test('speak in different conversations at the same time', async () => {
    const set = await interviewStage(pool)
    const held = holdPosts(set)
    const speaking = set.speak(set.conversation)
    await held.reached
    set.chat.onPost = async ({ send }) => send()
    const elsewhere = set.another({ pool: otherPool })
    expect(await elsewhere.speak(`person/${set.other}`)).toBe('said')
    expect(set.heardBy(set.other)).toContain(`invitation/${set.interview}/${set.other}`)
    held.open()
    await speaking
  })

  test('replace each other: one that died holds a conversation until its lease ends', async () => {
    const set = await interviewStage(pool)
    await takeLease(pool, set.conversation, unique('dead'), 10)
    expect(await set.speak(set.conversation)).toBe('busy')
    await expire(set)
    expect(await set.speak(set.conversation)).toBe('said')
    expect(set.heardBy(set.scorer)).toHaveLength(2)
  })
})

describe('an instance whose conversation was taken by another', () => {
  test('stops after the message that it was saying', async () => {
    const set = await twoInterviewsStage(pool)
    const held = holdPosts(set)
    const speaking = set.speak(set.conversation)
    await held.reached
    await expire(set)
    await takeLease(pool, set.conversation, 'taker', 10)
    held.open()
    expect(await speaking).toBe('busy')
    expect(set.heardBy(set.scorer).slice(1)).toEqual([`invitation/${set.interview}/${set.scorer}`])
    await releaseLease(pool, set.conversation, 'taker')
    await set.speak(set.conversation)
    expect(set.heardBy(set.scorer)).toHaveLength(3)
  })

  test('does not say what the other said while it was asleep over it', async () => {
    const set = await interviewStage(pool)
    const { person } = set.chat
    const [reached, opened] = [door(), door()]
    set.chat.person = async (id) => {
      reached.resolve()
      await opened.promise
      return person(id)
    }
    const asleep = set.speak(set.conversation)
    await reached.promise
    await expire(set)
    set.chat.person = person
    expect(await set.another({ pool: otherPool }).speak(set.conversation)).toBe('said')
    opened.resolve()
    await asleep
    expect(set.heardBy(set.scorer)).toEqual([
      `framing/${set.scorer}`,
      `invitation/${set.interview}/${set.scorer}`,
    ])
  })
})

describe('one instance', () => {
  test('that is rung again while it speaks waits for its turn', async () => {
    const set = await interviewStage(pool)
    const held = holdPosts(set)
    const rings = Array.from({ length: 5 }, () => set.speak(set.conversation))
    await held.reached
    // Long enough for the others to get there, had they not to wait.
    await set.speak(unique('elsewhere'))
    held.open()
    expect(await Promise.all(rings)).toEqual(rings.map(() => 'said'))
    expect(set.heardBy(set.scorer)).toHaveLength(2)
    expect(set.chat.searches).toEqual([])
  })

  test('that is rung while it fails tries again', async () => {
    const set = await interviewStage(pool)
    let requests = 0
    set.chat.onPost = async ({ send }) => {
      requests += 1
      if (requests === 1) throw new Error('away')
      return send()
    }
    const [first, second] = await Promise.allSettled([
      set.speak(set.conversation),
      set.speak(set.conversation),
    ])
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
    expect(set.heardBy(set.scorer)).toHaveLength(2)
  })

  test('keeps its conversation during a request that lasts', async () => {
    const set = await interviewStage(pool)
    const held = holdPosts(set)
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const speaking = set.speak(set.conversation)
    await held.reached
    await pool.query(
      `update leases set expires_at = clock_timestamp() + interval '1 second' where conversation = $1`,
      [set.conversation],
    )
    vi.advanceTimersByTime(3_000)
    await vi.waitFor(async () => {
      const { rows } = await pool.query(
        `select expires_at > clock_timestamp() + interval '5 seconds' as renewed
         from leases where conversation = $1`,
        [set.conversation],
      )
      expect(rows).toEqual([{ renewed: true }])
    })
    held.open()
    await speaking
    expect(vi.getTimerCount()).toBe(0)
  })
})
