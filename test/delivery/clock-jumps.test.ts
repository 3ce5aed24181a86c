/** A clock that jumps while the bot runs: nothing is said twice, nothing is lost, nothing waits for long. */
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDelivery } from '../../src/delivery/delivery.ts'
import type { Delivery } from '../../src/delivery/delivery.ts'
import { inProcessAlarm } from '../../src/delivery/in-process-alarm.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { THURSDAY_END, interviewStage, log } from './support/speaking.ts'

const { pool, close } = await migratedDatabase()
afterAll(close)
beforeEach(() => pool.query('truncate recruitments, leases cascade'))

const started: Delivery[] = []
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(started.splice(0).map((delivery) => delivery.stop()))
})

/** A bot with the alarm of one process, whose reconcile comes when the test says that a minute passed. */
async function running() {
  const set = await interviewStage(pool)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const alarm = inProcessAlarm({ clock: set.clock, log })
  const delivery = createDelivery({ pool, clock: set.clock, alarm, speak: set.speak, log })
  started.push(delivery)
  await delivery.start()
  const { interview, scorer } = set
  const heard = (entry: string) =>
    vi.waitFor(() => expect(set.heardBy(scorer)).toContain(entry), 10_000)
  await heard(`invitation/${interview}/${scorer}`)
  return {
    ...set,
    heard,
    brief: `brief/${interview}/0/${scorer}`,
    ended: `ended/${interview}/0/${scorer}`,
    minute: () => vi.advanceTimersByTime(60_000),
    twice: () => set.chat.posts.length - new Set(set.chat.posts.map(({ key }) => key)).size,
  }
}

describe('a clock that jumps a day ahead, then is right again', () => {
  test('makes what it believes due said within a minute, once for both times', async () => {
    const { clock, minute, heard, brief, ended, twice } = await running()
    clock.move('2026-03-03T13:30:00Z')
    minute()
    clock.move('PT24H')
    minute()
    await heard(brief)
    clock.move('-PT24H')
    minute()
    clock.move('PT24H')
    minute()
    clock.move(THURSDAY_END)
    minute()
    await heard(ended)
    expect(twice()).toBe(0)
  })
})

describe('a clock that is set back by an hour', () => {
  test('does not keep waiting what failed just before', async () => {
    const { chat, clock, minute, heard, ended, twice } = await running()
    clock.move('2026-03-05T15:01:00Z')
    let failures = 0
    chat.onPost = async () => {
      failures += 1
      throw new Error('away')
    }
    minute()
    await vi.waitFor(() => expect(failures).toBeGreaterThan(0), 10_000)
    chat.onPost = async ({ send }) => send()
    clock.move('-PT1H')
    minute()
    await heard(ended)
    expect(twice()).toBe(0)
  })
})

describe('a message whose answer was lost while the clock was a day ahead', () => {
  test.each([
    ['is found, and not said again, while the clock still is', 'PT0S'],
    ['is found, and not said again, once the clock is right', '-PT24H'],
  ])('%s', async (_title, back) => {
    const set = await interviewStage(pool)
    set.clock.move('PT24H')
    set.chat.onPost = async ({ send }) => {
      send()
      throw new Error('the answer was lost')
    }
    await expect(set.speak(set.conversation)).rejects.toThrow('lost')
    // The platform dates it by its own clock, which is right.
    const last = set.chat.posts.pop()
    if (last) set.chat.posts.push({ ...last, at: last.at - 24 * 3_600_000 })
    set.chat.onPost = async ({ send }) => send()
    set.clock.move(back)
    await set.another().speak(set.conversation)
    expect(set.heardBy(set.scorer)).toEqual([
      `framing/${set.scorer}`,
      `invitation/${set.interview}/${set.scorer}`,
    ])
  })
})
