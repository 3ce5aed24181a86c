/** What is said at the end of a recruitment, and after it. */
import { describe, expect, test } from 'vitest'
import { entries, keys, times } from '../support/agenda.ts'
import { answered, chosen, closed } from '../support/candidates.ts'
import { happened, scheduled, staffed } from '../support/story.ts'

/** On a Monday. */
const done = [...staffed, chosen('alex'), answered('alex'), closed('alex', '2026-03-02T13:00')]
const NOW = '2026-03-02T13:00'

describe('the end', () => {
  test('is told to the team in the channel, at once, with a choice or without', () => {
    for (const story of [done, [...staffed, closed(undefined, '2026-03-02T13:00')]]) {
      expect(times(story, NOW, 'closed')).toEqual(['2026-03-02T13:00'])
      expect(entries(story, NOW, 'closed')[0]).not.toHaveProperty('to')
    }
    expect(keys(staffed, NOW, 'closed')).toEqual([])
  })
})

describe('a follow-up', () => {
  test('is called to mind on its day, then each working morning until it is done', () => {
    expect(entries(done, NOW, 'follow-up').map(({ followUp, to }) => [followUp, to])).toEqual([
      ['file', 'camille'],
      ['arrival', 'camille'],
    ])
    expect(times(done, NOW, 'follow-up')).toEqual([
      '2026-03-04T09:00 → 2026-03-05T09:00',
      '2026-03-16T09:00 → 2026-03-17T09:00',
    ])
    const filed = happened('2026-03-05T10:00', 'camille', {
      type: 'FollowUpDone',
      followUp: 'file',
    })
    expect(times([...done, filed], '2026-03-05T10:00', 'follow-up')).toEqual([
      '2026-03-16T09:00 → 2026-03-17T09:00',
    ])
  })

  test('put off is called to mind anew on that day', () => {
    const later = happened('2026-03-04T10:00', 'camille', {
      type: 'FollowUpDated',
      followUp: 'file',
      date: '2026-03-11',
    })
    const before = keys(done, '2026-03-04T10:00', 'follow-up')
    const after = keys([...done, later], '2026-03-04T10:00', 'follow-up')
    expect(times([...done, later], '2026-03-04T10:00', 'follow-up')[0]).toBe(
      '2026-03-11T09:00 → 2026-03-12T09:00',
    )
    expect(before).not.toContain(after[0])
  })

  test('exists with a choice only', () => {
    expect(keys([...staffed, closed()], NOW, 'follow-up')).toEqual([])
  })
})

test('nobody is reminded of notes in a closed recruitment', () => {
  const story = [...staffed, scheduled('2026-03-02T10:00')]
  for (const kind of ['ended', 'late', 'owner-told-late'] as const) {
    expect(keys([...story, closed()], '2026-03-04T10:00', kind)).toEqual([])
  }
})
