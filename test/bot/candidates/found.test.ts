import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { almostNamed, nameKey, withName } from '../../../src/bot/candidates/found.ts'
import type { Found } from '../../../src/bot/candidates/found.ts'
import { MONDAY } from '../support/mission.ts'
import { Temporal } from 'temporal-polyfill'

function people(...names: readonly string[]): readonly Found[] {
  return names.map((name) => ({
    candidate: { name },
    application: {
      id: name,
      candidate: name,
      addedAt: Temporal.Instant.from(MONDAY),
      tracked: false,
      status: 'active',
    },
  }))
}

const namesOf = (found: readonly Found[]) => found.map(({ candidate }) => candidate.name)

describe('names', () => {
  it('are the same whatever the order, the case, the accents and the hyphens', () => {
    expect(nameKey('DURAND Anne-Zoé')).toBe(nameKey('anne zoe durand'))
    expect(nameKey('Camille Durand')).not.toBe(nameKey('Camille Durant'))
  })

  it('are found by each of their words, and almost found with one letter changed', () => {
    const word = fc.stringMatching(/^[a-z]{5,9}$/)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.nat(),
        (words, i, j) => {
          const all = people(words.join(' '), 'zzzzzzzzzz')
          const one = words[i % words.length] ?? ''
          expect(namesOf(withName(all, one))).toContain(words.join(' '))
          const at = j % one.length
          const slip = `${one.slice(0, at)}é${one.slice(at + 1)}`
          expect(namesOf(almostNamed(all, slip))).toContain(words.join(' '))
        },
      ),
    )
  })

  it('are not found by what holds no word', () => {
    expect(withName(people('Camille Durand'), ' - ')).toEqual([])
    expect(almostNamed(people('Camille Durand'), ' - ')).toEqual([])
  })
})
