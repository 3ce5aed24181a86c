/** Finds the phrases of a table in a text, in one pass over its words. */
import { formsOf } from './lexicon.ts'
import type { Word } from './lexicon.ts'

/** Kinds of word that no list could hold, by the name they have in a table. */
const KINDS: Readonly<Record<string, (word: Word) => boolean>> = {
  NUMBER: ({ bare }) => /^\d{1,3}$/.test(bare) || UNITS.has(bare) || TENS.has(bare),
  /** Of an adult who works. */
  AGE: ({ bare }) =>
    (/^\d\d$/.test(bare) && Number(bare) > 15 && Number(bare) < 80) || TENS.has(bare),
  /** Of birth, of an adult who works. */
  YEAR: ({ bare }) => /^(?:19[4-9]\d|200\d|201[0-2])$/.test(bare),
  HOUSE: ({ bare }) => /^\d{1,4}$/.test(bare),
  POSTCODE: ({ bare }) => /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(bare),
  NAME: ({ capital }) => capital,
  PLACE: ({ bare }) => PLACES.has(bare),
}
const UNITS = new Set(
  'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
    ' ',
  ),
)
const TENS = new Set('vingt trente quarante cinquante soixante'.split(' '))
const PLACES = new Set(
  'a au aux en dans pres loin chez sur hors vers ici la le les un une toujours encore actuellement desormais maintenant seul seule'.split(
    ' ',
  ),
)

type Slot = (word: Word) => boolean

interface Phrase<Key> {
  readonly key: Key
  readonly slots: readonly Slot[]
}

export interface Match<Key> {
  readonly key: Key
  /** Its words: from `first`, to `last` included. */
  readonly first: number
  readonly last: number
}

/** Finds phrases among the words of a text: `words` come from that text. */
export type Finder<Key> = (text: string, words: readonly Word[]) => readonly Match<Key>[]

/**
 * Reads phrases, each list under its key, apart by commas. A word stands for its forms (`formsOf`);
 * `a|b` for either; a word in capitals for a list of `sets` or a kind of word, and an unknown one
 * throws. Linear in the length of the text: phrases are looked up by their first word.
 */
export function finderOf<Key>(
  lists: Iterable<readonly [Key, string]>,
  sets: Readonly<Record<string, string>> = {},
): Finder<Key> {
  const byFirst = new Map<string, Phrase<Key>[]>()
  const byKind: Phrase<Key>[] = []
  for (const [key, list] of lists) {
    for (const written of list.split(',')) {
      const words = written
        .trim()
        .split(/\s+/)
        .map((one) => expand(one, sets))
      const phrase = { key, slots: words.map(slotOf) }
      const [first = []] = words
      if (first.some((one) => one in KINDS)) byKind.push(phrase)
      else {
        for (const form of new Set(first.flatMap(formsOf))) {
          byFirst.set(form, [...(byFirst.get(form) ?? []), phrase])
        }
      }
    }
  }
  return (text, words) => {
    const next = neighbours(text, words)
    return words.flatMap((word, first) =>
      [...(byFirst.get(word.bare) ?? []), ...byKind].flatMap(({ key, slots }) => {
        const last = first + slots.length - 1
        const whole = slots.every((slot, i) => {
          const here = words[first + i]
          return here !== undefined && slot(here) && (i === 0 || next[first + i - 1])
        })
        return whole ? [{ key, first, last }] : []
      }),
    )
  }
}

/** « SON » becomes its words; a set may hold kinds. */
function expand(written: string, sets: Readonly<Record<string, string>>): readonly string[] {
  return written.split('|').flatMap((one) => {
    const words = sets[one]?.split('|').map((word) => word.trim())
    if (!words && !(one in KINDS) && /^\p{Lu}+$/u.test(one)) {
      throw new Error(
        `No set or kind of words is called ${one}: write it in lower case, or after =`,
      )
    }
    return words ?? [one]
  })
}

function slotOf(words: readonly string[]): Slot {
  const kinds = words.flatMap((one) => KINDS[one] ?? [])
  const forms = new Set(words.filter((one) => !(one in KINDS)).flatMap(formsOf))
  return (word) => forms.has(word.bare) || kinds.some((kind) => kind(word))
}

/** What may stand between two words of a phrase. */
const GAP = /^[\s'’ʼ\-‐‑"«»*_]{1,4}$/

/** Whether each word stands right before the next one, in the same clause. */
function neighbours(text: string, words: readonly Word[]): readonly boolean[] {
  return words.map(({ end }, i) => {
    const next = words[i + 1]
    return next !== undefined && next.start - end <= 4 && GAP.test(text.slice(end, next.start))
  })
}
