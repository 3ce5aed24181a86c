/** A reminder that comes back is in the agenda once it may be said, with the next one. */
import { describe, expect, test } from 'vitest'
import { currentAndNext } from '../../../src/process/agenda/recurring.ts'
import { onTheWall, paris } from '../support/instants.ts'

/** `occurrence due → next` of a reminder that comes first on Thursday at 15:00. */
function at(now: string, first = '2026-03-26T15:00'): readonly string[] {
  return currentAndNext(paris(first), paris(now)).map(
    ({ occurrence, dueAt, next }) => `${occurrence} ${onTheWall(dueAt)} → ${onTheWall(next)}`,
  )
}

describe('a reminder', () => {
  test('is alone until it may be said, half an hour early along with others', () => {
    expect(at('2026-03-20T10:00')).toEqual(['1 2026-03-26T15:00 → 2026-03-27T09:00'])
    expect(at('2026-03-26T14:29')).toEqual(at('2026-03-20T10:00'))
  })

  test('has the next one beside it from then on', () => {
    const both = ['1 2026-03-26T15:00 → 2026-03-27T09:00', '2 2026-03-27T09:00 → 2026-03-30T09:00']
    for (const now of ['2026-03-26T14:30', '2026-03-26T15:00', '2026-03-27T08:29']) {
      expect(at(now)).toEqual(both)
    }
  })

  test('gives way to the next one, over a week-end and a change of clocks', () => {
    expect(at('2026-03-27T09:00')).toEqual([
      '2 2026-03-27T09:00 → 2026-03-30T09:00',
      '3 2026-03-30T09:00 → 2026-03-31T09:00',
    ])
    expect(at('2026-03-30T08:29')).toEqual(at('2026-03-27T09:00'))
    expect(at('2026-03-30T08:30')).toHaveLength(3)
    expect(at('2026-03-30T09:00')[0]).toBe('3 2026-03-30T09:00 → 2026-03-31T09:00')
  })

  test('missed for weeks is one, and its occurrences are those of working mornings', () => {
    // 27, 30 and 31 March, 1 to 3 April; 6 April is Easter Monday; 7 to 10 April.
    expect(at('2026-04-10T12:00')).toEqual([
      '11 2026-04-10T09:00 → 2026-04-13T09:00',
      '12 2026-04-13T09:00 → 2026-04-14T09:00',
    ])
  })

  test('at 9:00 is not followed by another the same day', () => {
    expect(at('2026-03-27T09:00', '2026-03-27T09:00')).toEqual([
      '1 2026-03-27T09:00 → 2026-03-30T09:00',
      '2 2026-03-30T09:00 → 2026-03-31T09:00',
    ])
  })
})
