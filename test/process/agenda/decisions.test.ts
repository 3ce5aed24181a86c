/** What calls decisions and answers to mind, and what tells the team of them. */
import { describe, expect, test } from 'vitest'
import { entries, keys, times } from '../support/agenda.ts'
import {
  added,
  advanced,
  another,
  answered,
  chosen,
  closed,
  stopped,
  withdrew,
} from '../support/candidates.ts'
import {
  debriefOpened,
  filed,
  happened,
  scheduled,
  staffed,
  staffedByOne,
} from '../support/story.ts'

/** Opened on Friday at 14:00. */
const open = [
  ...staffed,
  scheduled('2026-03-06T10:00'),
  filed('ines', '2026-03-06T11:30'),
  filed('malik', '2026-03-06T11:40'),
  debriefOpened('2026-03-06T14:00'),
]
const NOW = '2026-03-06T14:10'
const decide = 'decision-awaited'

/** Met by Inès alone, who filed at that instant. */
function metAlone(at: string) {
  const alone = scheduled('2026-03-06T10:00', { participants: { ines: 'scorer' } })
  return [...staffedByOne, alone, filed('ines', at), debriefOpened(at)]
}

describe('a decision that is awaited', () => {
  test('is called to mind the next working morning, then each one, as the opening was told', () => {
    expect(times(open, NOW, decide, 'camille')).toEqual(['2026-03-09T09:00 → 2026-03-10T09:00'])
    expect(times(open, '2026-03-11T10:00', decide, 'camille')).toEqual([
      '2026-03-11T09:00 → 2026-03-12T09:00',
      '2026-03-12T09:00 → 2026-03-13T09:00',
    ])
    expect(entries(open, '2026-03-11T10:00', decide).map(({ occurrence }) => occurrence)).toEqual([
      3, 4,
    ])
  })

  test.each([
    ['2026-03-06T10:40', '2026-03-06T14:00', 'the same afternoon'],
    ['2026-03-06T13:59', '2026-03-06T14:00', 'a minute later'],
    ['2026-03-06T14:00', '2026-03-09T09:00', 'Monday morning'],
    ['2026-03-06T17:00', '2026-03-09T09:00', 'Monday morning too'],
  ])(
    'with a single scorer comes grouped, each half-day, as nothing told the opening: %s, %s, %s',
    (at, expected) => {
      expect(times(metAlone(at), at, decide)[0]).toMatch(`${expected} → `)
      expect(keys(metAlone(at), at, 'debrief-ready')).toEqual([])
    },
  )

  test('is of the last debrief, and waits for none that is still shut', () => {
    const second = scheduled('2026-03-09T10:00', { interview: 'second', stage: 'case-study' })
    expect(keys([...open, second], NOW, decide)).toEqual([])
    const both = [...open, second, debriefOpened('2026-03-09T14:00', 'second')]
    expect(entries(both, NOW, decide)).toMatchObject([{ interview: 'second' }])
    expect(times(both, NOW, decide)).toEqual(['2026-03-10T09:00 → 2026-03-11T09:00'])
  })

  test.each([
    ['decided to go on', [advanced('alex', 'case-study', '2026-03-06T15:00')]],
    ['asked for one more interview', [another('alex', 'interview', '2026-03-06T15:00')]],
    ['stopped', [stopped('alex', '2026-03-06T15:00')]],
    ['chosen', [chosen('alex', '2026-03-06T15:00')]],
    ['seen the candidate withdraw', [withdrew('alex', '2026-03-06T15:00')]],
  ])('is called to mind no more once the owner has %s', (_what, events) => {
    expect(keys([...open, ...events], '2026-03-11T10:00', decide)).toEqual([])
  })

  test('goes to whoever owns the recruitment now', () => {
    const handed = happened('2026-03-06T15:00', 'camille', { type: 'OwnerNamed', person: 'sacha' })
    expect(entries([...open, handed], NOW, decide)).toMatchObject([{ to: 'sacha' }])
  })
})

describe('a decision', () => {
  test.each([
    ['to go on', advanced('alex', 'case-study', '2026-03-06T15:00')],
    ['for one more interview', another('alex', 'interview', '2026-03-06T15:00')],
    ['to stop', stopped('alex', '2026-03-06T15:00')],
    ['to choose', chosen('alex', '2026-03-06T15:00')],
  ])('%s is told to the team at once, in the thread of its debrief', (_what, decision) => {
    const [told] = entries([...open, decision], NOW, 'decided')
    expect(told).toMatchObject({ interview: 'talk', thread: 'debrief-thread/talk' })
    expect(told).not.toHaveProperty('to')
    expect(times([...open, decision], NOW, 'decided')).toEqual(['2026-03-06T15:00'])
  })

  test('on somebody who was not met is told nowhere', () => {
    expect(keys([...staffed, stopped('alex')], NOW, 'decided')).toEqual([])
  })

  test('that is taken back is not told any more', () => {
    const resumed = happened('2026-03-06T16:00', 'camille', {
      type: 'ApplicationResumed',
      application: 'alex',
    })
    expect(keys([...open, stopped('alex', '2026-03-06T15:00'), resumed], NOW, 'decided')).toEqual(
      [],
    )
  })
})

describe('candidates without an answer', () => {
  const awaited = 'answers-awaited'
  const two = [
    ...staffed,
    added('billie'),
    stopped('alex', '2026-03-06T15:00'),
    stopped('billie', '2026-03-06T16:00'),
  ]

  test('are called to mind together, a working day after the first decision, then each morning', () => {
    expect(times(two, NOW, awaited, 'camille')).toEqual(['2026-03-09T15:00 → 2026-03-10T09:00'])
    expect(times(two, '2026-03-11T10:00', awaited, 'camille')).toEqual([
      '2026-03-11T09:00 → 2026-03-12T09:00',
      '2026-03-12T09:00 → 2026-03-13T09:00',
    ])
  })

  test('count from the first who still waits', () => {
    expect(times([...two, answered('alex')], NOW, awaited)).toEqual([
      '2026-03-09T16:00 → 2026-03-10T09:00',
    ])
  })

  test.each([
    ['everyone was answered', [answered('alex'), answered('billie')]],
    ['they withdrew', [withdrew('alex'), withdrew('billie')]],
    ['the recruitment is closed', [closed()]],
  ])('are called to mind no more once %s', (_what, events) => {
    expect(keys([...two, ...events], '2026-03-11T10:00', awaited)).toEqual([])
  })
})
