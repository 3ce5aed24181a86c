import { expect, test } from 'vitest'
import { onTheWall, paris } from './instants.ts'

test('an expectation tells two instants apart, however deep', () => {
  const noon = { at: paris('2026-03-03T12:00') }
  expect(noon).toEqual({ at: paris('2026-03-03T12:00') })
  expect(noon).not.toEqual({ at: paris('2026-03-03T12:01') })
  expect([noon]).not.toMatchObject([{ at: paris('2026-03-03T12:01') }])
})

test('instants follow the wall clock in Paris, in winter as in summer', () => {
  expect(paris('2026-01-15T10:00').toString()).toBe('2026-01-15T09:00:00Z')
  expect(paris('2026-07-15T10:00').toString()).toBe('2026-07-15T08:00:00Z')
  expect(onTheWall(paris('2026-07-15T10:00'))).toBe('2026-07-15T10:00')
})
