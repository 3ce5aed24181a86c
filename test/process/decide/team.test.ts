import { describe, expect, test } from 'vitest'
import {
  adviseOnTeam,
  nameMember,
  recordChannelUnreachable,
  recordUnreachable,
  removeMember,
  teamOf,
} from '../../../src/process/decide/team.ts'
import { given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import {
  criterion,
  debriefOpened,
  filed,
  happened,
  named,
  opened,
  ready,
  scheduled,
  staffed,
  waived,
} from '../support/story.ts'

function removing(person: string): Command {
  return (state, actor) => removeMember(state, person, actor)
}

describe('naming members', () => {
  const ines = { person: 'ines', role: 'scorer', stages: ['interview'] } as const

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

  test('gives each stage its own team', () => {
    const state = stateAfter(
      ...ready,
      named('ines', 'scorer', ['interview', 'case-study']),
      named('malik', 'scorer', ['case-study']),
      named('lou', 'observer', ['case-study']),
    )
    expect(teamOf(state, 'interview')).toEqual({ ines: 'scorer' })
    expect(teamOf(state, 'case-study')).toEqual({
      ines: 'scorer',
      malik: 'scorer',
      lou: 'observer',
    })
    expect(teamOf(state, 'references')).toEqual({})
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

  test('is refused while their notes are expected, before the interview as after', () => {
    given(
      ...staffed,
      scheduled('2026-03-02T14:00'),
      scheduled('2026-03-09T14:00', { interview: 'case', stage: 'case-study' }),
    )
      .when('camille', removing('ines'))
      .thenRefused({ code: 'member-still-expected', interviews: 2 })
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

describe('what is worth saying about the team', () => {
  const story = [
    opened(),
    criterion('careful', ['interview']),
    criterion('skilled', ['case-study']),
  ]

  test('nothing while nobody scores', () => {
    expect(adviseOnTeam(stateAfter(...story))).toEqual([])
    const observed = stateAfter(...story, named('lou', 'observer', ['interview']))
    expect(adviseOnTeam(observed)).toEqual([])
  })

  test('that one person alone scores everything', () => {
    const state = stateAfter(...story, named('ines', 'scorer', ['interview', 'case-study']))
    expect(adviseOnTeam(state)).toEqual([{ code: 'one-person-scores-everything', person: 'ines' }])
  })

  test('that a stage which verifies something has no scorer, in the order of the stages', () => {
    const state = stateAfter(
      ...story,
      named('ines', 'scorer', ['prequalification']),
      named('malik', 'scorer', ['references']),
      named('lou', 'observer', ['interview']),
    )
    expect(adviseOnTeam(state)).toEqual([
      { code: 'stage-without-scorer', stages: ['interview', 'case-study'] },
    ])
  })

  test('nothing when several people share stages that are all covered', () => {
    const state = stateAfter(
      ...story,
      named('ines', 'scorer', ['interview']),
      named('malik', 'scorer', ['case-study']),
    )
    expect(adviseOnTeam(state)).toEqual([])
  })
})
