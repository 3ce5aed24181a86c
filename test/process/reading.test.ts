/** Who may read whose notes (product.md sections 4 and 7). */
import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/process/events.ts'
import { mayReadScorecard } from '../../src/process/gate.ts'
import type { Reader } from '../../src/process/gate.ts'
import { stateAfter } from './support/history.ts'
import { debriefOpened, filed, happened, scheduled, staffed, waived } from './support/story.ts'

const everyone = ['camille', 'sacha', 'noor', 'ines', 'malik', 'lou', 'zoe', 'channel'] as const

const shut = [
  ...staffed,
  scheduled('2026-03-03T10:00'),
  filed('ines', '2026-03-03T12:00'),
  filed('malik', '2026-03-03T12:00'),
]
const open = [...shut, debriefOpened('2026-03-03T14:00')]
const malikScoresNext = scheduled('2026-03-10T10:00', {
  interview: 'case',
  stage: 'case-study',
  participants: { malik: 'scorer', lou: 'observer' },
})

/** Those who may read that part of Inès’s notes. */
function readers(events: readonly Event[], kind: 'evidence' | 'verdict'): readonly Reader[] {
  const part = { kind, interview: 'talk', author: 'ines' } as const
  const state = stateAfter(...events)
  return everyone.filter((reader) => mayReadScorecard(state, reader, part))
}

describe('before the opening', () => {
  test('nobody but their author reads notes, whatever their role', () => {
    expect(readers(shut, 'evidence')).toEqual(['ines'])
    expect(readers(shut, 'verdict')).toEqual(['ines'])
  })

  test('even when everyone has filed and only the half-day is to come', () => {
    expect(readers([...shut, filed('ines', '2026-03-03T13:00')], 'verdict')).toEqual(['ines'])
  })

  test('nor after a cancellation', () => {
    const cancelled = happened('2026-03-03T09:00', 'camille', {
      type: 'InterviewCancelled',
      interview: 'talk',
    })
    expect(readers([...staffed, scheduled('2026-03-03T10:00'), cancelled], 'evidence')).toEqual([
      'ines',
    ])
  })

  test('another debrief of the same candidate being open changes nothing', () => {
    const earlier = scheduled('2026-03-02T10:00', { interview: 'first', stage: 'prequalification' })
    const events = [...shut, earlier, debriefOpened('2026-03-02T14:00', 'first')]
    expect(readers(events, 'evidence')).toEqual(['ines'])
  })
})

describe('after the opening', () => {
  test('every member reads evidence, and so does the channel; strangers do not', () => {
    expect(readers(open, 'evidence')).toEqual([
      'camille',
      'sacha',
      'noor',
      'ines',
      'malik',
      'lou',
      'channel',
    ])
  })

  test('members read levels, the channel does not', () => {
    expect(readers(open, 'verdict')).toEqual(['camille', 'sacha', 'noor', 'ines', 'malik', 'lou'])
  })

  test('a scorer who owes notes on that candidate reads evidence but nobody’s levels', () => {
    const events = [...open, malikScoresNext]
    expect(readers(events, 'evidence')).toContain('malik')
    expect(readers(events, 'verdict')).toEqual(['camille', 'sacha', 'noor', 'ines', 'lou'])
  })

  test('they read them once they have filed, or were let off', () => {
    for (const settled of [
      filed('malik', '2026-03-10T12:00', 'case'),
      waived('malik', '2026-03-10T12:00', 'case'),
    ]) {
      expect(readers([...open, malikScoresNext, settled], 'verdict')).toContain('malik')
    }
  })

  test('owing notes on another candidate hides nothing', () => {
    const other = scheduled('2026-03-10T10:00', {
      interview: 'case',
      application: 'billie',
      participants: { malik: 'scorer' },
    })
    expect(readers([...open, other], 'verdict')).toContain('malik')
  })

  test('the owner who owes notes as a scorer is like any scorer', () => {
    const scoring = scheduled('2026-03-10T10:00', {
      interview: 'case',
      stage: 'case-study',
      participants: { camille: 'scorer' },
    })
    expect(readers([...open, scoring], 'verdict')).not.toContain('camille')
  })

  test('who owes notes still reads their own', () => {
    const scoring = scheduled('2026-03-10T10:00', {
      interview: 'case',
      stage: 'case-study',
      participants: { ines: 'scorer' },
    })
    expect(readers([...open, scoring], 'verdict')).toContain('ines')
  })

  test('who has left the team reads nothing any more, but what they wrote', () => {
    const left = ['ines', 'lou'].map((person) =>
      happened('2026-03-04T10:00', 'camille', { type: 'MemberRemoved', person }),
    )
    expect(readers([...open, ...left], 'evidence')).toEqual([
      'camille',
      'sacha',
      'noor',
      'ines',
      'malik',
      'channel',
    ])
  })
})

test('notes of an interview that nobody knows are for nobody', () => {
  const part = { kind: 'evidence', interview: 'nowhere', author: 'ines' } as const
  expect(mayReadScorecard(stateAfter(...open), 'camille', part)).toBe(false)
})
