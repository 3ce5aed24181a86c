/** What the levels given on one criterion say together. */
import type { Level } from './vocabulary.ts'

export const HIGHEST = 3 satisfies Level
/** From this level on a criterion is validated. */
export const VALIDATED = 2 satisfies Level

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

/** Unrounded; nothing when nobody gave a level. */
export function meanOf(levels: readonly Level[]): number | undefined {
  return levels.length === 0 ? undefined : sumOf(levels) / levels.length
}

/** Some find the criterion validated and some do not: « avis partagés ». */
export function areSplit(levels: readonly Level[]): boolean {
  return levels.some((level) => level >= VALIDATED) && levels.some((level) => level < VALIDATED)
}
