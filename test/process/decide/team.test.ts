import { describe, expect, test } from 'vitest'
import {
  nameMember,
  recordChannelUnreachable,
  recordUnreachable,
  removeMember,
} from '../../../src/process/decide/team.ts'
import { given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import {
  debriefOpened,
  filed,
  happened,
  named,
  opened,
  ready,
  scheduled,
  staffed,
  staffedByOne,
  waived,
} from '../support/story.ts'

function removing(person: string, reason?: string): Command {
  return (state, actor) =>
    removeMember(state, { person, ...(reason !== undefined && { reason }) }, actor)
}

const gone = (person: string) => ({ type: 'MemberRemoved', person }) as const

describe('naming members', () => {
  const ines = { person: 'ines', role: 'scorer', stages: ['interview'], expert: false } as const

  test.each(['camille', 'sacha'])('is for the owner and the deputy: %s may', (person) => {
    given(...ready)
      .when(person, (state, actor) => nameMember(state, ines, actor))
      .thenRecorded({ type: 'MemberNamed', ...ines })
  })

  test('is refused to other members, who learn who can, and to strangers, who learn nothing', () => {
    given(...staffed)
      .when('ines', (state, actor) => nameMember(state, ines, actor))
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
    given(opened(), named('ines', 'scorer', ['interview']))
      .when('ines', (state, actor) => nameMember(state, ines, actor))
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille' })
    given(...ready)
      .when('zoe', (state, actor) => nameMember(state, ines, actor))
      .thenRefused({ code: 'not-a-member' })
  })

  test('needs a stage', () => {
    given(...ready)
      .when('camille', (state, actor) => nameMember(state, { ...ines, stages: [] }, actor))
      .thenRefused({ code: 'member-without-stage' })
  })

  test('again with the same role and stages changes nothing, whatever their order', () => {
    given(...ready, named('ines', 'scorer', ['case-study', 'interview']))
      .when('camille', (state, actor) =>
        nameMember(state, { ...ines, stages: ['interview', 'case-study'] }, actor),
      )
      .thenRecorded()
  })

  test('again with another role or other stages replaces both', () => {
    const story = [...ready, named('ines', 'scorer', ['case-study', 'interview'])]
    given(...story)
      .when('camille', (state, actor) => nameMember(state, ines, actor))
      .thenRecorded({ type: 'MemberNamed', ...ines })
    const replaced = stateAfter(...story, named('ines', 'observer', ['references']))
    expect(replaced.members['ines']).toMatchObject({ role: 'observer', stages: ['references'] })
  })
})

describe('removing a member', () => {
  test('takes them out of the team', () => {
    given(...staffed)
      .when('sacha', removing('lou'))
      .thenRecorded({ type: 'MemberRemoved', person: 'lou' })
    const state = stateAfter(
      ...staffed,
      happened('2026-03-02T10:00', 'camille', { type: 'MemberRemoved', person: 'lou' }),
    )
    expect(Object.keys(state.members)).toEqual(['ines', 'malik'])
  })

  test('is refused for someone who is not a member, and to who is neither owner nor deputy', () => {
    given(...staffed)
      .when('camille', removing('zoe'))
      .thenRefused({ code: 'unknown-member' })
    given(...staffed)
      .when('malik', removing('ines'))
      .thenRefused({ code: 'owner-or-deputy-only', owner: 'camille', deputy: 'sacha' })
  })

  test('also takes them off the interviews to come', () => {
    given(
      ...staffed,
      scheduled('2026-03-09T14:00'),
      scheduled('2026-03-10T14:00', { interview: 'case', stage: 'case-study' }),
    )
      .when('camille', removing('ines'))
      .thenRecorded(
        { type: 'ParticipantRemoved', interview: 'talk', person: 'ines' },
        { type: 'ParticipantRemoved', interview: 'case', person: 'ines' },
        gone('ines'),
      )
  })

  test('is refused while nobody else would score an interview to come', () => {
    given(...staffedByOne, scheduled('2026-03-09T14:00', { participants: { ines: 'scorer' } }))
      .when('camille', removing('ines'))
      .thenRefused({ code: 'last-scorer', interviews: 1 })
  })

  const talk = scheduled('2026-03-02T14:00')
  test.each([
    ['filed', [talk, filed('ines', '2026-03-02T16:00')]],
    ['been let off', [talk, waived('ines', '2026-03-02T16:00')]],
    [
      'had their interview cancelled',
      [
        talk,
        happened('2026-03-02T10:00', 'camille', { type: 'InterviewCancelled', interview: 'talk' }),
      ],
    ],
    [
      'seen the debrief open',
      [
        talk,
        filed('ines', '2026-03-02T16:00'),
        filed('malik', '2026-03-02T16:00'),
        debriefOpened('2026-03-03T09:00'),
      ],
    ],
  ])('is possible once they have %s', (_what, events) => {
    given(...staffed, ...events)
      .when('camille', removing('ines'))
      .thenRecorded({ type: 'MemberRemoved', person: 'ines' })
  })

  test('leaves what they filed', () => {
    const state = stateAfter(
      ...staffed,
      talk,
      filed('ines', '2026-03-02T16:00'),
      happened('2026-03-02T17:00', 'camille', { type: 'MemberRemoved', person: 'ines' }),
    )
    expect(state.interviews['talk']?.filings['ines']).toHaveLength(1)
  })
})

describe('someone whom messages do not reach', () => {
  test('is recorded once', () => {
    given(...staffed)
      .when('system', (state, actor) => recordUnreachable(state, 'ines', actor))
      .thenRecorded({ type: 'PersonUnreachable', person: 'ines' })
    given(
      ...staffed,
      happened('2026-03-02T10:00', 'system', { type: 'PersonUnreachable', person: 'ines' }),
    )
      .when('system', (state, actor) => recordUnreachable(state, 'ines', actor))
      .thenRecorded()
  })
})

test('a channel that messages do not reach is recorded once', () => {
  given(...staffed)
    .when('system', recordChannelUnreachable)
    .thenRecorded({ type: 'ChannelUnreachable' })
  given(...staffed, happened('2026-03-02T10:00', 'system', { type: 'ChannelUnreachable' }))
    .when('system', recordChannelUnreachable)
    .thenRecorded()
})
