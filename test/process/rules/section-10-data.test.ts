/** Product.md section 10: what is known of candidates goes, at the owner's wish or when its time is over. */
import { describe, expect, test } from 'vitest'
import { announceErasures, askErasure, eraseDue } from '../../../src/process/decide/privacy.ts'
import { agendaOf } from '../../../src/process/agenda/agenda.ts'
import { obligationsOf } from '../../../src/process/obligations.ts'
import { forgottenBy, lastContact, retentionOf } from '../../../src/process/retention.ts'
import { SYSTEM } from '../../../src/process/events.ts'
import type { Event } from '../../../src/process/events.ts'
import { added, answered, chosen, closed, stopped, withdrew } from '../support/candidates.ts'
import { resuming } from '../support/commands.ts'
import { continued, given, stateAfter } from '../support/history.ts'
import type { Command } from '../support/history.ts'
import { onTheWall, paris } from '../support/instants.ts'
import { debriefOpened, filed, happened, scheduled, set, staffed } from '../support/story.ts'
import { keys, times } from '../support/agenda.ts'

const erasing =
  (application: string): Command =>
  (state, actor) =>
    askErasure(state, application, actor)

/** Met once, then stopped on Monday 2 March 2026 and answered half an hour later. */
const over = [
  ...staffed,
  scheduled('2026-02-26T10:00'),
  filed('ines', '2026-02-26T12:00'),
  filed('malik', '2026-02-26T12:30'),
  debriefOpened('2026-02-26T14:00'),
  stopped('alex'),
  answered('alex'),
]
const announced = (at: string) =>
  happened(at, SYSTEM, { type: 'ErasureAnnounced', application: 'alex' })
const asked = (at = '2026-03-03T10:00', by = 'camille') =>
  happened(at, by, { type: 'ErasureAsked', application: 'alex' })

const ofAlex = (events: readonly Event[]) => {
  const state = stateAfter(...events)
  const alex = state.applications['alex']
  if (!alex) throw new Error('Alex is not there')
  return { state, alex, retention: retentionOf(state, alex) }
}

/** What is said or done about Alex by then. */
const kinds = (events: readonly Event[]) =>
  agendaOf(stateAfter(...events), paris('2026-03-03T11:00'))
    .filter(({ application, interview }) => application === 'alex' || interview === 'talk')
    .map(({ kind }) => kind)

describe('the owner erases a candidate', () => {
  test('who is out of the running, even once all is closed', () => {
    const erased = { type: 'ErasureAsked' as const, application: 'alex' }
    given(...over)
      .when('camille', erasing('alex'))
      .thenRecorded(erased)
    given(...staffed, withdrew('alex'))
      .when('camille', erasing('alex'))
      .thenRecorded(erased)
    given(...over, closed())
      .when('camille', erasing('alex'))
      .thenRecorded(erased)
    given(...staffed, chosen('alex'), answered('alex'), closed('alex'))
      .when('camille', erasing('alex'))
      .thenRecorded(erased)
  })

  test('and nobody else does, be it the deputy', () => {
    for (const person of ['sacha', 'ines', 'lou', 'noor']) {
      given(...over)
        .when(person, erasing('alex'))
        .thenRefused({ code: 'owner-only', owner: 'camille' })
    }
    given(...over)
      .when('stranger', erasing('alex'))
      .thenRefused({ code: 'not-a-member' })
  })

  test('not while people expect them, nor while they are the choice', () => {
    given(...staffed)
      .when('camille', erasing('alex'))
      .thenRefused({ code: 'erase-while-running' })
    given(...staffed, chosen('alex'))
      .when('camille', erasing('alex'))
      .thenRefused({ code: 'erase-while-chosen' })
    given(...staffed)
      .when('camille', erasing('nobody'))
      .thenRefused({ code: 'unknown-application' })
  })

  test('once: asking again changes nothing', () => {
    given(...over, asked())
      .when('camille', erasing('alex'))
      .thenRecorded()
  })
})

describe('once erased, a candidate', () => {
  const state = stateAfter(...over, added('billie'), asked())

  test('is in nothing that the process knows, and others are untouched', () => {
    expect(Object.keys(state.applications)).toEqual(['billie'])
    expect(state.interviews).toEqual({})
    expect(obligationsOf(state).some(({ application }) => application === 'alex')).toBe(false)
  })

  test('leaves a trace that names nobody', () => {
    expect(state.erasures['alex']).toMatchObject({ interviews: ['talk'], isDue: false })
  })

  test('is spoken of no more, but to say that it is done', () => {
    expect(kinds([...over, asked()])).toEqual(['take-back'])
    const done = happened('2026-03-03T10:01', SYSTEM, {
      type: 'CandidateErased',
      application: 'alex',
      taken: 7,
      blanked: 0,
      kept: 0,
    })
    expect(kinds([...over, asked(), done])).toEqual(['erased'])
    expect(times([...over, asked(), done], '2026-03-03T11:00', 'erased')).toEqual([
      '2026-03-03T10:01',
    ])
  })

  test('takes along everything written about them, their name last', () => {
    const before = stateAfter(...over)
    expect(forgottenBy(before, asked())).toEqual({
      applications: ['alex'],
      keepsName: true,
      interviews: [],
    })
  })
})

describe('an unsuccessful application', () => {
  test('goes two years after the last contact, whatever that was', () => {
    const { state, alex } = ofAlex(over)
    expect(onTheWall(lastContact(state, alex))).toBe('2026-03-02T12:30')
    const { retention } = ofAlex([...over, announced('2028-02-16T09:00')])
    expect(retention?.eraseAt && onTheWall(retention.eraseAt)).toBe('2028-03-01T09:00')
    const met = ofAlex([
      ...staffed,
      scheduled('2026-03-02T10:00'),
      withdrew('alex', '2026-02-25T12:00'),
    ])
    expect(onTheWall(lastContact(met.state, met.alex))).toBe('2026-03-02T11:00')
  })

  test('goes after the months that were set for this recruitment', () => {
    const sooner = [...over, set({ retentionMonths: 3 }, '2026-03-03T10:00')]
    const { retention } = ofAlex(sooner)
    expect(retention && onTheWall(retention.announceAt)).toBe('2026-05-18T09:00')
  })

  test('is announced to the owner two weeks before, in working time, and no earlier', () => {
    const day = '2028-02-16T09:00'
    expect(times(over, '2026-03-03T10:00', 'announce-erasures')).toEqual([day])
    given(...over)
      .when(SYSTEM, announceErasures, '2028-02-16T08:59')
      .thenRecorded()
    given(...over)
      .when(SYSTEM, announceErasures, day)
      .thenRecorded({ type: 'ErasureAnnounced', application: 'alex' })
    given(...over, announced(day))
      .when(SYSTEM, announceErasures, '2028-02-18T12:30')
      .thenRecorded()
    expect(times([...over, announced(day)], day, 'erasure-near')).toEqual([day])
  })

  test('never goes without two weeks’ notice, even when the period is made shorter or the bot was away', () => {
    const late = [...over, announced('2028-06-01T10:00')]
    given(...late)
      .when(SYSTEM, eraseDue, '2028-06-15T09:59')
      .thenRecorded()
    given(...late)
      .when(SYSTEM, eraseDue, '2028-06-15T10:00')
      .thenRecorded({ type: 'ErasureAsked', application: 'alex' })
    given(...over)
      .when(SYSTEM, eraseDue, '2030-01-01T10:00')
      .thenRecorded()
  })

  test('that is taken up again stays, and is announced anew when it stops again', () => {
    const back = continued(
      [...over, announced('2028-02-16T09:00')],
      'camille',
      '2028-02-20T10:00',
      resuming('alex'),
    )
    given(...back)
      .when(SYSTEM, eraseDue, '2028-03-05T10:00')
      .thenRecorded()
    const again = [
      ...back,
      stopped('alex', '2028-02-21T10:00'),
      answered('alex', '2028-02-21T11:00'),
    ]
    expect(ofAlex(again).retention?.eraseAt).toBeUndefined()
    given(...again)
      .when(SYSTEM, eraseDue, '2028-03-05T10:00')
      .thenRecorded()
  })

  test('that was chosen, or is in the running, is not concerned', () => {
    expect(ofAlex([...staffed]).retention).toBeUndefined()
    expect(ofAlex([...staffed, chosen('alex'), closed('alex')]).retention).toBeUndefined()
  })

  test('that is erased at the end of its time is told of in working hours', () => {
    const night = [
      ...over,
      asked('2028-03-04T23:00', SYSTEM),
      happened('2028-03-04T23:01', SYSTEM, {
        type: 'CandidateErased',
        application: 'alex',
        taken: 1,
        blanked: 0,
        kept: 0,
      }),
    ]
    expect(times(night, '2028-03-05T10:00', 'erased')).toEqual(['2028-03-06T09:00'])
  })
})

const gone = (application: string, at: string) =>
  happened(at, SYSTEM, { type: 'CandidateErased', application, taken: 1, blanked: 0, kept: 0 })

describe('several unsuccessful applications', () => {
  /** Both heard of the team on the same day, hours apart. */
  const two = [
    ...over,
    added('billie'),
    stopped('billie', '2026-03-02T15:00'),
    answered('billie', '2026-03-02T17:00'),
  ]
  const both = [
    { type: 'ErasureAnnounced' as const, application: 'alex' },
    { type: 'ErasureAnnounced' as const, application: 'billie' },
  ]

  test('that end on the same day are announced together, and erased together', () => {
    given(...two)
      .when(SYSTEM, announceErasures, '2028-02-16T09:00')
      .thenRecorded(...both)
    const told = both.map((fact) => happened('2028-02-16T09:00', SYSTEM, fact))
    expect(keys([...two, ...told], '2028-02-16T09:01', 'erasure-near')).toHaveLength(1)
    given(...two, ...told)
      .when(SYSTEM, eraseDue, '2028-03-01T09:00')
      .thenRecorded(
        { type: 'ErasureAsked', application: 'alex' },
        { type: 'ErasureAsked', application: 'billie' },
      )
  })

  test('are told of once, when the last is gone', () => {
    const going = ['alex', 'billie'].map((application) =>
      happened('2028-03-01T09:00', SYSTEM, { type: 'ErasureAsked', application }),
    )
    const one = [...two, ...going, gone('alex', '2028-03-01T09:01')]
    expect(keys(one, '2028-03-01T10:00', 'erased')).toEqual([])
    const all = [...one, gone('billie', '2028-03-01T09:05')]
    expect(times(all, '2028-03-01T10:00', 'erased')).toEqual(['2028-03-01T09:05'])
  })

  test('are announced before a weekend rather than after it, so that none is kept too long', () => {
    // Two weeks before Sunday 2 July 2028's eve is a Saturday.
    const met = [...staffed, withdrew('alex', '2026-07-02T12:00')]
    expect(times(met, '2026-07-03T10:00', 'announce-erasures')).toEqual(['2028-06-16T18:00'])
  })
})

describe('when the recruitment closes', () => {
  const withCall = [
    ...over.slice(0, -2),
    scheduled('2026-03-02T09:00', { interview: 'call', stage: 'references' }, '2026-02-27T10:00'),
    filed('ines', '2026-03-02T10:30', 'call'),
    chosen('alex'),
    answered('alex'),
  ]

  test('the notes of reference calls go, and what was said of them is taken back', () => {
    const before = stateAfter(...withCall)
    const over = closed('alex')
    expect(forgottenBy(before, over)?.interviews).toEqual(['call'])
    const after = stateAfter(...withCall, over)
    expect(Object.keys(after.interviews)).toEqual(['talk'])
    expect(keys([...withCall, over], '2026-03-03T10:00', 'take-back-calls')).toEqual([
      'take-back-calls',
    ])
  })

  test('without a reference call there is nothing to take back', () => {
    expect(keys([...over, closed()], '2026-03-03T10:00', 'take-back-calls')).toEqual([])
  })
})
