/** What is said before an interview: invitation, brief, link, and what a move changes. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Event } from '../../../src/process/events.ts'
import { entries, keys, sayableAt, times } from '../support/agenda.ts'
import { stateAfter } from '../support/history.ts'
import { happened, moved, named, scheduled, staffed } from '../support/story.ts'

const NOW = '2026-02-24T15:00'

function briefOf(start: string, at = NOW): readonly string[] {
  return times([...staffed, scheduled(start, {}, at)], at, 'brief', 'ines')
}

function inesSaid(at: string, coming: boolean): Event {
  return happened(at, 'ines', {
    type: 'InvitationAnswered',
    interview: 'talk',
    person: 'ines',
    coming,
  })
}

function shows(events: readonly Event[], kind: 'invitation' | 'brief' | 'declined', to?: string) {
  return entries(events, NOW, kind, to).map((entry) => entry.shows)
}

describe('the invitation', () => {
  const story = [...staffed, scheduled('2026-03-03T14:00')]

  test('goes at once to everyone invited, and is useless once the interview starts', () => {
    expect(times(story, NOW, 'invitation')).toEqual(Array(3).fill(`${NOW} → 2026-03-03T14:00`))
    expect(entries(story, NOW, 'invitation').map(({ to }) => to)).toEqual(['ines', 'malik', 'lou'])
  })

  test('is one message that follows answers, moves and cancellation', () => {
    const answered = inesSaid('2026-02-25T10:00', true)
    const again = moved('2026-03-05T14:00', '2026-02-26T10:00')
    const cancelled = happened('2026-02-27T10:00', 'camille', {
      type: 'InterviewCancelled',
      interview: 'talk',
    })
    const steps = [story, [...story, answered], [...story, answered, again], [...story, cancelled]]
    const invitations = steps.flatMap((events) => entries(events, NOW, 'invitation', 'ines'))
    expect(new Set(invitations.map(({ key }) => key))).toEqual(new Set(['invitation/talk/ines']))
    expect(new Set(invitations.map(({ shows }) => shows)).size).toBe(4)
  })

  test('is rewritten for everyone when the people or their roles change', () => {
    const promoted = happened('2026-02-25T10:00', 'camille', {
      type: 'ParticipantSet',
      interview: 'talk',
      person: 'lou',
      role: 'scorer',
    })
    for (const kind of ['invitation', 'brief'] as const) {
      expect(shows([...story, promoted], kind, 'ines')).not.toEqual(shows(story, kind, 'ines'))
    }
  })

  test('of an observer who leaves once it has begun is not taken back', () => {
    const left = happened('2026-03-03T14:10', 'camille', {
      type: 'ParticipantRemoved',
      interview: 'talk',
      person: 'lou',
    })
    expect(keys([...story, left], '2026-03-03T14:20', 'uninvited')).toEqual([])
  })

  test('is sent anew to someone who was taken off and comes back', () => {
    const taken = { interview: 'talk', person: 'lou' }
    const off = happened('2026-02-25T10:00', 'camille', { type: 'ParticipantRemoved', ...taken })
    const back = happened('2026-02-25T11:00', 'camille', {
      type: 'ParticipantSet',
      ...taken,
      role: 'observer',
    })
    const [before = ''] = keys(story, NOW, 'invitation', 'lou')
    expect(entries([...story, off], NOW, 'uninvited')).toMatchObject([{ thread: before }])
    const again = [...story, off, back]
    expect(keys(again, NOW, 'uninvited')).toEqual([])
    expect(keys(again, NOW, 'invitation', 'lou')).not.toEqual([before])
    expect(entries(again, NOW, 'brief', 'lou')).toMatchObject([
      { thread: keys(again, NOW, 'invitation', 'lou')[0] },
    ])
  })

  test('a refusal goes to the owner, once per refusal', () => {
    const refused = [...story, inesSaid('2026-02-25T10:00', false)]
    expect(times(refused, NOW, 'declined', 'camille')).toEqual([
      '2026-02-25T10:00 → 2026-03-03T14:00',
    ])
    expect(entries(refused, NOW, 'declined')).toMatchObject([{ about: 'ines' }])
    const cameBack = [...refused, inesSaid('2026-02-25T11:00', true)]
    expect(keys(cameBack, NOW, 'declined')).toEqual(keys(refused, NOW, 'declined'))
    expect(shows(cameBack, 'declined')).not.toEqual(shows(refused, 'declined'))
    const again = [...cameBack, inesSaid('2026-02-25T12:00', false)]
    expect(keys(again, NOW, 'declined')).not.toEqual(keys(refused, NOW, 'declined'))
  })
})

describe('the brief comes the previous working day at the same hour', () => {
  test.each([
    ['2026-03-05T14:30', '2026-03-04T14:30', 'midweek'],
    ['2026-03-09T10:00', '2026-03-06T10:00', 'on Friday for a Monday morning'],
    ['2026-04-07T10:00', '2026-04-03T10:00', 'before the week-end of Easter'],
    ['2026-05-04T10:00', '2026-04-30T10:00', 'before 1 May and its week-end'],
    ['2026-07-15T09:00', '2026-07-13T09:00', 'over 14 July'],
    ['2026-03-30T10:00', '2026-03-27T10:00', 'over the start of summer time'],
    ['2026-10-26T10:00', '2026-10-23T10:00', 'over the end of summer time'],
    ['2026-03-05T20:00', '2026-03-04T20:00', 'in the evening for an evening'],
    ['2026-03-07T11:00', '2026-03-06T11:00', 'on Friday for a Saturday'],
  ])('%s: %s, %s', (start, due) => {
    expect(briefOf(start)).toEqual([`${due} → ${start}`])
  })

  test('the same hour on the wall is another instant once summer time began', () => {
    const [brief] = entries([...staffed, scheduled('2026-03-30T10:00')], NOW, 'brief', 'ines')
    expect(brief).toMatchObject({
      dueAt: Temporal.Instant.from('2026-03-27T09:00:00Z'),
      usefulUntil: Temporal.Instant.from('2026-03-30T08:00:00Z'),
    })
  })

  test('at once if the interview is sooner', () => {
    expect(briefOf('2026-03-05T14:30', '2026-03-04T16:00')).toEqual([
      '2026-03-04T16:00 → 2026-03-05T14:30',
    ])
    expect(briefOf('2026-03-09T10:00', '2026-03-08T21:00')).toEqual([
      '2026-03-08T21:00 → 2026-03-09T10:00',
    ])
  })

  test('for observers as for scorers', () => {
    const story = [...staffed, scheduled('2026-03-05T14:30')]
    expect(entries(story, NOW, 'brief').map(({ to }) => to)).toEqual(['ines', 'malik', 'lou'])
  })

  test('ticking a box rewrites one’s own brief, in place', () => {
    const story = [...staffed, scheduled('2026-03-05T14:30')]
    const ticked = happened('2026-03-04T15:00', 'ines', {
      type: 'BriefItemTicked',
      interview: 'talk',
      person: 'ines',
      item: 'link',
      done: true,
    })
    const after = [...story, ticked]
    expect(keys(after, NOW, 'brief')).toEqual(keys(story, NOW, 'brief'))
    const shown = (events: readonly Event[], to: string) =>
      entries(events, NOW, 'brief', to).map(({ shows }) => shows)
    expect(shown(after, 'ines')).not.toEqual(shown(story, 'ines'))
    expect(shown(after, 'malik')).toEqual(shown(story, 'malik'))
  })
})

describe('the link comes 15 minutes before', () => {
  test.each(['2026-03-05T14:30', '2026-03-05T20:00', '2026-03-07T11:00', '2026-03-05T07:00'])(
    'even outside working time: %s',
    (start) => {
      const [nudge] = entries([...staffed, scheduled(start)], NOW, 'nudge', 'lou')
      expect(nudge?.usefulUntil?.since(nudge.dueAt).total('minutes')).toBe(15)
      expect(times([...staffed, scheduled(start)], NOW, 'nudge', 'lou')[0]).toContain(`→ ${start}`)
    },
  )

  test('everything before is skipped when the bot was down until the interview', () => {
    const story = [...staffed, scheduled('2026-03-05T14:30')]
    expect(sayableAt(story, '2026-03-05T14:20', 'lou')).toEqual(['invitation', 'brief', 'nudge'])
    expect(sayableAt(story, '2026-03-05T14:30', 'lou')).toEqual([])
  })
})

describe('a moved interview', () => {
  const story = [...staffed, scheduled('2026-03-05T14:30')]
  const far = [...story, moved('2026-03-12T10:00', '2026-03-02T10:00')]

  test('tells everyone at once, in the thread of the invitation and only if that was said', () => {
    expect(times(far, NOW, 'moved', 'lou')).toEqual(['2026-03-02T10:00 → 2026-03-12T10:00'])
    expect(entries(far, NOW, 'moved').map(({ to }) => to)).toEqual(['ines', 'malik', 'lou'])
    expect(entries(far, NOW, 'moved', 'lou')).toMatchObject([
      { thread: 'invitation/talk/lou', after: 'invitation/talk/lou' },
    ])
  })

  test('kills old reminders and sets new ones', () => {
    expect(times(far, NOW, 'brief', 'ines')).toEqual(['2026-03-11T10:00 → 2026-03-12T10:00'])
    expect(times(far, NOW, 'nudge', 'ines')).toEqual(['2026-03-12T09:45 → 2026-03-12T10:00'])
    expect(times(far, NOW, 'ended', 'ines')).toEqual(['2026-03-12T11:00 → 2026-03-12T15:00'])
    for (const kind of ['brief', 'nudge', 'ended', 'late', 'owner-told-late'] as const) {
      const before = new Set(keys(story, NOW, kind))
      expect(keys(far, NOW, kind).filter((key) => before.has(key))).toEqual([])
    }
  })

  test('moved twice says the last move only', () => {
    const twice = [...far, moved('2026-03-13T10:00', '2026-03-02T11:00')]
    expect(times(twice, NOW, 'moved', 'lou')).toEqual(['2026-03-02T11:00 → 2026-03-13T10:00'])
    expect(keys(twice, NOW, 'moved', 'lou')).not.toEqual(keys(far, NOW, 'moved', 'lou'))
  })

  test('at the last moment keeps the brief already sent, shown up to date', () => {
    const late = [...story, moved('2026-03-05T16:00', '2026-03-05T09:00')]
    expect(keys(late, NOW, 'brief', 'ines')).toEqual(keys(story, NOW, 'brief', 'ines'))
    expect(times(late, NOW, 'brief', 'ines')).toEqual(['2026-03-04T14:30 → 2026-03-05T16:00'])
    const shown = [story, late].map((events) => entries(events, NOW, 'brief', 'ines')[0]?.shows)
    expect(shown[0]).not.toBe(shown[1])
  })

  test('far away after the brief gets a new one, the working day before', () => {
    const late = [...story, moved('2026-03-12T10:00', '2026-03-05T09:00')]
    expect(keys(late, NOW, 'brief', 'ines')).not.toEqual(keys(story, NOW, 'brief', 'ines'))
    expect(times(late, NOW, 'brief', 'ines')).toEqual(['2026-03-11T10:00 → 2026-03-12T10:00'])
  })

  test('closer, before the brief was sent, gets it at once', () => {
    const sooner = [...story, moved('2026-03-03T11:00', '2026-03-02T16:00')]
    expect(times(sooner, NOW, 'brief', 'ines')).toEqual(['2026-03-02T16:00 → 2026-03-03T11:00'])
  })

  test('asked again, people are not said to have declined the former slot', () => {
    const refused = inesSaid('2026-02-25T10:00', false)
    const again = [...story, refused, moved('2026-03-12T10:00', '2026-03-02T10:00')]
    expect(keys(again, NOW, 'declined')).toEqual([])
  })
})

describe('a cancelled interview', () => {
  const cancelled = [
    ...staffed,
    scheduled('2026-03-05T14:30'),
    happened('2026-03-02T10:00', 'camille', { type: 'InterviewCancelled', interview: 'talk' }),
  ]

  test('tells everyone who was invited, and says nothing else any more', () => {
    expect(times(cancelled, '2026-03-06T10:00', 'cancelled')).toEqual(
      Array(3).fill('2026-03-02T10:00'),
    )
    expect(sayableAt(cancelled, '2026-03-06T10:00', 'ines')).toEqual(['cancelled'])
    expect(sayableAt(cancelled, '2026-03-06T10:00', 'camille')).toEqual([])
  })
})

describe('who has left the team', () => {
  const left = happened('2026-03-02T10:00', 'camille', { type: 'MemberRemoved', person: 'lou' })
  const story = [...staffed, scheduled('2026-03-05T14:30')]

  test('hears nothing of the interview any more', () => {
    expect(sayableAt(story, '2026-03-05T14:20', 'lou')).not.toEqual([])
    expect(sayableAt([...story, left], '2026-03-05T14:20', 'lou')).toEqual([])
  })

  test('hears of it again when named again', () => {
    const back = named('lou', 'observer', ['interview'], '2026-03-03T10:00')
    expect(stateAfter(...story, left, back).members['lou']?.role).toBe('observer')
    expect(sayableAt([...story, left, back], '2026-03-05T14:20', 'lou')).toContain('brief')
  })
})
