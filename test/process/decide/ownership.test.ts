import { describe, expect, test } from 'vitest'
import { handOver, nameAdvisor, nameDeputy } from '../../../src/process/decide/ownership.ts'
import { standings } from '../../../src/process/roles.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { deputyNamed, happened, named, opened, staffed } from '../support/story.ts'

const deputising =
  (person: string): Command =>
  (state, actor) =>
    nameDeputy(state, person, actor)
const advised =
  (person: string): Command =>
  (state, actor) =>
    nameAdvisor(state, person, actor)
const handing =
  (person: string): Command =>
  (state, actor) =>
    handOver(state, person, actor)

const inesOwns = { type: 'OwnerNamed', person: 'ines' } as const

describe('the deputy', () => {
  test('is named by the owner, and naming the same person again changes nothing', () => {
    given(opened())
      .when('camille', deputising('sacha'))
      .thenRecorded({ type: 'DeputyNamed', person: 'sacha' })
    given(opened(), deputyNamed).when('camille', deputising('sacha')).thenRecorded()
  })

  test('is not the owner', () => {
    given(opened())
      .when('camille', deputising('camille'))
      .thenRefused({ code: 'owner-is-not-deputy' })
  })

  test('cannot hand the part over, and people from outside learn nothing', () => {
    given(opened(), deputyNamed)
      .when('sacha', deputising('ines'))
      .thenRefused({ code: 'owner-only', owner: 'camille' })
    given(opened()).when('zoe', deputising('zoe')).thenRefused({ code: 'not-a-member' })
  })
})

describe('the craft advisor', () => {
  test('is named by the owner, other than them, and again as long as nothing is confirmed', () => {
    const first = [opened({ firstRecruitment: true, advisor: 'noor' })]
    given(...first)
      .when('camille', advised('lou'))
      .thenRecorded({ type: 'AdvisorNamed', person: 'lou' })
    given(...first)
      .when('camille', advised('noor'))
      .thenRecorded()
    given(...first)
      .when('camille', advised('camille'))
      .thenRefused({ code: 'advisor-is-owner' })
    given(...first, happened('2026-02-24T10:00', 'noor', { type: 'AdvisorConfirmed' }))
      .when('camille', advised('lou'))
      .thenRefused({ code: 'advisor-confirmed-already' })
  })

  test('is not needed for the craft "other", and not named by a deputy', () => {
    given(opened({ craft: 'other' }))
      .when('camille', advised('noor'))
      .thenRefused({ code: 'advisor-not-needed' })
    given(opened(), deputyNamed)
      .when('sacha', advised('noor'))
      .thenRefused({ code: 'owner-only', owner: 'camille' })
  })
})

describe('handing a recruitment over', () => {
  test('is the owner’s, and the deputy’s not', () => {
    given(...staffed)
      .when('camille', handing('ines'))
      .thenRecorded(inesOwns)
    given(...staffed)
      .when('sacha', handing('ines'))
      .thenRefused({ code: 'owner-only', owner: 'camille' })
    given(...staffed)
      .when('zoe', handing('zoe'))
      .thenRefused({ code: 'not-a-member' })
    given(...staffed)
      .when('camille', handing('camille'))
      .thenRecorded()
  })

  test('makes the other person decide from then on, and the former owner no more', () => {
    const after = stateAfter(...continued(staffed, 'camille', '2026-03-02T10:00', handing('ines')))
    expect(standings(after, 'ines')).toEqual(['owner', 'scorer'])
    expect(standings(after, 'camille')).toEqual([])
  })

  test('to the deputy leaves the part of deputy free', () => {
    const after = stateAfter(...continued(staffed, 'camille', '2026-03-02T10:00', handing('sacha')))
    expect(standings(after, 'sacha')).toEqual(['owner'])
    expect(after.deputy).toBeUndefined()
  })

  test('leaves the former owner what else they are', () => {
    const scoring = [...staffed, named('camille', 'scorer', ['interview'])]
    const after = stateAfter(...continued(scoring, 'camille', '2026-03-02T10:00', handing('ines')))
    expect(standings(after, 'camille')).toEqual(['scorer'])
  })
})
