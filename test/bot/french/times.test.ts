/** The same instants, as people read them where they are. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { lastingMoment, moment, since } from '../../../src/bot/french/times.ts'

const PARIS = 'Europe/Paris'
const REUNION = 'Indian/Reunion'
const at = (instant: string) => Temporal.Instant.from(instant)

/** Thursday 26 March 2026, ten o’clock in Paris. */
const NOW = at('2026-03-26T09:00:00Z')
/** Friday 27 March and Monday 30 March at 10:00 in Paris: clocks go forward in between. */
const BRIEF = at('2026-03-27T09:00:00Z')
const INTERVIEW = at('2026-03-30T08:00:00Z')

describe('an interview on the Monday after clocks go forward', () => {
  it('is at 10:00 in Paris, as its brief on Friday', () => {
    expect(moment(BRIEF, PARIS, NOW)).toBe('demain à 10 h')
    expect(moment(INTERVIEW, PARIS, NOW)).toBe('lundi 30 mars à 10 h')
    expect(lastingMoment(INTERVIEW, PARIS, NOW)).toBe('lundi 30 mars à 10 h')
  })

  it('is at noon in Réunion, where the brief came at 13:00', () => {
    expect(moment(BRIEF, REUNION, NOW)).toBe('demain à 13 h')
    expect(moment(INTERVIEW, REUNION, NOW)).toBe('lundi 30 mars à 12 h')
  })
})

describe('an interview on the Monday after clocks go back', () => {
  it('is at 10:00 in Paris and at 13:00 in Réunion, where the brief came at noon', () => {
    const now = at('2026-10-22T08:00:00Z')
    const [brief, interview] = [at('2026-10-23T08:00:00Z'), at('2026-10-26T09:00:00Z')]
    expect([brief, interview].map((one) => moment(one, PARIS, now))).toEqual([
      'demain à 10 h',
      'lundi 26 octobre à 10 h',
    ])
    expect([brief, interview].map((one) => moment(one, REUNION, now))).toEqual([
      'demain à 12 h',
      'lundi 26 octobre à 13 h',
    ])
  })
})

describe('a day', () => {
  it('begins where the reader is', () => {
    // 21:30 in Paris is half past midnight in Réunion, once summer time began.
    const late = at('2026-03-30T20:30:00Z')
    const sameEvening = at('2026-03-30T17:00:00Z')
    expect(moment(late, PARIS, sameEvening)).toBe('aujourd’hui à 22 h 30')
    expect(moment(late, REUNION, sameEvening)).toBe('demain à 0 h 30')
    expect(lastingMoment(late, REUNION, sameEvening)).toBe('mardi 31 mars à 0 h 30')
  })

  it('comes after the night of the change too', () => {
    const saturday = at('2026-03-28T22:30:00Z')
    expect(moment(at('2026-03-29T08:00:00Z'), PARIS, saturday)).toBe('demain à 10 h')
    expect(moment(at('2026-03-28T09:00:00Z'), PARIS, at('2026-03-29T06:00:00Z'))).toBe(
      'hier à 10 h',
    )
  })
})

describe('how long something is awaited', () => {
  it('counts working days over a bank holiday', () => {
    // From Thursday 30 April to Monday 11 May: 1 and 8 May are off.
    expect(since(at('2026-04-30T07:00:00Z'), at('2026-05-11T07:00:00Z'))).toBe(
      'depuis 5 jours ouvrés',
    )
  })

  it('says the day before as such, over the night of the change', () => {
    expect(since(at('2026-03-28T16:00:00Z'), at('2026-03-29T08:00:00Z'))).toBe('depuis hier')
  })
})
