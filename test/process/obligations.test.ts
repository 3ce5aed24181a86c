import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/process/events.ts'
import { obligationsOf } from '../../src/process/obligations.ts'
import { stateAfter } from './support/history.ts'
import { onTheWall } from './support/instants.ts'
import {
  criterion,
  debriefOpened,
  filed,
  framingClosed,
  happened,
  moved,
  named,
  opened,
  scheduled,
  waived,
} from './support/story.ts'

/** `who what since`, of one kind only. */
function owed(kind: string, ...events: readonly Event[]): readonly string[] {
  return obligationsOf(stateAfter(...events))
    .filter((one) => one.kind === kind)
    .map(({ person, since }) => `${person} ${onTheWall(since)}`)
}

const framed = [
  opened(),
  criterion('careful', ['interview']),
  happened('2026-02-24T12:00', 'camille', {
    type: 'ApplicationAdded',
    application: 'alex',
    candidate: 'candidate-alex',
  }),
]
const team = [
  named('ines', 'scorer', ['interview']),
  named('malik', 'scorer', ['interview']),
  named('lou', 'observer', ['interview']),
]
const talk = scheduled('2026-03-03T14:00')
const story = [...framed, framingClosed, ...team, talk]

describe('the advisor owes a word on the framing', () => {
  const advised = [opened({ advisor: 'noor' }), criterion('careful', ['interview'])]

  test('since the framing was begun, until it is given', () => {
    expect(owed('confirm-advice', opened({ advisor: 'noor' }))).toEqual([])
    expect(owed('confirm-advice', ...advised)).toEqual(['noor 2026-02-23T11:00'])
    const confirmed = happened('2026-02-24T09:00', 'noor', { type: 'AdvisorConfirmed' })
    expect(owed('confirm-advice', ...advised, confirmed)).toEqual([])
  })

  test('when there is one', () => {
    expect(owed('confirm-advice', ...framed)).toEqual([])
  })
})

describe('each member owes a reading of the framing', () => {
  test('since the later of the closing and their naming, until it is read', () => {
    const late = named('lou', 'observer', ['interview'], '2026-02-26T10:00')
    const early = named('ines', 'scorer', ['interview'], '2026-02-23T12:00')
    expect(owed('read-framing', ...framed, early)).toEqual([])
    expect(owed('read-framing', ...framed, early, framingClosed, late)).toEqual([
      'ines 2026-02-24T10:00',
      'lou 2026-02-26T10:00',
    ])
    const read = happened('2026-02-26T11:00', 'ines', { type: 'FramingRead', person: 'ines' })
    expect(owed('read-framing', ...framed, early, framingClosed, late, read)).toEqual([
      'lou 2026-02-26T10:00',
    ])
  })
})

describe('each participant owes an answer to the invitation', () => {
  const answered = happened('2026-02-25T10:00', 'ines', {
    type: 'InvitationAnswered',
    interview: 'talk',
    person: 'ines',
    coming: false,
  })

  test('since it was scheduled, until they say yes or no', () => {
    expect(owed('answer-invitation', ...story, answered)).toEqual([
      'malik 2026-02-24T15:00',
      'lou 2026-02-24T15:00',
    ])
  })

  test('again since it was moved', () => {
    const again = moved('2026-03-05T14:00', '2026-02-26T10:00')
    expect(owed('answer-invitation', ...story, answered, again)).toEqual([
      'ines 2026-02-26T10:00',
      'malik 2026-02-26T10:00',
      'lou 2026-02-26T10:00',
    ])
  })

  test('no longer once they filed notes, for they came, or left the team', () => {
    const left = happened('2026-03-02T10:00', 'camille', { type: 'MemberRemoved', person: 'lou' })
    expect(owed('answer-invitation', ...story, filed('ines', '2026-03-03T16:00'), left)).toEqual([
      'malik 2026-02-24T15:00',
    ])
  })
})

describe('each scorer owes notes', () => {
  test('since the planned end, which may be to come', () => {
    expect(owed('file-notes', ...story)).toEqual([
      'ines 2026-03-03T15:00',
      'malik 2026-03-03T15:00',
    ])
    expect(owed('file-notes', ...story, moved('2026-03-05T14:00', '2026-02-26T10:00', 90))).toEqual(
      ['ines 2026-03-05T15:30', 'malik 2026-03-05T15:30'],
    )
  })

  test('until they filed or were let off', () => {
    expect(
      owed(
        'file-notes',
        ...story,
        filed('ines', '2026-03-03T16:00'),
        waived('malik', '2026-03-03T16:00'),
      ),
    ).toEqual([])
  })
})

describe('nobody owes anything on an interview', () => {
  test.each(['InterviewCancelled', 'InterviewNotHeld'] as const)('after %s', (type) => {
    const ended = happened('2026-03-03T15:00', 'camille', { type, interview: 'talk' })
    const { interviews } = stateAfter(...story, ended)
    expect(Object.keys(interviews)).toEqual(['talk'])
    const left = obligationsOf(stateAfter(...story, ended)).filter(({ interview }) => interview)
    expect(left).toEqual([])
  })

  test('whose debrief is open, but the owner’s decision', () => {
    const events = [
      ...story,
      filed('ines', '2026-03-03T16:00'),
      waived('malik', '2026-03-03T16:00'),
    ]
    const shut = obligationsOf(stateAfter(...events)).filter(({ interview }) => interview)
    expect(shut).toMatchObject([{ person: 'malik' }, { person: 'lou' }])
    const open = obligationsOf(stateAfter(...events, debriefOpened('2026-03-04T09:00')))
    expect(open.filter(({ interview }) => interview).map(({ kind }) => kind)).toEqual(['decide'])
  })
})
