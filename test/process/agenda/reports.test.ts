/** What is said of reports: posted or asked for, reminded, handed over. */
import { describe, expect, test } from 'vitest'
import type { Event, Fact } from '../../../src/process/events.ts'
import { entries, keys, times } from '../support/agenda.ts'
import { added } from '../support/candidates.ts'
import { debriefOpened, filed, happened, scheduled, staffed, waived } from '../support/story.ts'

/** Opened on Friday at 14:00. */
const open = [
  ...staffed,
  added('alex', true),
  scheduled('2026-03-06T10:00'),
  filed('ines', '2026-03-06T11:30'),
  filed('malik', '2026-03-06T11:40'),
  debriefOpened('2026-03-06T14:00'),
]
const NOW = '2026-03-06T14:10'

type ReportFact = Extract<Fact, { type: `Report${string}` }>

function report(type: ReportFact['type'], at: string, scorer = 'ines', by = 'system'): Event {
  return happened(at, by, { type, interview: 'talk', scorer })
}
const asked = report('ReportAsked', '2026-03-06T14:01')
const handed = report('ReportHandedOver', '2026-03-09T10:00', 'ines', 'ines')
const logged = (at: string) => report('ReportLogged', at, 'ines', 'ines')

/** Whose reports the bot still has to see to. */
function toSeeTo(...events: readonly Event[]) {
  return entries([...open, ...events], NOW, 'post-report').map(({ about }) => about)
}

describe('the bot sees to a report', () => {
  test('as soon as the debrief opens, for each person who filed', () => {
    expect(times(open, NOW, 'post-report')).toEqual(['2026-03-06T14:00', '2026-03-06T14:00'])
    expect(entries(open, NOW, 'post-report').map(({ about, to }) => [about, to])).toEqual([
      ['ines', undefined],
      ['malik', undefined],
    ])
    expect(keys(open.slice(0, -1), NOW, 'post-report')).toEqual([])
  })

  test('of nobody who was let off, and of no candidate without a page', () => {
    const letOff = [
      ...open.filter((event) => !('scorer' in event && event.scorer === 'malik')),
      waived('malik', '2026-03-06T11:40'),
    ]
    expect(entries(letOff, NOW, 'post-report').map(({ about }) => about)).toEqual(['ines'])
    expect(keys([...open, added('alex')], NOW, 'post-report')).toEqual([])
  })

  test('until it is posted or asked for, an unfinished attempt included', () => {
    const attempted = report('ReportAttempted', '2026-03-06T14:01')
    const notSent = report('ReportNotSent', '2026-03-06T14:02')
    expect(toSeeTo(attempted)).toEqual(['ines', 'malik'])
    expect(toSeeTo(attempted, notSent)).toEqual(['ines', 'malik'])
    expect(toSeeTo(asked)).toEqual(['malik'])
    expect(toSeeTo(report('ReportLogged', '2026-03-06T14:01'))).toEqual(['malik'])
  })
})

describe('a report to log by hand', () => {
  test('is asked of its scorer at once, in the thread of the interview', () => {
    expect(times([...open, asked], NOW, 'report', 'ines')).toEqual(['2026-03-06T14:01'])
    expect(entries([...open, asked], NOW, 'report')).toMatchObject([
      { to: 'ines', about: 'ines', thread: 'invitation/talk/ines' },
    ])
  })

  test('is reminded each working morning, until it is logged', () => {
    expect(times([...open, asked], NOW, 'report-late', 'ines')).toEqual([
      '2026-03-09T09:00 → 2026-03-10T09:00',
    ])
    expect(times([...open, asked], '2026-03-11T12:00', 'report-late', 'ines')).toEqual([
      '2026-03-11T09:00 → 2026-03-12T09:00',
      '2026-03-12T09:00 → 2026-03-13T09:00',
    ])
    const done = [...open, asked, logged('2026-03-11T13:00')]
    expect(keys(done, '2026-03-11T13:00', 'report-late')).toEqual([])
  })

  test('is not reminded on Easter Monday', () => {
    const later = [...open, report('ReportAsked', '2026-04-03T15:00')]
    expect(times(later, '2026-04-03T15:00', 'report-late', 'ines')).toEqual([
      '2026-04-07T09:00 → 2026-04-08T09:00',
    ])
  })

  test('is shown in place as logged', () => {
    const before = entries([...open, asked], NOW, 'report', 'ines')
    const after = entries([...open, asked, logged('2026-03-06T15:00')], NOW, 'report', 'ines')
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
    expect(after[0]?.shows).not.toBe(before[0]?.shows)
  })
})

describe('a report whose scorer has no access', () => {
  const story = [...open, asked, handed]

  test('goes to the owner at once, who is reminded instead', () => {
    expect(times(story, '2026-03-09T10:05', 'report-handed', 'camille')).toEqual([
      '2026-03-09T10:00',
    ])
    expect(times(story, '2026-03-09T10:05', 'report-late', 'camille')).toEqual([
      '2026-03-10T09:00 → 2026-03-11T09:00',
    ])
    expect(keys(story, '2026-03-09T10:05', 'report-late', 'ines')).toEqual([])
  })

  test('is shown in place as logged by the owner', () => {
    const done = [...story, logged('2026-03-09T11:00')]
    expect(keys(done, '2026-03-09T11:00', 'report-late')).toEqual([])
    const [before] = entries(story, '2026-03-09T11:00', 'report-handed')
    const [after] = entries(done, '2026-03-09T11:00', 'report-handed')
    expect(after).toMatchObject({ key: before?.key, dueAt: before?.dueAt, to: 'camille' })
    expect(after?.shows).not.toBe(before?.shows)
  })
})

test('a report of who has left the team goes to the owner, and nothing to them', () => {
  const left = happened('2026-03-06T15:00', 'camille', { type: 'MemberRemoved', person: 'ines' })
  const story = [...open, asked, left]
  expect(keys(story, NOW, 'report', 'ines')).toEqual([])
  expect(entries(story, NOW, 'report-handed')).toMatchObject([{ to: 'camille', about: 'ines' }])
  expect(entries(story, NOW, 'report-late')).toMatchObject([{ to: 'camille', about: 'ines' }])
})
