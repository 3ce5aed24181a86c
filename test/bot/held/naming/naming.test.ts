/** Which messages name a candidate (section 4 of the product): rather a miss than a wrong hold. */
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { namesCandidate } from '../../../../src/bot/held/naming/names-candidate.ts'
import { OTHER_PEOPLE } from './other-people.ts'
import { NAMES_CAMILLE, NAMES_NOBODY } from './sentences.ts'

const CAMILLE = { name: 'Camille Durand' }
const OTHERS = [{ name: 'Alex Moreau' }]
const TEAM = ['Inès Traoré', 'Marc Petit', 'Élodie Nguyen', 'Paul Garnier']
const names = (sentence: string) => namesCandidate(sentence, CAMILLE, OTHERS, TEAM)

describe('a message that names the candidate', () => {
  it.each(NAMES_CAMILLE)('by %s: « %s »', (_, sentence) => {
    expect(names(sentence)).toBe(true)
  })
})

describe('a message that does not name the candidate', () => {
  it.each(NAMES_NOBODY)('for all its %s: « %s »', (_, sentence) => {
    expect(names(sentence)).toBe(false)
  })
})

describe('a candidate called otherwise', () => {
  it.each(OTHER_PEOPLE)('$name, « $text »: $named', ({ name, text, named, also, others, team }) => {
    const candidate = { name, ...(also && { also }) }
    const rest = (others ?? []).map((one) => ({ name: one }))
    expect(namesCandidate(text, candidate, rest, team ?? TEAM)).toBe(named)
  })
})

test('a full name counts whatever its dress', () => {
  const letters = fc.constantFrom('durand', 'Durand', 'DURAND', 'dùrand', 'Durànd')
  fc.assert(
    fc.property(letters, fc.boolean(), fc.constantFrom(' ', '-', '\u00A0'), (last, swap, join) => {
      const parts = swap ? [last, 'camille'] : ['Camille', last]
      expect(names(`pour moi ${parts.join(join)} convient`)).toBe(true)
    }),
  )
})

test('any text at all is read without a fault, and none without such a word counts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const far = !/[cdœ]/iu.test(text.normalize('NFD'))
      expect(names(text) && far).toBe(false)
    }),
  )
})

test('a long message among many people is read in no time', () => {
  const long = 'Camile durant la mairie, Paul et Rose ont pris le temps de tout relire. '
    .repeat(230)
    .slice(0, 16_000)
  const others = Array.from({ length: 12 }, (_, i) => ({ name: `Prénom${i} Nomdefamille${i}` }))
  const team = Array.from({ length: 30 }, (_, i) => `Membre${i} Équipe${i}`)
  namesCandidate('Camile', CAMILLE, [], [])
  const started = performance.now()
  for (const other of others) namesCandidate(long, other, others, team)
  expect(performance.now() - started).toBeLessThan(2_000)
})
