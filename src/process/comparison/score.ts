/** The weighted score of a contender, held exactly (product.md section 5). */
import { HIGHEST, sumOf } from '../levels.ts'
import type { Criterion } from '../recruitment.ts'
import type { Assessments } from './assessment.ts'

/**
 * Points got out of those that could be: Σ w·m out of 3 Σ w over the assessed criteria, both times the
 * same integer, which rids the means of their fractions.
 *
 * Integers, so that a tie stays a tie: with weights 3, 2, 1, means of 2, 8/3, 2/3 make 12 points as
 * 2, 2, 2 do, but 11.999999999999998 in floating point, which would rank equals one above the other and
 * make their order look as if it hung on a weight. Big ones, so that no number of scorers overflows.
 */
export interface Score {
  readonly points: bigint
  readonly outOf: bigint
}

/** Nothing when no criterion is assessed. */
export function scoreOf(
  criteria: readonly Criterion[],
  assessments: Assessments,
): Score | undefined {
  const assessed = criteria.flatMap(({ id, weight }) => {
    const levels = assessments.get(id)?.levels
    return levels ? [{ weight, sum: sumOf(levels), count: levels.length }] : []
  })
  if (assessed.length === 0) return undefined
  const denominator = [...new Set(assessed.map(({ count }) => count))]
    .map(BigInt)
    .reduce((product, count) => product * count)
  return {
    points: assessed
      .map(({ weight, sum, count }) => BigInt(weight * sum) * (denominator / BigInt(count)))
      .reduce((total, points) => total + points),
    outOf: BigInt(HIGHEST * sumOf(assessed.map(({ weight }) => weight))) * denominator,
  }
}

/** Equal scores are neither better than the other. */
export function isBetter(one: Score, other: Score): boolean {
  return one.points * other.outOf > other.points * one.outOf
}

/** From 0 to 1, not rounded: the closest that a number can be. */
export function ratioOf({ points, outOf }: Score): number {
  return Number(points) / Number(outOf)
}

/** Assessed weight out of the total weight, from 0 to 1; 0 when there is no criterion. */
export function coverageOf(criteria: readonly Criterion[], assessments: Assessments): number {
  const assessed = criteria.filter(({ id }) => assessments.has(id))
  return assessed.length === 0 ? 0 : weightOf(assessed) / weightOf(criteria)
}

function weightOf(criteria: readonly Criterion[]): number {
  return sumOf(criteria.map(({ weight }) => weight))
}
