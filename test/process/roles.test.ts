import { describe, expect, test } from 'vitest'
import {
  attendees,
  everyone,
  refuseUnlessMember,
  refuseUnlessOwner,
  refuseUnlessOwnerOrDeputy,
  standings,
  teamOf,
} from '../../src/process/roles.ts'
import { stateAfter } from './support/history.ts'
import { deputyNamed, happened, named, opened, ready, scheduled, staffed } from './support/story.ts'

const state = stateAfter(...staffed)

describe('standings', () => {
  test.each([
    ['camille', ['owner']],
    ['sacha', ['deputy']],
    ['noor', ['advisor']],
    ['ines', ['scorer']],
    ['lou', ['observer']],
    ['zoe', []],
  ])('%s: %j', (person, expected) => {
    expect(standings(state, person)).toEqual(expected)
  })

  test('add up: an owner may score', () => {
    const scoring = stateAfter(...staffed, named('camille', 'scorer', ['interview']))
    expect(standings(scoring, 'camille')).toEqual(['owner', 'scorer'])
  })

  test('end with the removal, or when another deputy is named', () => {
    const later = stateAfter(
      ...staffed,
      happened('2026-03-02T10:00', 'camille', { type: 'MemberRemoved', person: 'lou' }),
      happened('2026-03-02T10:00', 'camille', { type: 'DeputyNamed', person: 'ines' }),
    )
    expect(standings(later, 'lou')).toEqual([])
    expect(standings(later, 'sacha')).toEqual([])
    expect(standings(later, 'ines')).toEqual(['deputy', 'scorer'])
  })
})

test('everyone is there once, the owner first', () => {
  const twice = stateAfter(...staffed, named('sacha', 'observer', ['interview']))
  expect(everyone(twice)).toEqual(['camille', 'sacha', 'noor', 'ines', 'malik', 'lou'])
  expect(everyone(stateAfter(opened()))).toEqual(['camille'])
})

test('those who attend an interview are its participants who have not left since', () => {
  const left = happened('2026-03-02T10:00', 'camille', { type: 'MemberRemoved', person: 'lou' })
  const later = stateAfter(...staffed, scheduled('2026-03-09T14:00'), left)
  const interview = later.interviews['talk']
  expect(interview && attendees(later, interview)).toEqual(['ines', 'malik'])
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

describe('refusals say who can, and to strangers nothing', () => {
  test('the owner alone', () => {
    expect(refuseUnlessOwner(state, 'camille')).toBeUndefined()
    for (const person of ['sacha', 'noor', 'ines', 'lou']) {
      expect(refuseUnlessOwner(state, person)).toEqual({ code: 'owner-only', owner: 'camille' })
    }
    expect(refuseUnlessOwner(state, 'zoe')).toEqual({ code: 'not-a-member' })
  })

  test('the owner or the deputy', () => {
    expect(refuseUnlessOwnerOrDeputy(state, 'camille')).toBeUndefined()
    expect(refuseUnlessOwnerOrDeputy(state, 'sacha')).toBeUndefined()
    for (const person of ['noor', 'ines', 'lou']) {
      expect(refuseUnlessOwnerOrDeputy(state, person)).toEqual({
        code: 'owner-or-deputy-only',
        owner: 'camille',
        deputy: 'sacha',
      })
    }
    expect(refuseUnlessOwnerOrDeputy(state, 'zoe')).toEqual({ code: 'not-a-member' })
  })

  test('without a deputy, none is said', () => {
    const alone = stateAfter(opened({ advisor: 'noor' }))
    expect(refuseUnlessOwnerOrDeputy(alone, 'noor')).toEqual({
      code: 'owner-or-deputy-only',
      owner: 'camille',
    })
    expect(refuseUnlessOwnerOrDeputy(stateAfter(opened(), deputyNamed), 'sacha')).toBeUndefined()
  })

  test('any member', () => {
    for (const person of ['camille', 'sacha', 'noor', 'ines', 'lou']) {
      expect(refuseUnlessMember(state, person)).toBeUndefined()
    }
    expect(refuseUnlessMember(state, 'zoe')).toEqual({ code: 'not-a-member' })
  })
})
