import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sensitiveWords } from '../../../../src/bot/notes/guards/sensitive.ts'
import { A_MOMENT, effortOf, hundredKilobytes } from '../../support/effort.ts'
import { HARMLESS } from './support/harmless.ts'
import { SAID } from './support/said.ts'

const linesOf = (block: string) => block.trim().split(/\s*\n\s*/)
const said = Object.entries(SAID).flatMap(([topic, block]) =>
  linesOf(block).map((sentence): [string, string] => [topic, sentence]),
)

describe('what may not be collected', () => {
  it.each(said)('%s is seen in « %s »', (topic, sentence) => {
    expect(sensitiveWords(sentence).map((found) => found.topic)).toContain(topic)
  })

  it.each(linesOf(HARMLESS))('is not in « %s »', (sentence) => {
    expect(sensitiveWords(sentence)).toEqual([])
  })
})

describe('the words', () => {
  it('are shown as typed, in the order of the text, each once', () => {
    expect(
      sensitiveWords(
        'Croyante, 45 ans. Son MARI est malade ; son mari est croyant, elle est croyante.',
      ),
    ).toEqual([
      { topic: 'religion', words: 'Croyante' },
      { topic: 'age', words: '45 ans' },
      { topic: 'family', words: 'Son MARI' },
      { topic: 'health', words: 'malade' },
      { topic: 'religion', words: 'croyant' },
    ])
  })

  it.each([
    ['marié', 'mariée', 'MARIÉS', 'mariees', 'marié·e', 'marié(e)', 'marie\u0301'],
    ['croyant', 'Croyante', 'croyants', 'croyantes', 'croyant·e·s'],
    ['syndiqué', 'syndiquée', 'syndique', 'SYNDIQUES'],
    ['juif', 'juive', 'Juifs', 'juives'],
    ['veuf', 'veuve'],
    ['religieux', 'religieuse', 'RELIGIEUSES'],
  ])('%s is known in its other forms', (...forms) => {
    for (const form of forms) {
      expect(sensitiveWords(`Elle se dit ${form}.`)).toEqual([
        { topic: expect.any(String), words: form },
      ])
    }
  })

  it.each([
    ['l’époux', "l'époux", 'l`époux'],
    ['burn-out', 'burn out', 'burn‑out', 'Burn\nout'],
    ['congé maternité', 'congé  maternité', 'congé-maternité', 'congés maternité'],
  ])('%s is known whatever its apostrophes, hyphens and spaces', (...forms) => {
    for (const form of forms) expect(sensitiveWords(`Dit : ${form}.`)).toHaveLength(1)
  })

  it('do not run from one clause into the next', () => {
    expect(sensitiveWords('Parle de sa. Fille d’accueil')).toEqual([])
    expect(sensitiveWords('Il habite, à mon avis')).toEqual([])
  })

  it('are whole words', () => {
    expect(sensitiveWords('langage, islamabadien, juiverie, handicapeur, syndication')).toEqual([])
  })

  it('of a phrase that means something else do not hide the others', () => {
    const text = 'Test en double aveugle mené par une personne qui a dit : je suis aveugle'
    expect(sensitiveWords(text)).toEqual([{ topic: 'health', words: 'aveugle' }])
  })

  it.each(['Marie', 'Chrétien'])('leave the name « %s » alone, and see the word', (name) => {
    expect(sensitiveWords(`${name} a posé la question.`)).toEqual([])
    expect(sensitiveWords(`Elle est ${name.toLowerCase()}.`)).toHaveLength(1)
  })

  it.each([
    ['a 45 ans', 1],
    ['a bientôt 50 ans', 1],
    ['a quarante-cinq ans', 1],
    ['16 ans', 1],
    ['15 ans', 0],
    ['79 ans', 1],
    ['80 ans', 0],
    ['a 45 ans de recul', 0],
    ['a 45 ans et dix ans de métier', 1],
    ['depuis 45 ans', 0],
  ])('« %s » gives an age %i times', (text, times) => {
    expect(sensitiveWords(`Elle ${text}.`)).toHaveLength(times)
  })
})

describe('whatever is written', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          ...'son|mari|fille|d’|attente|a|45|ans|de|habite|à|Lyon|en|aveugle|75011|12|rue|(e)|·e|\u0301|\uD800|🎉|.|\n'.split(
            '|',
          ),
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(' ')),
  )

  it('never throws, and shows words of the text in its order', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let from = 0
        for (const { words } of sensitiveWords(text)) {
          const at = text.indexOf(words, from)
          expect(at).toBeGreaterThanOrEqual(from)
          expect(words).not.toBe('')
          from = at
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('a sentence is seen whatever stands in the sentences around it', () => {
    const harmless = fc.constantFrom(...linesOf(HARMLESS))
    fc.assert(
      fc.property(harmless, fc.constantFrom(...said), harmless, (before, [topic, one], after) => {
        const found = sensitiveWords(`${before}.\n${one}.\n${after}.`)
        expect(found.map((each) => each.topic)).toContain(topic)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['harmless words', 'le produit '],
    ['sensitive words', 'mariée, '],
    ['beginnings of phrases', 'son '],
    ['numbers', '45 ans '],
    ['one word', 'a'],
    ['names', 'Lyon '],
    ['accents', 'e\u0301'],
    ['endings', 'a(e)'],
    ['signs', '«'],
  ])('100 kB of %s take a moment', (_, unit) => {
    const text = hundredKilobytes(unit)
    expect(effortOf(() => sensitiveWords(text))).toBeLessThan(A_MOMENT)
  })
})
