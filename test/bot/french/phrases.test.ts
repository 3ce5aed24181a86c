import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../src/bot/french/lexicon.ts'
import { finderOf } from '../../../src/bot/french/phrases.ts'

/** What is found in a text, as typed, under its key. */
function found(list: string, text: string, sets: Readonly<Record<string, string>> = {}) {
  const words = wordsOf(text)
  return finderOf([['key', list]], sets)(text, words).map(({ first, last }) =>
    text.slice(words[first]?.start, words[last]?.end),
  )
}

describe('phrases of a table', () => {
  it.each([
    ['chat', 'Deux chats, une chatte', ['chats']],
    ['=chat', 'Un chat, deux chats', ['chat']],
    ['chat|chien noir', 'Un chien noir et un chat noir', ['chien noir', 'chat noir']],
    ['chat, chien', 'Un chien et un chat', ['chien', 'chat']],
    ['fille d attente', 'la fille d’attente', ['fille d’attente']],
    ['burn out', 'un burn-out', ['burn-out']],
    ['NUMBER =ans', '3 ans, trois ans, vingt ans, mille ans', ['3 ans', 'trois ans', 'vingt ans']],
    ['AGE =ans', '15 ans, 16 ans, 79 ans, 80 ans', ['16 ans', '79 ans']],
    ['=en YEAR', 'en 1975, en 2020', ['en 1975']],
    ['HOUSE =rue', '12 rue, 12345 rue', ['12 rue']],
    ['POSTCODE NAME', '75011 Paris, 75011 paris, 99999 Paris', ['75011 Paris']],
    ['=habite PLACE', 'habite à, habite bien', ['habite à']],
  ])('« %s » in « %s »', (list, text, expected) => {
    expect(found(list, text)).toEqual(expected)
  })

  it('stay within a clause', () => {
    expect(found('=sa fille', 'sa. fille, sa, fille ; sa : fille ; sa   fille')).toEqual([
      'sa   fille',
    ])
  })

  it('take the words of a set for a word in capitals, and refuse an unknown one', () => {
    expect(found('SON chat', 'mon chat, son chat, un chat', { SON: '=mon|=son' })).toEqual([
      'mon chat',
      'son chat',
    ])
    expect(() => found('SOM chat', 'un chat')).toThrow('SOM')
  })
})
