/** Product.md section 7: who may do what, as its table says. */
import { describe, expect, test } from 'vitest'
import { setCriterion } from '../../../src/process/decide/framing.ts'
import { handOver } from '../../../src/process/decide/ownership.ts'
import { nameMember } from '../../../src/process/decide/team.ts'
import type { Event } from '../../../src/process/events.ts'
import { advancing, reminding, waiving } from '../support/commands.ts'
import { aCriterion } from '../support/criteria.ts'
import { given } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { filing } from '../support/notes.ts'
import { scheduling } from '../support/slots.ts'
import { named, scheduled, staffed } from '../support/story.ts'

const PEOPLE = {
  camille: 'owner',
  sacha: 'deputy',
  ines: 'scorer',
  lou: 'observer',
  noor: 'craft advisor',
  zoe: 'others',
} as const

const AFTERWARDS = '2026-03-02T16:00'
const held = [...staffed, scheduled('2026-03-02T14:00')]

/** Those whom the rules do not refuse. */
function whoMay(events: readonly Event[], command: Command): readonly string[] {
  return Object.entries(PEOPLE)
    .filter(([person]) => !given(...events).when(person, command, AFTERWARDS).refusal)
    .map(([, part]) => part)
}

describe('owner and deputy', () => {
  test.each<[string, Command]>([
    ['frame', (state, actor) => setCriterion(state, aCriterion('new'), 'reason-1', actor)],
    [
      'name the team',
      (state, actor) =>
        nameMember(
          state,
          { person: 'zoe', role: 'scorer', stages: ['interview'], expert: false },
          actor,
        ),
    ],
    ['schedule', scheduling('2026-03-10T14:00', { stage: 'prequalification' })],
    ['send reminders', reminding('malik')],
  ])('may %s', (_what, command) => {
    expect(whoMay(held, command)).toEqual(['owner', 'deputy'])
  })
})

describe('the owner alone', () => {
  test.each<[string, readonly Event[], Command]>([
    ['may decide', staffed, advancing('alex', 'case-study')],
    ['may grant a waiver', held, waiving('malik')],
    ['may hand over', held, (state, actor) => handOver(state, 'ines', actor)],
  ])('%s', (_what, events, command) => {
    expect(whoMay(events, command)).toEqual(['owner'])
  })
})

describe('filing notes', () => {
  test('is for the scorers of the interview', () => {
    expect(whoMay(held, filing())).toEqual(['scorer'])
  })

  test('is for owner, deputy and craft advisor as scorers', () => {
    const people = ['camille', 'sacha', 'noor']
    const scoring = people.map((person) => named(person, 'scorer', ['interview']))
    const participants = Object.fromEntries(people.map((person) => [person, 'scorer' as const]))
    const meeting = scheduled('2026-03-02T14:00', { participants })
    expect(whoMay([...staffed, ...scoring, meeting], filing())).toEqual([
      'owner',
      'deputy',
      'craft advisor',
    ])
  })
})

describe('a deputy may act, never decide', () => {
  const details = { application: 'alex', informed: true } as const

  test('plans the first meeting, and the stages that the owner sent the candidate to', () => {
    const refused = { code: 'decision-awaited', owner: 'camille' } as const
    for (const stage of ['interview', 'case-study', 'collaboration', 'references'] as const) {
      given(...staffed)
        .when('sacha', scheduling('2026-03-10T14:00', { ...details, stage }))
        .thenRefused(refused)
    }
    expect(
      whoMay(staffed, scheduling('2026-03-10T14:00', { ...details, stage: 'prequalification' })),
    ).toEqual(['owner', 'deputy'])
    const sent: Event = {
      type: 'ApplicationAdvanced',
      application: 'alex',
      stage: 'case-study',
      by: 'camille',
      at: '2026-03-01T10:00:00Z',
    }
    expect(
      whoMay(
        [...staffed, sent],
        scheduling('2026-03-10T14:00', { ...details, stage: 'case-study' }),
      ),
    ).toEqual(['owner', 'deputy'])
  })

  test('plans again what was missed, without another decision', () => {
    const missed: Event = {
      type: 'InterviewNotHeld',
      interview: 'talk',
      by: 'ines',
      at: '2026-03-02T13:30:00Z',
    }
    expect(whoMay([...held, missed], scheduling('2026-03-10T14:00', details))).toEqual([
      'owner',
      'deputy',
    ])
  })

  test('plans no further stage once a first one was held', () => {
    given(...held)
      .when('sacha', scheduling('2026-03-10T14:00', { ...details, stage: 'case-study' }))
      .thenRefused({ code: 'decision-awaited', owner: 'camille' })
  })
})
