/** The exact instants of what is said, over the days when clocks change, holidays, and nights. */
import { describe, expect, test } from 'vitest'
import type { EntryKind } from '../../../src/process/agenda/entry.ts'
import type { Event } from '../../../src/process/events.ts'
import { entries, sayableAt } from '../support/agenda.ts'
import { added } from '../support/candidates.ts'
import { debriefOpened, filed, happened, moved, scheduled, staffed } from '../support/story.ts'

const NOW = '2026-02-24T15:00'

/** When each of these is due for Inès, in UTC; the owner’s for what is about her. */
function instants(
  events: readonly Event[],
  kinds: readonly EntryKind[],
  now = NOW,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    kinds.map((kind) => {
      const first = entries(events, now, kind).find(
        ({ to, about }) => to === 'ines' || about === 'ines' || to === undefined,
      )
      return [kind, first?.dueAt.toString() ?? 'nothing']
    }),
  )
}

const WAITING = ['brief', 'nudge', 'ended', 'late', 'owner-told-late'] as const

/** An hour with Inès and Malik, who file at once so that the opening is known. */
function meeting(start: string, ...others: readonly Event[]) {
  const waiting = [...staffed, scheduled(start), ...others]
  const complete = [...waiting, filed('ines', start), filed('malik', start)]
  return { ...instants(waiting, WAITING), ...instants(complete, ['open-debrief']) }
}

describe('clocks go forward on Sunday 29 March 2026', () => {
  test('an interview on Monday morning: the brief on Friday, at the same hour on the wall', () => {
    expect(meeting('2026-03-30T10:00')).toEqual({
      brief: '2026-03-27T09:00:00Z',
      nudge: '2026-03-30T07:45:00Z',
      ended: '2026-03-30T09:00:00Z',
      late: '2026-03-30T13:00:00Z',
      'owner-told-late': '2026-04-01T09:00:00Z',
      'open-debrief': '2026-03-30T12:00:00Z',
    })
  })

  test('an interview on Friday afternoon: what is late, told and opened counts over the change', () => {
    expect(meeting('2026-03-27T15:00')).toEqual({
      brief: '2026-03-26T14:00:00Z',
      nudge: '2026-03-27T13:45:00Z',
      ended: '2026-03-27T15:00:00Z',
      late: '2026-03-30T09:00:00Z',
      'owner-told-late': '2026-03-31T14:00:00Z',
      'open-debrief': '2026-03-30T07:00:00Z',
    })
  })

  test('an interview during the change lasts the time it lasts', () => {
    // From 1:30 to 3:30 on the wall: 2:00 to 3:00 does not exist.
    expect(meeting('2026-03-29T01:30')).toEqual({
      brief: '2026-03-27T00:30:00Z',
      nudge: '2026-03-29T00:15:00Z',
      ended: '2026-03-29T01:30:00Z',
      late: '2026-03-30T11:00:00Z',
      'owner-told-late': '2026-03-31T16:00:00Z',
      'open-debrief': '2026-03-30T07:00:00Z',
    })
  })
})

describe('clocks go back on Sunday 25 October 2026', () => {
  test('an interview on Monday morning: the brief on Friday, at the same hour on the wall', () => {
    expect(meeting('2026-10-26T10:00')).toEqual({
      brief: '2026-10-23T08:00:00Z',
      nudge: '2026-10-26T08:45:00Z',
      ended: '2026-10-26T10:00:00Z',
      late: '2026-10-26T14:00:00Z',
      'owner-told-late': '2026-10-28T10:00:00Z',
      'open-debrief': '2026-10-26T13:00:00Z',
    })
  })

  test('an interview on Friday afternoon: what is late, told and opened counts over the change', () => {
    expect(meeting('2026-10-23T15:00')).toEqual({
      brief: '2026-10-22T13:00:00Z',
      nudge: '2026-10-23T12:45:00Z',
      ended: '2026-10-23T14:00:00Z',
      late: '2026-10-26T10:00:00Z',
      'owner-told-late': '2026-10-27T15:00:00Z',
      'open-debrief': '2026-10-26T08:00:00Z',
    })
  })

  test('a morning reminder comes once, at 9:00 on the wall before and after', () => {
    const story = [...staffed, scheduled('2026-10-22T10:00')]
    const mornings = entries(story, '2026-10-25T12:00', 'late', 'ines')
    expect(mornings.map(({ dueAt }) => dueAt.toString())).toEqual([
      '2026-10-23T07:00:00Z',
      '2026-10-26T08:00:00Z',
    ])
  })
})

describe('a bank holiday on the day of a reminder', () => {
  test('1 May, a Friday: reminders wait for Monday, briefs come on Thursday', () => {
    expect(meeting('2026-04-30T15:00')).toMatchObject({
      late: '2026-05-04T09:00:00Z',
      'owner-told-late': '2026-05-05T14:00:00Z',
      'open-debrief': '2026-05-04T07:00:00Z',
    })
    expect(meeting('2026-05-04T09:30')).toMatchObject({ brief: '2026-04-30T07:30:00Z' })
  })

  test('14 July, a Tuesday: the day in the middle does not count', () => {
    expect(meeting('2026-07-13T15:00')).toMatchObject({
      late: '2026-07-15T09:00:00Z',
      'owner-told-late': '2026-07-16T14:00:00Z',
      'open-debrief': '2026-07-15T07:00:00Z',
    })
    expect(meeting('2026-07-15T09:30')).toMatchObject({ brief: '2026-07-13T07:30:00Z' })
  })

  test('Easter Monday: from Friday evening to Tuesday morning', () => {
    expect(meeting('2026-04-03T15:00')).toMatchObject({
      late: '2026-04-07T09:00:00Z',
      'owner-told-late': '2026-04-08T14:00:00Z',
      'open-debrief': '2026-04-07T07:00:00Z',
    })
    expect(meeting('2026-04-07T09:30')).toMatchObject({ brief: '2026-04-03T07:30:00Z' })
  })

  test('an interview held on one keeps to its own hours, and is reminded of after it', () => {
    expect(meeting('2026-05-01T10:00')).toEqual({
      brief: '2026-04-30T08:00:00Z',
      nudge: '2026-05-01T07:45:00Z',
      ended: '2026-05-01T09:00:00Z',
      late: '2026-05-04T11:00:00Z',
      'owner-told-late': '2026-05-05T16:00:00Z',
      'open-debrief': '2026-05-04T07:00:00Z',
    })
  })

  test('decisions, reports and answers wait for the next working morning', () => {
    const held = [
      ...staffed,
      added('alex', true),
      scheduled('2026-04-30T10:00'),
      filed('ines', '2026-04-30T11:30'),
      filed('malik', '2026-04-30T11:40'),
      debriefOpened('2026-04-30T14:00'),
      happened('2026-04-30T14:01', 'system', {
        type: 'ReportAsked',
        interview: 'talk',
        scorer: 'ines',
      }),
    ]
    const now = '2026-04-30T14:01'
    expect(entries(held, now, 'decision-awaited').map(({ dueAt }) => dueAt.toString())).toEqual([
      '2026-05-04T07:00:00Z',
    ])
    expect(instants(held, ['report-late'], now)).toEqual({ 'report-late': '2026-05-04T07:00:00Z' })
    const stopped = happened('2026-04-30T15:00', 'camille', {
      type: 'ApplicationStopped',
      application: 'alex',
    })
    const answers = entries([...held, stopped], now, 'answers-awaited')
    expect(answers.map(({ dueAt }) => dueAt.toString())).toEqual(['2026-05-04T13:00:00Z'])
  })
})

describe('a moved interview', () => {
  test('over the change of clocks loses, doubles and shifts nothing', () => {
    expect(meeting('2026-03-27T15:00', moved('2026-03-30T10:00', '2026-03-25T10:00'))).toEqual(
      meeting('2026-03-30T10:00'),
    )
    const both = [
      ...staffed,
      scheduled('2026-03-27T15:00'),
      moved('2026-03-30T10:00', '2026-03-25T10:00'),
    ]
    for (const kind of ['brief', 'nudge', 'ended', 'late'] as const) {
      expect(entries(both, NOW, kind, 'ines')).toHaveLength(1)
    }
  })
})

describe('a bot that was down all night', () => {
  const story = [...staffed, scheduled('2026-03-04T18:00')]

  test('says in the morning what still makes sense, and once', () => {
    // Nothing from Wednesday 17:00, before the link, until Thursday 8:00.
    expect(sayableAt(story, '2026-03-04T17:00', 'ines')).toEqual(['invitation', 'brief'])
    expect(sayableAt(story, '2026-03-05T08:00', 'ines')).toEqual(['ended'])
  })

  test('skips the link after the call, and asks for notes until it reminds of them', () => {
    expect(sayableAt(story, '2026-03-04T18:00', 'ines')).toEqual([])
    expect(sayableAt(story, '2026-03-05T12:59', 'ines')).toEqual(['ended'])
    expect(sayableAt(story, '2026-03-05T13:00', 'ines')).toEqual(['late'])
  })

  test('over several nights, with a change of clocks, says one reminder', () => {
    const late = [...staffed, scheduled('2026-03-26T10:00')]
    expect(sayableAt(late, '2026-03-31T08:59', 'ines')).toEqual(['late'])
    const owner = sayableAt(late, '2026-03-31T08:59', 'camille')
    expect(owner).toEqual(['owner-told-late', 'owner-told-late'])
  })
})
