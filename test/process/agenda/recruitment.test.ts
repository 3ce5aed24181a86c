/** What the recruitment itself makes the bot say: its channel, the framing, people out of reach. */
import { describe, expect, test } from 'vitest'
import type { Event } from '../../../src/process/events.ts'
import { entries, keys, times } from '../support/agenda.ts'
import {
  criterion,
  deputyNamed,
  framingClosed,
  happened,
  named,
  opened,
  staffed,
} from '../support/story.ts'

const NOW = '2026-03-02T10:00'
const channelMade = happened('2026-02-23T10:05', 'system', {
  type: 'ChannelCreated',
  channel: 'channel-1',
})

function unreachable(person: string): Event {
  return happened('2026-03-02T09:00', 'system', { type: 'PersonUnreachable', person })
}

describe('the channel', () => {
  test('is created at once, and nothing is said in it before', () => {
    expect(times([opened()], NOW, 'create-channel')).toEqual(['2026-02-23T10:00'])
    expect(keys([opened()], NOW, 'welcome')).toEqual([])
    expect(keys([opened()], NOW, 'add-member')).toEqual([])
  })

  test('then welcomes, and is not created again', () => {
    expect(keys([opened(), channelMade], NOW, 'create-channel')).toEqual([])
    expect(times([opened(), channelMade], NOW, 'welcome')).toEqual(['2026-02-23T10:05'])
  })

  test('is joined by the owner at once and by the whole team as it is named', () => {
    const events = [
      opened({ advisor: 'noor' }),
      named('ines', 'scorer', ['interview'], '2026-02-23T10:02'),
      channelMade,
      deputyNamed,
      named('lou', 'observer', ['interview'], '2026-02-25T11:00'),
    ]
    const joining = entries(events, NOW, 'add-member').map(({ about }) => about)
    expect(joining).toEqual(['camille', 'sacha', 'noor', 'ines', 'lou'])
    expect(times(events, NOW, 'add-member')).toEqual([
      ...Array(4).fill('2026-02-23T10:05'),
      '2026-02-25T11:00',
    ])
  })

  test('is left by whoever loses their standing, and joined again by who comes back', () => {
    const lou = named('lou', 'observer', ['interview'], '2026-02-25T11:00')
    const gone = happened('2026-02-26T09:00', 'camille', { type: 'MemberRemoved', person: 'lou' })
    const back = named('lou', 'observer', ['interview'], '2026-02-27T09:00')
    const events = [opened(), channelMade, lou]
    expect(keys(events, NOW, 'remove-member')).toEqual([])
    expect(times([...events, gone], NOW, 'remove-member')).toEqual(['2026-02-26T09:00'])
    expect(entries([...events, gone], NOW, 'remove-member')).toMatchObject([{ about: 'lou' }])
    expect(keys([...events, gone, back], NOW, 'remove-member')).toEqual([])
    const [, first] = keys(events, NOW, 'add-member')
    const [, again] = keys([...events, gone, back], NOW, 'add-member')
    expect(again).not.toBe(first)
  })
})

describe('the craft advisor', () => {
  const advised = [opened({ advisor: 'noor' }), criterion('careful', ['interview'])]

  test('gets the framing once it is begun', () => {
    expect(keys([opened({ advisor: 'noor' })], NOW, 'advisor-consulted')).toEqual([])
    expect(times(advised, NOW, 'advisor-consulted', 'noor')).toEqual(['2026-02-23T11:00'])
    expect(keys([opened(), framingClosed], NOW, 'advisor-consulted')).toEqual([])
  })

  test('sees in place that their word was noted', () => {
    const confirmed = happened('2026-02-24T09:00', 'noor', { type: 'AdvisorConfirmed' })
    const [before] = entries(advised, NOW, 'advisor-consulted')
    const [after] = entries([...advised, confirmed], NOW, 'advisor-consulted')
    expect(after?.key).toBe(before?.key)
    expect(after?.shows).not.toBe(before?.shows)
  })
})

describe('the closed framing', () => {
  test('goes to each member, at the closing or when they are named later', () => {
    const before = named('ines', 'scorer', ['interview'], '2026-02-23T12:00')
    const after = named('lou', 'observer', ['interview'], '2026-02-25T12:00')
    const events = [opened(), criterion('careful', ['interview']), before]
    expect(keys(events, NOW, 'framing-to-read')).toEqual([])
    expect(times([...events, framingClosed, after], NOW, 'framing-to-read')).toEqual([
      '2026-02-24T10:00',
      '2026-02-25T12:00',
    ])
  })

  test('is rewritten in place when it changes and when it is read', () => {
    const changed = criterion('careful', ['interview'], { weight: 3, reason: 'reason-1' })
    const read = happened('2026-02-26T11:00', 'ines', { type: 'FramingRead', person: 'ines' })
    const versions = [staffed, [...staffed, changed], [...staffed, changed, read]].map(
      (events) => entries(events, NOW, 'framing-to-read', 'ines')[0],
    )
    expect(new Set(versions.map((entry) => entry?.key)).size).toBe(1)
    expect(new Set(versions.map((entry) => entry?.shows)).size).toBe(3)
  })
})

describe('people whom messages do not reach', () => {
  test('are told to the owner', () => {
    const events = [...staffed, unreachable('ines')]
    expect(times(events, NOW, 'unreachable', 'camille')).toEqual(['2026-03-02T09:00'])
    expect(entries(events, NOW, 'unreachable')).toMatchObject([{ about: 'ines' }])
  })

  test('when that is the owner, to the deputy, if there is one to be reached', () => {
    expect(entries([...staffed, unreachable('camille')], NOW, 'unreachable')).toMatchObject([
      { to: 'sacha', about: 'camille' },
    ])
    expect(keys([opened(), unreachable('camille')], NOW, 'unreachable')).toEqual([])
    const both = [...staffed, unreachable('camille'), unreachable('sacha')]
    expect(keys(both, NOW, 'unreachable')).toEqual([])
  })
})

describe('a channel that messages do not reach', () => {
  const lost = happened('2026-03-02T09:00', 'system', { type: 'ChannelUnreachable' })

  test('is told to the owner, in a direct message', () => {
    expect(times([...staffed, lost], NOW, 'channel-unreachable', 'camille')).toEqual([
      '2026-03-02T09:00',
    ])
    expect(keys(staffed, NOW, 'channel-unreachable')).toEqual([])
  })
})
