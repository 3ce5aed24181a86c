/** What goes in one message with what is due at 9:00. */
import { describe, expect, test } from 'vitest'
import type { AgendaEntry, EntryKind } from '../../../src/process/agenda/entry.ts'
import {
  companions,
  inReadingOrder,
  isPointless,
  isReminder,
} from '../../../src/process/agenda/grouping.ts'
import type { Sayable } from '../../../src/process/agenda/grouping.ts'
import { paris } from '../support/instants.ts'
import { times } from '../support/agenda.ts'
import { scheduled, staffed } from '../support/story.ts'

const NOW = paris('2026-03-03T09:00')

/** Something for Inès about one recruitment, due at that time of that Tuesday. */
function entry(kind: EntryKind, due: string, details: Partial<AgendaEntry> = {}): Sayable {
  const dueAt = paris(`2026-03-03T${due}`)
  return {
    recruitment: 'post',
    entry: { key: `${kind}/talk`, kind, to: 'ines', dueAt, shows: '', ...details },
  }
}

function inThread(kind: EntryKind, due: string, details: Partial<AgendaEntry> = {}): Sayable {
  return entry(kind, due, { thread: 'invitation/talk', ...details })
}

function elsewhere(one: Sayable): Sayable {
  return { ...one, recruitment: 'mission' }
}

const invitation = entry('invitation', '09:00')

describe('things of the same thread go in one message', () => {
  test.each<[string, Sayable, Sayable]>([
    ['the invitation and its brief', invitation, inThread('brief', '09:00')],
    [
      'the invitation and a brief that is due in half an hour',
      invitation,
      inThread('brief', '09:30'),
    ],
    ['the invitation and the link', invitation, inThread('nudge', '09:20')],
    ['a move and a new brief', inThread('moved', '09:00'), inThread('brief', '09:10')],
    [
      'the opened debrief and what is due then',
      inThread('debrief-ready', '09:00'),
      inThread('brief', '09:00'),
    ],
    ['what was missed and what is due', invitation, inThread('ended', '08:00')],
  ])('%s', (_what, lead, other) => {
    expect(companions(lead, [other], NOW)).toEqual([other])
  })

  test.each<[string, Sayable, Sayable]>([
    ['what is due in more than half an hour', invitation, inThread('brief', '09:31')],
    ['another interview', invitation, inThread('brief', '09:00', { thread: 'invitation/other' })],
    ['another recruitment', invitation, elsewhere(inThread('brief', '09:00'))],
    ['another person', invitation, inThread('brief', '09:00', { to: 'malik' })],
    [
      'the request for notes, before the end',
      inThread('brief', '09:00'),
      inThread('ended', '09:01'),
    ],
    ['a reminder asked for by hand', inThread('brief', '09:00'), inThread('reminded', '09:00')],
    ['what it is too late for', invitation, inThread('brief', '08:00', { usefulUntil: NOW })],
    ['the invitation itself', invitation, invitation],
  ])('but not %s', (_what, lead, other) => {
    expect(companions(lead, [other], NOW)).toEqual([])
  })

  test('what is itself too late takes nothing along', () => {
    const late = entry('invitation', '08:00', { usefulUntil: NOW })
    expect(companions(late, [inThread('brief', '09:00')], NOW)).toEqual([])
  })
})

describe('reminders to one person go in one message', () => {
  const late = inThread('late', '09:00', { occurrence: 2 })
  const others = [
    inThread('late', '09:00', { key: 'late/other', thread: 'invitation/other' }),
    elsewhere(inThread('late', '09:30', { occurrence: 1 })),
    elsewhere(entry('framing-to-read', '08:50')),
  ]

  test('whichever interviews and recruitments they are about', () => {
    expect(companions(late, others, NOW)).toEqual(others)
    expect([late, ...others].every((one) => isReminder(one.entry))).toBe(true)
  })

  test('without the rest of the thread', () => {
    expect(companions(late, [invitation, inThread('brief', '09:00')], NOW)).toEqual([])
    expect(companions(invitation, [late], NOW)).toEqual([])
  })

  test('unless they are for others', () => {
    expect(companions(late, [inThread('late', '09:00', { to: 'malik' })], NOW)).toEqual([])
  })
})

describe('what stands alone', () => {
  test.each<EntryKind>([
    'create-channel',
    'add-member',
    'welcome',
    'advisor-consulted',
    'declined',
    'not-held',
    'owner-told-late',
    'reminded',
    'unreachable',
  ])('%s', (kind) => {
    const two = [entry(kind, '09:00'), entry(kind, '09:00', { key: 'another' })] as const
    expect(companions(two[0], two, NOW)).toEqual([])
  })

  test('whatever goes to a channel', () => {
    const { recruitment, entry: brief } = inThread('brief', '09:00')
    const { to, ...inChannel } = brief
    const lead = { recruitment, entry: inChannel }
    const other = { recruitment, entry: { ...inChannel, key: 'another' } }
    expect(companions(lead, [other], NOW)).toEqual([])
    expect(
      companions({ recruitment, entry: { ...inChannel, to: to ?? '' } }, [other], NOW),
    ).toEqual([])
  })

  test('what other rules had stored, of a kind that is no more', () => {
    const former: Sayable = JSON.parse(
      JSON.stringify({ ...invitation, entry: { kind: 'former', to: 'ines' } }),
    )
    expect(companions(former, [former], NOW)).toEqual([])
  })
})

describe('a message', () => {
  test('starts with the link when the interview is in a few minutes', () => {
    const parts = [invitation, inThread('brief', '09:00'), inThread('nudge', '09:20')]
    expect(inReadingOrder(parts).map((part) => part.entry.kind)).toEqual([
      'nudge',
      'invitation',
      'brief',
    ])
  })
})

describe('a reminder that comes back', () => {
  const story = [...staffed, scheduled('2026-03-02T14:30')]
  const at = (now: string) => times(story, now, 'late', 'ines').map((span) => span.split(' → ')[0])

  test('said half an hour early has its next occurrence in the agenda, then and later', () => {
    expect(at('2026-03-03T09:59')).toEqual(['2026-03-03T10:30'])
    for (const now of ['2026-03-03T10:00', '2026-03-03T10:29', '2026-03-03T10:30']) {
      expect(at(now)).toEqual(['2026-03-03T10:30', '2026-03-04T09:00'])
    }
    expect(at('2026-03-04T08:30')).toEqual([
      '2026-03-03T10:30',
      '2026-03-04T09:00',
      '2026-03-05T09:00',
    ])
  })

  test('is not worth saying when the next one is about to be', () => {
    const { entry: missed } = inThread('late', '09:00', {
      occurrence: 1,
      usefulUntil: paris('2026-03-04T09:00'),
    })
    expect(isPointless(missed, paris('2026-03-04T08:29'))).toBe(false)
    expect(isPointless(missed, paris('2026-03-04T08:30'))).toBe(true)
  })

  test('of which one is said early is not skipped for that', () => {
    const { entry: early } = inThread('late', '09:30', {
      occurrence: 1,
      usefulUntil: paris('2026-03-04T09:00'),
    })
    expect(isPointless(early, NOW)).toBe(false)
  })
})
