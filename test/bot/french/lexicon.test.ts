import { describe, expect, it } from 'vitest'
import { formsOf, wordsOf } from '../../../src/bot/french/lexicon.ts'

describe('the words of a text', () => {
  it.each([
    ['L’époux d’Anne-Sophie', ['l', 'epoux', 'd', 'anne', 'sophie']],
    ['Une SŒUR, 45 ans.', ['une', 'soeur', '45', 'ans']],
    ['croyant·e·s et marié(e), prêt·e', ['croyant', 'et', 'marie', 'pret']],
    ['e\u0301tat', ['etat']],
    ['🎉 … !', []],
  ])('« %s » holds %j', (text, bare) => {
    expect(wordsOf(text).map((word) => word.bare)).toEqual(bare)
  })

  it('say where they stand, inclusive endings with them', () => {
    const text = 'Elle est croyant·e, dit Anne.'
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Elle',
      'est',
      'croyant·e',
      'dit',
      'Anne',
    ])
    expect(wordsOf(text).map(({ capital }) => capital)).toEqual([true, false, false, false, true])
  })
})

describe('the forms of a word', () => {
  it.each([
    ['marié', ['marie', 'maries', 'mariee', 'mariees']],
    ['sympathique', ['sympathique', 'sympathiques']],
    ['religieux', ['religieux', 'religieuse', 'religieuses']],
    ['motivé', ['motivee']],
    ['veuf', ['veuf', 'veuve', 'veuves']],
    ['syndical', ['syndical', 'syndicale', 'syndicaux']],
    ['utilisateur', ['utilisatrice']],
    ['travailleur', ['travailleuses']],
    ['étranger', ['etrangere', 'etrangers']],
    ['algérien', ['algerienne']],
    ['turc', ['turque']],
    ['français', ['francais', 'francaises']],
    ['croyant', ['croyants', 'croyante', 'croyantes']],
  ])('%s has %j', (word, forms) => {
    expect(formsOf(word)).toEqual(expect.arrayContaining(forms))
  })

  it('is the word itself after an equals sign', () => {
    expect(formsOf('=Fille')).toEqual(['fille'])
  })
})
