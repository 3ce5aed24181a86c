/** Words of a French text, and the forms that a word takes. */

export interface Word {
  /** Without accents nor case: « Croyant·e » is `croyant`. */
  readonly bare: string
  /** Where it stands in the text. */
  readonly start: number
  readonly end: number
  /** « Lyon », « LYON »: written as a name, or first in its sentence. */
  readonly capital: boolean
}

/** Letters with an inclusive ending if any, or digits. */
const WORD =
  /([\p{L}\p{M}]+)(?:\((?:e|ne|le|se|te|ère|rice|trice|euse|ive)s?\)|[·•](?:e|ne|le|se|te|ère|rice|trice|euse|ive)(?:[·•]?s)?(?!\p{L}))?|\p{N}+/gu

/** The words of a text in order; an apostrophe or a hyphen ends one. Linear. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map((match) => {
    const [whole, letters = whole] = match
    const end = match.index + whole.length
    return {
      bare: bareWord(letters),
      start: match.index,
      end,
      capital: /^\p{Lu}/u.test(whole),
    }
  })
}

/** Lower case, without accents nor ligatures. */
export function bareWord(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}

/** What a masculine ending becomes: the first that fits. A mute e only takes the plural. */
const ENDINGS: readonly (readonly [ending: string, becomes: string])[] = [
  ['é', 'e es ee ees'],
  ['e', 'e es'],
  ['eux', 'eux euse euses'],
  ['teur', 'teur teurs trice trices teuse teuses'],
  ['eur', 'eur eurs euse euses eure eures'],
  ['er', 'er ers ere eres'],
  ['f', 'f fs ve ves'],
  ['al', 'al als ale ales aux'],
  ['el', 'el els elle elles'],
  ['en', 'en ens enne ennes'],
  ['on', 'on ons onne onnes'],
  ['et', 'et ets ete etes ette ettes'],
  ['c', 'c cs que ques cque cques che ches'],
  ['s', 's se ses sse sses'],
  ['x', 'x xe xes se ses ce ces'],
  ['', ' s e es'],
]

/**
 * The forms of a word given in the masculine singular, bare: « marié » gives `marie`, `maries`,
 * `mariee`, `mariees`. Regular endings only; some forms do not exist, which harms nobody. After
 * `=`, the word is taken as it is.
 */
export function formsOf(word: string): readonly string[] {
  if (word.startsWith('=')) return [bareWord(word.slice(1))]
  const [ending, becomes] = ENDINGS.find(([one]) => word.endsWith(one)) ?? ['', '']
  const stem = bareWord(word.slice(0, word.length - ending.length))
  return becomes.split(' ').map((one) => `${stem}${one}`)
}
