/** What people hear when they take over, are taken off an interview, or come back to it. */
import { describe, expect, test } from 'vitest'
import type { Event, Role } from '../../../src/process/events.ts'
import { entries, keys, sayableAt, times } from '../support/agenda.ts'
import { withdrew } from '../support/candidates.ts'
import {
  debriefOpened,
  filed,
  happened,
  moved,
  named,
  scheduled,
  staffed,
} from '../support/story.ts'

const NOW = '2026-02-24T15:00'
const story = [...staffed, scheduled('2026-03-05T14:30')]

function off(person: string, at: string): Event {
  return happened(at, 'camille', { type: 'ParticipantRemoved', interview: 'talk', person })
}
function on(person: string, at: string, role: Role = 'scorer'): Event {
  return happened(at, 'camille', { type: 'ParticipantSet', interview: 'talk', person, role })
}

function to(person: string, at: string): Event {
  return happened(at, 'camille', { type: 'OwnerNamed', person })
}

describe('a new owner', () => {
  test('hears at once what that means, each time it changes', () => {
    const once = [...staffed, to('ines', '2026-03-02T10:00')]
    expect(times(once, NOW, 'ownership', 'ines')).toEqual(['2026-03-02T10:00'])
    const back = [...once, to('camille', '2026-03-03T10:00'), to('ines', '2026-03-04T10:00')]
    expect(keys(back, NOW, 'ownership')).toHaveLength(1)
    expect(keys(back, NOW, 'ownership')).not.toEqual(keys(once, NOW, 'ownership'))
  })

  test('is not whoever opened the recruitment', () => {
    expect(keys(staffed, NOW, 'ownership')).toEqual([])
  })
})

describe('someone taken off an interview', () => {
  const without = [...story, off('ines', '2026-03-02T10:00')]

  test('hears that they need not come, in the thread of an invitation that was said', () => {
    expect(times(without, NOW, 'uninvited', 'ines')).toEqual([
      '2026-03-02T10:00 → 2026-03-05T14:30',
    ])
    expect(entries(without, NOW, 'uninvited')).toMatchObject([
      { thread: 'invitation/talk/ines', after: 'invitation/talk/ines' },
    ])
  })

  test('hears nothing else of it, and nobody else hears of that', () => {
    expect(sayableAt(without, '2026-03-05T14:20', 'ines')).toEqual(['uninvited'])
    expect(sayableAt(without, '2026-03-05T14:20', 'malik')).toEqual(
      sayableAt(story, '2026-03-05T14:20', 'malik'),
    )
  })

  test('hears nothing when it has begun: they were there', () => {
    const during = [...story, off('lou', '2026-03-05T14:40')]
    expect(keys(during, '2026-03-05T14:40', 'uninvited')).toEqual([])
  })

  test('hears so even when they leave the team', () => {
    const left = happened('2026-03-02T10:00', 'camille', { type: 'MemberRemoved', person: 'ines' })
    expect(sayableAt([...without, left], '2026-03-05T14:20', 'ines')).toEqual(['uninvited'])
  })

  test('who had said no is not in the way of whoever replaces them', () => {
    const refused = happened('2026-03-02T09:00', 'ines', {
      type: 'InvitationAnswered',
      interview: 'talk',
      person: 'ines',
      coming: false,
    })
    expect(keys([...story, refused], NOW, 'declined')).toHaveLength(1)
    expect(keys([...story, refused, off('ines', '2026-03-02T10:00')], NOW, 'declined')).toEqual([])
  })
})

describe('someone who joins a planned interview', () => {
  const joined = [
    ...story,
    on('sacha', '2026-03-05T10:00'),
    named('sacha', 'scorer', ['interview']),
  ]

  test('is invited then, and briefed at once when the others were already', () => {
    expect(times(joined, NOW, 'invitation', 'sacha')).toEqual([
      '2026-03-05T10:00 → 2026-03-05T14:30',
    ])
    expect(times(joined, NOW, 'brief', 'sacha')).toEqual(['2026-03-05T10:00 → 2026-03-05T14:30'])
    expect(times(joined, NOW, 'brief', 'ines')).toEqual(['2026-03-04T14:30 → 2026-03-05T14:30'])
  })

  test('hears of moves from then on only', () => {
    const earlier = [...story, moved('2026-03-06T14:30', '2026-03-02T10:00')]
    const later = [...earlier, on('sacha', '2026-03-03T10:00')]
    expect(keys(later, NOW, 'moved', 'sacha')).toEqual([])
    const again = [...later, moved('2026-03-09T14:30', '2026-03-04T10:00')]
    expect(times(again, NOW, 'moved', 'sacha')).toEqual(['2026-03-04T10:00 → 2026-03-09T14:30'])
  })

  test('again, after having been taken off, is invited anew', () => {
    const back = [...story, off('ines', '2026-03-02T10:00'), on('ines', '2026-03-03T10:00')]
    expect(keys(back, NOW, 'uninvited')).toEqual([])
    expect(times(back, NOW, 'invitation', 'ines')).toEqual(['2026-03-03T10:00 → 2026-03-05T14:30'])
    for (const kind of ['invitation', 'brief', 'nudge'] as const) {
      expect(keys(back, NOW, kind, 'ines')).not.toEqual(keys(story, NOW, kind, 'ines'))
    }
  })
})

describe('notes of a candidate who has withdrawn', () => {
  const held = [...staffed, scheduled('2026-03-03T10:00'), withdrew('alex', '2026-03-03T12:00')]

  test('are not asked for by the bot any more, but somebody may', () => {
    for (const kind of ['ended', 'late', 'owner-told-late'] as const) {
      expect(keys(held, '2026-03-06T10:00', kind)).toEqual([])
    }
    const reminder = { type: 'ScorerReminded', interview: 'talk', scorer: 'ines' } as const
    const reminded = [...held, happened('2026-03-04T10:00', 'camille', reminder)]
    expect(times(reminded, '2026-03-06T10:00', 'reminded', 'ines')).toEqual(['2026-03-04T10:00'])
  })
})

test('an owner who is late is reminded like any scorer, and not told of themself', () => {
  const scoring = [
    ...staffed,
    named('camille', 'scorer', ['interview']),
    scheduled('2026-03-03T10:00', { participants: { camille: 'scorer', ines: 'scorer' } }),
  ]
  expect(keys(scoring, NOW, 'late', 'camille')).toHaveLength(1)
  expect(entries(scoring, NOW, 'owner-told-late').map(({ about }) => about)).toEqual(['ines'])
})

test('whoever was made an observer is not awaited, and hears of the debrief in the channel only', () => {
  const observing = [...story, on('malik', '2026-03-02T10:00', 'observer')]
  expect(entries(observing, NOW, 'ended').map(({ to }) => to)).toEqual(['ines'])
  const open = [...observing, filed('ines', '2026-03-05T15:40'), debriefOpened('2026-03-05T15:40')]
  expect(keys(open, NOW, 'debrief-ready')).toEqual([])
  expect(times(open, NOW, 'debrief')).toEqual(['2026-03-05T15:40'])
})
