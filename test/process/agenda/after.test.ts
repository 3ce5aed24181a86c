/** What is said after an interview: the end, late reminders, the opening. */
import { describe, expect, test } from 'vitest'
import { entries, keys, sayableAt, times } from '../support/agenda.ts'
import {
  debriefOpened,
  filed,
  happened,
  moved,
  scheduled,
  staffed,
  staffedByOne,
  waived,
} from '../support/story.ts'

const NOW = '2026-02-24T15:00'
const story = [...staffed, scheduled('2026-03-03T10:00')]
const both = [filed('ines', '2026-03-03T11:30'), filed('malik', '2026-03-03T12:00')]

function remindersAt(now: string): readonly string[] {
  return times(story, now, 'late', 'ines')
}

describe('at the planned end', () => {
  test('scorers are asked for their notes, observers are not', () => {
    expect(entries(story, NOW, 'ended').map(({ to }) => to)).toEqual(['ines', 'malik'])
  })

  test.each([
    ['2026-03-03T10:00', '2026-03-03T11:00 → 2026-03-03T15:00'],
    ['2026-03-03T19:00', '2026-03-03T20:00 → 2026-03-04T13:00'],
    ['2026-03-07T10:00', '2026-03-07T11:00 → 2026-03-09T13:00'],
  ])('whenever that is, until the first reminder: %s', (start, expected) => {
    expect(times([...staffed, scheduled(start)], NOW, 'ended', 'ines')).toEqual([expected])
  })
})

describe('a late scorer is reminded after 4 working hours, then each working morning', () => {
  test.each([
    ['2026-03-03T10:00', '2026-03-03T15:00', 'the same day'],
    ['2026-03-03T13:00', '2026-03-03T18:00', 'at closing time'],
    ['2026-03-03T15:00', '2026-03-04T11:00', 'over the night'],
    ['2026-03-06T15:00', '2026-03-09T11:00', 'over the week-end'],
    ['2026-03-27T15:00', '2026-03-30T11:00', 'over the start of summer time'],
    ['2026-10-23T15:00', '2026-10-26T11:00', 'over the end of summer time'],
    ['2026-07-13T15:00', '2026-07-15T11:00', 'over 14 July'],
    ['2026-03-03T19:00', '2026-03-04T13:00', 'after an evening interview'],
  ])('%s: first at %s, %s', (start, expected) => {
    const [first, ...others] = times([...staffed, scheduled(start)], NOW, 'late', 'ines')
    expect(first?.split(' → ')[0]).toBe(expected)
    expect(others).toEqual([])
  })

  test('each morning at 9:00 until the next one', () => {
    expect(remindersAt('2026-03-03T14:29')).toEqual(['2026-03-03T15:00 → 2026-03-04T09:00'])
    expect(remindersAt('2026-03-03T15:00')).toEqual([
      '2026-03-03T15:00 → 2026-03-04T09:00',
      '2026-03-04T09:00 → 2026-03-05T09:00',
    ])
    expect(remindersAt('2026-03-06T12:00')).toEqual([
      '2026-03-06T09:00 → 2026-03-09T09:00',
      '2026-03-09T09:00 → 2026-03-10T09:00',
    ])
  })

  test('not on a holiday', () => {
    const easter = [...staffed, scheduled('2026-04-03T10:00')]
    expect(times(easter, '2026-04-05T12:00', 'late', 'ines')).toEqual([
      '2026-04-03T15:00 → 2026-04-07T09:00',
      '2026-04-07T09:00 → 2026-04-08T09:00',
    ])
  })

  test('not at 9:00 of the day when the first one comes later', () => {
    const long = [...staffed, scheduled('2026-03-03T13:00', { minutes: 240 })]
    expect(times(long, '2026-03-04T09:30', 'late', 'ines')).toEqual([
      '2026-03-04T12:00 → 2026-03-05T09:00',
    ])
  })

  test('occurrences are counted, and each has its key', () => {
    const late = entries(story, '2026-03-06T12:00', 'late', 'ines')
    expect(late.map(({ occurrence }) => occurrence)).toEqual([4, 5])
    expect(late.map(({ key }) => key)).toEqual(['late/talk/0/ines/4', 'late/talk/0/ines/5'])
  })

  test('reminders missed while the bot was down become one', () => {
    expect(sayableAt(story, '2026-03-13T08:00', 'ines')).toEqual(['late'])
    expect(sayableAt(story, '2026-03-13T09:00', 'ines')).toEqual(['late'])
  })

  test('it stops at filing, at a waiver, at a cancellation', () => {
    const late = '2026-03-06T12:00'
    expect(keys([...story, filed('ines', '2026-03-05T10:00')], late, 'late', 'ines')).toEqual([])
    expect(keys([...story, waived('ines', '2026-03-05T10:00')], late, 'late', 'ines')).toEqual([])
    for (const type of ['InterviewCancelled', 'InterviewNotHeld'] as const) {
      const called = happened('2026-03-03T10:30', 'camille', { type, interview: 'talk' })
      for (const kind of ['ended', 'late', 'owner-told-late'] as const) {
        expect(keys([...story, called], late, kind)).toEqual([])
      }
    }
  })

  test('an interview that did not take place is told in the channel, to the owner and to all who were to come', () => {
    const byScorer = [...story, notHeld('malik')]
    expect(times(byScorer, NOW, 'debrief-thread')).toEqual(['2026-03-03T10:30'])
    expect(entries(byScorer, NOW, 'not-held').map(({ to }) => to)).toEqual([
      'camille',
      'ines',
      'lou',
    ])
    const byOwner = entries([...story, notHeld('camille')], NOW, 'not-held')
    expect(byOwner.map(({ to }) => to)).toEqual(['ines', 'malik', 'lou'])
  })

  test('others who filed are left alone, the late one is not', () => {
    const events = [...story, filed('ines', '2026-03-03T11:30')]
    expect(entries(events, NOW, 'late').map(({ to }) => to)).toEqual(['malik'])
  })
})

function notHeld(by: string) {
  return happened('2026-03-03T10:30', by, { type: 'InterviewNotHeld', interview: 'talk' })
}

describe('after 18 working hours the owner is told', () => {
  test.each([
    ['2026-03-03T10:00', '2026-03-05T11:00', 'two working days'],
    ['2026-03-06T15:00', '2026-03-10T16:00', 'over the week-end'],
    ['2026-04-03T15:00', '2026-04-08T16:00', 'over Easter'],
    ['2026-03-27T15:00', '2026-03-31T16:00', 'over the start of summer time'],
  ])('%s: %s, %s', (start, expected) => {
    const events = [...staffed, scheduled(start)]
    expect(times(events, NOW, 'owner-told-late', 'camille')).toEqual([expected, expected])
    expect(entries(events, NOW, 'owner-told-late').map(({ about }) => about)).toEqual([
      'ines',
      'malik',
    ])
  })

  test('of those who are still late only', () => {
    const events = [...story, filed('ines', '2026-03-04T10:00')]
    expect(entries(events, NOW, 'owner-told-late')).toMatchObject([{ about: 'malik' }])
  })
})

describe('a reminder by hand', () => {
  test('is said at once to the scorer, each time it is asked', () => {
    const reminder = { type: 'ScorerReminded', interview: 'talk', scorer: 'ines' } as const
    const once = [...story, happened('2026-03-03T16:00', 'camille', reminder)]
    const twice = [...once, happened('2026-03-03T17:00', 'camille', reminder)]
    expect(times(once, NOW, 'reminded', 'ines')).toEqual(['2026-03-03T16:00'])
    expect(times(twice, NOW, 'reminded', 'ines')).toEqual(['2026-03-03T17:00'])
    expect(keys(twice, NOW, 'reminded')).not.toEqual(keys(once, NOW, 'reminded'))
  })
})

describe('the debrief', () => {
  test('has its thread in the channel from the planned end on', () => {
    expect(times(story, NOW, 'debrief-thread')).toEqual(['2026-03-03T11:00'])
    expect(entries(story, NOW, 'debrief-thread')).toMatchObject([{ key: 'debrief-thread/talk' }])
    expect(entries(story, NOW, 'debrief-thread')[0]).not.toHaveProperty('to')
  })

  test('the thread shows who has filed, who was let off, and the opening', () => {
    const steps = [
      [],
      [filed('ines', '2026-03-03T11:30')],
      both,
      [filed('ines', '2026-03-03T11:30'), waived('malik', '2026-03-03T12:00')],
      [...both, debriefOpened('2026-03-03T14:00')],
    ]
    const shown = steps.map(
      (events) => entries([...story, ...events], NOW, 'debrief-thread')[0]?.shows,
    )
    expect(new Set(shown).size).toBe(5)
  })

  test('opens by itself when its time comes', () => {
    expect(times(story, NOW, 'open-debrief')).toEqual([])
    expect(times([...story, ...both], NOW, 'open-debrief')).toEqual(['2026-03-03T14:00'])
    const moments = [
      moved('2026-03-03T15:00', '2026-03-02T10:00'),
      filed('ines', '2026-03-03T17:00'),
      filed('malik', '2026-03-05T10:30'),
    ]
    expect(times([...story, ...moments], NOW, 'open-debrief')).toEqual(['2026-03-05T10:30'])
  })

  test('once open, is said in its thread, and to the owner and the scorers', () => {
    const open = [...story, ...both, debriefOpened('2026-03-03T14:00')]
    expect(times(open, NOW, 'open-debrief')).toEqual([])
    expect(times(open, NOW, 'debrief')).toEqual(['2026-03-03T14:00'])
    expect(entries(open, NOW, 'debrief')).toMatchObject([{ thread: 'debrief-thread/talk' }])
    expect(entries(open, NOW, 'debrief-ready').map(({ to }) => to)).toEqual([
      'camille',
      'ines',
      'malik',
    ])
    for (const kind of ['ended', 'late', 'owner-told-late'] as const) {
      expect(keys(open, '2026-03-06T12:00', kind)).toEqual([])
    }
  })

  test('shows amendments in place', () => {
    const open = [...story, ...both, debriefOpened('2026-03-03T14:00')]
    const amended = [...open, filed('ines', '2026-03-03T16:00')]
    expect(keys(amended, NOW, 'debrief')).toEqual(keys(open, NOW, 'debrief'))
    const shown = [open, amended].map((events) => entries(events, NOW, 'debrief')[0]?.shows)
    expect(shown[0]).not.toBe(shown[1])
  })

  test('that opens before the planned end has its thread then', () => {
    const alone = scheduled('2026-03-03T10:00', { participants: { ines: 'scorer' } })
    const events = [
      ...staffedByOne,
      alone,
      filed('ines', '2026-03-03T10:40'),
      debriefOpened('2026-03-03T10:40'),
    ]
    expect(times(events, NOW, 'debrief-thread')).toEqual(['2026-03-03T10:40'])
    expect(times(events, NOW, 'debrief')).toEqual(['2026-03-03T10:40'])
  })

  test('is not announced to a scorer who has left the team', () => {
    const events = [
      ...story,
      filed('ines', '2026-03-03T11:30'),
      waived('malik', '2026-03-03T11:30'),
      happened('2026-03-03T12:00', 'camille', { type: 'MemberRemoved', person: 'malik' }),
      debriefOpened('2026-03-03T14:00'),
    ]
    expect(entries(events, NOW, 'debrief-ready').map(({ to }) => to)).toEqual(['camille', 'ines'])
  })
})
