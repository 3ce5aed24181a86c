/** The French dictionary: a typed word that is in it is no slip of somebody's name. */
import { createRequire } from 'node:module'
import { z } from 'zod'
import { bareWord } from '../../french/lexicon.ts'

const require = createRequire(import.meta.url)

let known: ReadonlySet<string> | undefined

/**
 * Whether a folded word is a French word, inflected forms included. The first call reads the list
 * (half a second, some 40 MB), which only a recruitment with a shut debrief needs.
 */
export function isFrenchWord(word: string): boolean {
  known ??= new Set(z.array(z.string()).parse(require('an-array-of-french-words')).map(bareWord))
  return known.has(word)
}
