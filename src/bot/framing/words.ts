import type { Weight } from '../../process/vocabulary.ts'

/** A criterion weighs 3 at most, 1 at least. */
export const WEIGHT_NAMES: Readonly<Record<Weight, string>> = {
  3: '3, déterminant',
  2: '2, important',
  1: '1, un plus',
}
