import { distance } from 'fastest-levenshtein'
import { isFrenchWord } from './french-words.ts'

/** In a shorter word, another letter makes another word. */
const SHORTEST_WITH_SLIP = 5

/** One letter more, less, another, or two that changed places, in what is no French word. */
export function isSlip(typed: string, word = ''): boolean {
  if (word.length < SHORTEST_WITH_SLIP || Math.abs(typed.length - word.length) > 1) return false
  // The dictionary is asked last: most words are far from any name.
  return (distance(typed, word) === 1 || isSwap(typed, word)) && !isFrenchWord(typed)
}

function isSwap(typed: string, word: string): boolean {
  if (typed.length !== word.length || distance(typed, word) !== 2) return false
  const i = Array.from(typed).findIndex((letter, at) => letter !== word[at])
  return typed[i] === word[i + 1] && typed[i + 1] === word[i]
}
