/** What is worth saying about a framing or a team. It never blocks. */
import { describe, expect, test } from 'vitest'
import { adviseOnFraming, adviseOnTeam } from '../../src/process/advice.ts'
import type { Event } from '../../src/process/events.ts'
import type { Settings } from '../../src/process/settings.ts'
import { stateAfter } from './support/history.ts'
import { criterion, happened, named, opened, set } from './support/story.ts'

const story = [opened(), criterion('careful', ['interview']), criterion('skilled', ['case-study'])]

const teamAdvice = (...events: readonly Event[]) => adviseOnTeam(stateAfter(...story, ...events))
const framingAdvice = (...events: readonly Event[]) =>
  adviseOnFraming(stateAfter(opened(), ...events))

function expert(person: string): Event {
  return happened('2026-02-24T11:00', 'camille', {
    type: 'MemberNamed',
    person,
    role: 'scorer',
    stages: ['case-study'],
    expert: true,
  })
}

describe('what is worth saying about the team', () => {
  test('nothing while nobody scores', () => {
    expect(teamAdvice()).toEqual([])
    expect(teamAdvice(named('lou', 'observer', ['interview']))).toEqual([])
  })

  test('that one person alone scores everything', () => {
    const alone = { code: 'one-person-scores-everything', person: 'ines' }
    expect(teamAdvice(named('ines', 'scorer', ['interview', 'case-study']))).toContainEqual(alone)
    // Whoever scores only what nothing is verified at does not change that.
    expect(
      teamAdvice(
        named('ines', 'scorer', ['interview', 'case-study']),
        named('malik', 'scorer', ['references']),
      ),
    ).toContainEqual(alone)
  })

  test('that a stage which verifies something has no scorer, in the order of the stages', () => {
    expect(
      teamAdvice(
        named('ines', 'scorer', ['prequalification']),
        named('malik', 'scorer', ['references']),
        named('lou', 'observer', ['interview']),
      ),
    ).toEqual([{ code: 'stage-without-scorer', stages: ['interview', 'case-study'] }])
  })

  test('that nobody who scores the case study knows the craft', () => {
    const missing = { code: 'case-study-without-expert' }
    const team = [named('ines', 'scorer', ['interview']), named('malik', 'scorer', ['case-study'])]
    expect(teamAdvice(...team)).toEqual([missing])
    expect(teamAdvice(named('ines', 'scorer', ['interview']), expert('malik'))).toEqual([])
    const advised = [opened({ advisor: 'malik' }), ...story.slice(1), ...team]
    expect(adviseOnTeam(stateAfter(...advised))).toEqual([])
    expect(teamAdvice(...team, set({ skipped: ['case-study'] }))).not.toContainEqual(missing)
  })

  test('nothing of a stage that is skipped', () => {
    expect(
      teamAdvice(
        named('ines', 'scorer', ['interview']),
        named('malik', 'scorer', ['interview']),
        set({ skipped: ['case-study'] }),
      ),
    ).toEqual([])
  })
})

function late(stage: string, ...criteria: readonly string[]) {
  return { code: 'verify-earlier', criteria, stage }
}

describe('what is worth saying about the framing', () => {
  const important = criterion('careful', ['case-study'], { mandatory: true })

  test('that what is mandatory, or weighs most, could be verified at the earliest stage', () => {
    expect(
      framingAdvice(
        important,
        criterion('kind', ['interview', 'references'], { weight: 3 }),
        criterion('skilled', ['case-study']),
        criterion('curious', ['prequalification'], { mandatory: true, weight: 3 }),
      ),
    ).toEqual(late('prequalification', 'careful', 'kind'))
  })

  test('at the next one when prequalification is full', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => criterion(id, ['prequalification']))
    expect(framingAdvice(...four, important)).toEqual(late('interview', 'careful'))
    expect(framingAdvice(...four, criterion('kind', ['interview'], { weight: 3 }))).toBeUndefined()
  })

  test('at the first stage that is held', () => {
    const skipping: Partial<Settings> = { skipped: ['prequalification', 'interview'] }
    expect(framingAdvice(important, set(skipping))).toBeUndefined()
    expect(framingAdvice(important, set({ skipped: ['prequalification'] }))).toEqual(
      late('interview', 'careful'),
    )
  })

  test('nothing of the interview when it is merged with the prequalification', () => {
    const kind = criterion('kind', ['interview'], { weight: 3 })
    expect(framingAdvice(kind)).toEqual(late('prequalification', 'kind'))
    expect(framingAdvice(kind, set({ merged: true }))).toBeUndefined()
  })
})
