/** The order of contenders, and whether it holds when a weight moves (product.md section 5). */
import type { ApplicationId, CriterionId } from '../ids.ts'
import type { Criterion } from '../recruitment.ts'
import type { Weight } from '../vocabulary.ts'
import type { Assessments } from './assessment.ts'
import { isBetter, scoreOf } from './score.ts'

/** A contender and what they are worth. */
export interface Entrant {
  readonly application: ApplicationId
  readonly assessments: Assessments
}

/**
 * The rank of everyone who has a score: one more than the number of strictly better scores, so that
 * ties share a rank and the next one is skipped (1, 1, 3). Whoever has no score has no rank and stands
 * after the others; no weight can give them one, as what is assessed does not depend on weights.
 *
 * Two orders are the same when every rank is: they differ when two swap, and also when a tie is broken
 * or made.
 */
export type Order = Readonly<Record<ApplicationId, number>>

/** One weight moved by one step, and the order that this gives. */
export interface Turn {
  readonly weight: Weight
  readonly order: Order
}

/** A criterion whose weight decides the order, and each step of it that changes the order. */
export interface Hinge {
  readonly criterion: CriterionId
  readonly turns: readonly Turn[]
}

export interface Firmness {
  /** In the framing's order; none when no single step changes the order, which is then firm. */
  readonly hangsOn: readonly Hinge[]
}

export function orderOf(criteria: readonly Criterion[], entrants: readonly Entrant[]): Order {
  const scored = entrants.flatMap(({ application, assessments }) => {
    const score = scoreOf(criteria, assessments)
    return score ? [{ application, score }] : []
  })
  return Object.fromEntries(
    scored.map(({ application, score }) => [
      application,
      1 + scored.filter((other) => isBetter(other.score, score)).length,
    ]),
  )
}

/**
 * Moves each weight by one step up, then down, within 1 to 3, all others as they are, and keeps what
 * changes the order. Nothing below two scores: there is no order to shake.
 */
export function firmnessOf(
  criteria: readonly Criterion[],
  entrants: readonly Entrant[],
): Firmness | undefined {
  const order = orderOf(criteria, entrants)
  if (Object.keys(order).length < 2) return undefined
  return {
    hangsOn: criteria.flatMap(({ id, weight }) => {
      const turns = stepsFrom(weight)
        .map((step) => ({ weight: step, order: orderOf(weighing(criteria, id, step), entrants) }))
        .filter((turn) => !isSame(turn.order, order))
      return turns.length === 0 ? [] : [{ criterion: id, turns }]
    }),
  }
}

function stepsFrom(weight: Weight): readonly Weight[] {
  if (weight === 1) return [2]
  return weight === 2 ? [3, 1] : [2]
}

function weighing(
  criteria: readonly Criterion[],
  moved: CriterionId,
  weight: Weight,
): readonly Criterion[] {
  return criteria.map((criterion) =>
    criterion.id === moved ? { ...criterion, weight } : criterion,
  )
}

function isSame(one: Order, other: Order): boolean {
  return Object.keys(one).every((application) => one[application] === other[application])
}
