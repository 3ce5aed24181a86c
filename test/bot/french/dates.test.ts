import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readDay, readMoment } from '../../../src/bot/french/dates.ts'
import { lastingMoment, moment, since } from '../../../src/bot/french/times.ts'

const PARIS = 'Europe/Paris'
/** Monday 23 November 2026, nine o'clock in Paris. */
const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z')

const at = (instant: string) => Temporal.Instant.from(instant)

function read(typed: string, zone = PARIS): string {
  const date = readMoment(typed, zone, NOW)
  if ('problem' in date) return date.problem
  return date.at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

describe('a date typed by hand', () => {
  it.each([
    ['mardi 14h', '2026-11-24T14:00'],
    ['mardi 14 h', '2026-11-24T14:00'],
    ['mercredi, 14h30', '2026-11-25T14:30'],
    ['demain 14 h 30', '2026-11-24T14:30'],
    ['dans 3 jours à 10h30', '2026-11-26T10:30'],
    ['24/11 à 9h', '2026-11-24T09:00'],
    ['le 3 décembre à 14h', '2026-12-03T14:00'],
    ['jeudi 3 décembre à 14 h', '2026-12-03T14:00'],
    ['1er décembre 10h', '2026-12-01T10:00'],
    ['2026-12-03 14:00', '2026-12-03T14:00'],
    ['15 janvier à 9 h', '2027-01-15T09:00'],
    ['le 3 à 9h', '2026-12-03T09:00'],
    ['le 23 à 9h', '2026-11-23T09:00'],
    ['le 31 à 9h', '2026-12-31T09:00'],
    ['1er à 9h', '2026-12-01T09:00'],
    ['le jeudi 26 à 14 h 30', '2026-11-26T14:30'],
    ['mardi 24, 14h', '2026-11-24T14:00'],
    ['9h le 3 décembre', '2026-12-03T09:00'],
    ['aujourd’hui à 15 heures', '2026-11-23T15:00'],
    ["aujourd'hui 15h", '2026-11-23T15:00'],
    ['après-demain à 10 heures 30', '2026-11-25T10:30'],
    ['demain à midi', '2026-11-24T12:00'],
    ['demain matin à 9h', '2026-11-24T09:00'],
    ['ce soir à 18h', '2026-11-23T18:00'],
    ['dans 2 heures', '2026-11-23T11:00'],
    ['lundi 8h', '2026-11-30T08:00'],
  ])('« %s » is %s', (typed, expected) => {
    expect(read(typed)).toBe(expected)
  })

  it('is read in the zone of whoever typed it', () => {
    const date = readMoment('mardi 14h', 'Indian/Reunion', NOW)
    expect('at' in date && date.at.toString()).toBe('2026-11-24T10:00:00Z')
  })

  it.each([
    ['mardi', 'no-hour'],
    ['demain matin', 'no-hour'],
    ['le 3', 'no-hour'],
    ['14h', 'no-day'],
    ['vendredi 3 décembre à 14h', 'wrong-weekday'],
    ['le mardi 26 à 14h', 'wrong-weekday'],
    ['mardi 14h ou mercredi 15h', 'unreadable'],
    ['mardi 25h', 'unreadable'],
    ['bientôt', 'unreadable'],
    ['32 décembre 10h', 'unreadable'],
    ['31/02 à 10h', 'unreadable'],
    ['dans 100000 jours à 10h', 'too-far'],
    ['28/03/2027 à 2h30', 'does-not-exist'],
  ])('« %s » is refused: %s', (typed, problem) => {
    expect(read(typed)).toBe(problem)
  })

  it('means the first of an hour that comes twice', () => {
    const date = readMoment('31/10/2027 à 2h30', PARIS, NOW)
    expect('at' in date && date.at.toString()).toBe('2027-10-31T00:30:00Z')
  })

  it('may be a day alone where no hour is asked', () => {
    expect(readDay('15 janvier', PARIS, NOW)).toBe('2027-01-15')
    expect(readDay('jamais', PARIS, NOW)).toBeUndefined()
  })
})

describe('an instant as people say it', () => {
  it.each([
    ['2026-11-23T13:00:00Z', 'aujourd’hui à 14 h'],
    ['2026-11-24T13:30:00Z', 'demain à 14 h 30'],
    ['2026-11-22T13:00:00Z', 'hier à 14 h'],
    ['2026-12-03T13:05:00Z', 'jeudi 3 décembre à 14 h 05'],
    ['2027-01-01T13:00:00Z', 'vendredi 1er janvier 2027 à 14 h'],
  ])('%s is « %s »', (instant, said) => {
    expect(moment(at(instant), PARIS, NOW)).toBe(said)
  })

  it('never says « demain » where it stays on screen', () => {
    expect(lastingMoment(at('2026-11-24T13:00:00Z'), PARIS, NOW)).toBe('mardi 24 novembre à 14 h')
  })

  it('says since when something has been awaited', () => {
    expect(since(at('2026-11-23T07:30:00Z'), NOW)).toBe('depuis moins d’une heure')
    expect(since(at('2026-11-23T08:00:00Z'), NOW.add({ hours: 3 }))).toBe('depuis 3 h')
    expect(since(at('2026-11-22T14:00:00Z'), NOW)).toBe('depuis hier')
    expect(since(at('2026-11-20T14:00:00Z'), NOW)).toBe('depuis vendredi')
    expect(since(at('2026-11-13T17:00:00Z'), NOW)).toBe('depuis 5 jours ouvrés')
  })
})
