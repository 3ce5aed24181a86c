import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { systemClock, type Clock } from '../../src/clock.ts'
import { inProcessAlarm } from '../../src/delivery/in-process-alarm.ts'
import { duringRequest } from '../../src/log.ts'
import { keptLog } from '../support/kept-log.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-03T09:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const SECOND = 1_000
const HOUR = 3_600 * SECOND
const DAY = 24 * HOUR

const log = pino({ level: 'silent' })
const after = (milliseconds: number) => systemClock.now().add({ milliseconds })

async function listening(
  during: (conversation: string) => Promise<void> | void = () => undefined,
  clock: Clock = systemClock,
) {
  const alarm = inProcessAlarm({ clock, log })
  const rings: { conversation: string; at: number }[] = []
  const start = Date.now()
  await alarm.start(async (conversation) => {
    rings.push({ conversation, at: Date.now() - start })
    await during(conversation)
  })
  return { alarm, rings }
}

test('rings in two months, which is more than a timer can wait', async () => {
  const { alarm, rings } = await listening()
  await alarm.ring('a', after(60 * DAY))
  await vi.advanceTimersByTimeAsync(60 * DAY - 1)
  expect(rings).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(rings).toEqual([{ conversation: 'a', at: 60 * DAY }])
})

test('rings within the hour when the clock was moved past the instant', async () => {
  let ahead = 0
  const clock = { now: () => systemClock.now().add({ milliseconds: ahead }) }
  const { alarm, rings } = await listening(undefined, clock)
  await alarm.ring('a', after(30 * DAY))
  ahead = 31 * DAY
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(rings).toEqual([{ conversation: 'a', at: HOUR }])
})

test('does not ring early when its clock is slower than the timers', async () => {
  const start = systemClock.now()
  const clock = {
    now: () => start.add({ milliseconds: Math.floor((Date.now() - start.epochMilliseconds) / 2) }),
  }
  const { alarm, rings } = await listening(undefined, clock)
  await alarm.ring('a', after(10 * SECOND))
  await vi.advanceTimersByTimeAsync(20 * SECOND - 1)
  expect(rings).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(rings).toHaveLength(1)
})

test('an instant finer than a millisecond is never rung early', async () => {
  const { alarm, rings } = await listening()
  await alarm.ring('a', after(100).add({ nanoseconds: 1 }))
  await vi.advanceTimersByTimeAsync(100)
  expect(rings).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(rings).toHaveLength(1)
})

test('what keeps failing rings again less and less often, each minute at most', async () => {
  const { alarm, rings } = await listening(() => {
    throw new Error('down')
  })
  await alarm.ring('a', systemClock.now())
  await vi.advanceTimersByTimeAsync(HOUR)
  const gaps = rings.slice(1).map(({ at }, index) => at - (rings[index]?.at ?? 0))
  expect(gaps[0]).toBeLessThanOrEqual(SECOND)
  expect(gaps[2]).toBeGreaterThanOrEqual(2 * SECOND)
  for (const gap of gaps.slice(6)) {
    expect(gap).toBeGreaterThanOrEqual(30 * SECOND)
    expect(gap).toBeLessThanOrEqual(60 * SECOND)
  }
})

test('asking for a conversation that keeps failing does not multiply its rings', async () => {
  const { alarm, rings } = await listening(() => {
    throw new Error('down')
  })
  for (let minute = 0; minute < 60; minute++) {
    await alarm.ring('a', systemClock.now())
    await vi.advanceTimersByTimeAsync(60 * SECOND)
  }
  expect(rings.length).toBeLessThan(60 * 4)
})

test('a conversation that succeeds starts again from the shortest wait', async () => {
  let working = false
  const { alarm, rings } = await listening(() => {
    if (!working) throw new Error('down')
  })
  await alarm.ring('a', systemClock.now())
  await vi.advanceTimersByTimeAsync(10 * 60 * SECOND)
  working = true
  await vi.advanceTimersByTimeAsync(60 * SECOND)
  working = false
  rings.length = 0
  await alarm.ring('a', systemClock.now())
  await vi.advanceTimersByTimeAsync(SECOND)
  expect(rings.length).toBeGreaterThanOrEqual(2)
})

test('stops five seconds later at most', async () => {
  const { alarm, rings } = await listening(() => new Promise(() => undefined))
  await alarm.ring('a', systemClock.now())
  await vi.advanceTimersByTimeAsync(0)
  expect(rings).toHaveLength(1)
  const stopping = Date.now()
  const stopped = alarm.stop()
  await vi.runAllTimersAsync()
  await stopped
  expect(Date.now() - stopping).toBe(5 * SECOND)
})

test('leaves no timer behind once stopped, even when the last ring fails', async () => {
  const last = Promise.withResolvers<void>()
  const { alarm } = await listening(() => last.promise)
  await alarm.ring('a', systemClock.now())
  await alarm.ring('b', after(HOUR))
  await vi.advanceTimersByTimeAsync(0)
  const stopped = alarm.stop()
  last.reject(new Error('down'))
  await stopped
  expect(vi.getTimerCount()).toBe(0)
})

test('a thousand instants are rung in order', async () => {
  const { alarm, rings } = await listening()
  const instants = Array.from({ length: 1_000 }, (_, index) => ((index * 7_919) % 1_000) * SECOND)
  for (const at of instants) await alarm.ring(String(at), after(at))
  await vi.advanceTimersByTimeAsync(1_000 * SECOND)
  expect(rings.map(({ at }) => at)).toEqual(instants.toSorted((a, b) => a - b))
  expect(rings.every(({ conversation, at }) => conversation === String(at))).toBe(true)
})

test('what falls due while the process was held up is rung in order', async () => {
  const { alarm, rings } = await listening()
  await alarm.ring('second', after(2 * SECOND))
  await alarm.ring('first', after(SECOND))
  vi.setSystemTime(Date.now() + 10 * SECOND)
  await vi.advanceTimersByTimeAsync(SECOND)
  expect(rings.map(({ conversation }) => conversation)).toEqual(['first', 'second'])
})

test('rings at once what is due, though a moved clock left a longer timer behind', async () => {
  let ahead = 0
  const clock = { now: () => systemClock.now().add({ milliseconds: ahead }) }
  const { alarm, rings } = await listening(undefined, clock)
  await alarm.ring('a', after(DAY))
  ahead = 2 * DAY
  await alarm.ring('b', clock.now())
  await vi.advanceTimersByTimeAsync(1)
  expect(rings.map(({ conversation }) => conversation).toSorted()).toEqual(['a', 'b'])
})

test('what it rings is not logged under the request that set its timer', async () => {
  const kept = keptLog()
  const { alarm, rings } = await listening(() => kept.log.info('rang'))
  await duringRequest(() => alarm.ring('a', after(10 * SECOND)))
  await vi.advanceTimersByTimeAsync(10 * SECOND)
  expect(rings).toHaveLength(1)
  expect(kept.lines).toHaveLength(1)
  expect(kept.lines[0]).not.toHaveProperty('request')
})
