import { afterEach, expect, test, vi } from 'vitest'
import { cache } from '../../src/chat/cache.ts'

afterEach(() => void vi.useRealTimers())

test('what is kept for a minute is forgotten after a minute, though the date went back meanwhile', () => {
  vi.useFakeTimers({ now: Date.parse('2026-03-03T09:00Z') })
  const kept = cache<string>(10, 60_000)
  kept.set('zoe', 'active')
  vi.setSystemTime(Date.parse('2026-03-03T08:00Z'))
  vi.advanceTimersByTime(59_000)
  expect(kept.get('zoe')).toBe('active')
  vi.advanceTimersByTime(2_000)
  expect(kept.get('zoe')).toBeUndefined()
})

test('the oldest is forgotten when there are too many', () => {
  const kept = cache<number>(2)
  for (const [value, key] of ['a', 'b', 'c'].entries()) kept.set(key, value)
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([undefined, 1, 2])
})
