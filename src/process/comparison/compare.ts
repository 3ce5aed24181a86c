/** The weighted comparison of those who may still be chosen (product.md section 5). */
import type { ApplicationId, CriterionId } from '../ids.ts'
import { VALIDATED } from '../levels.ts'
import type { Criterion } from '../recruitment.ts'
import { STAGES } from '../vocabulary.ts'
import type { Stage } from '../vocabulary.ts'
import { assess } from './assessment.ts'
import type { Assessment, Contender } from './assessment.ts'
import { firmnessOf, orderOf } from './order.ts'
import type { Entrant, Firmness, Order } from './order.ts'
import { coverageOf, ratioOf, scoreOf } from './score.ts'

export interface CriterionLine {
  readonly criterion: Criterion
  /** Absent when nobody assessed it. */
  readonly assessment?: Assessment
}

export interface Line {
  readonly application: ApplicationId
  /** Ties share a rank: 1, 1, 3. Absent without a score. */
  readonly rank?: number
  /** From 0 to 1, unrounded. Absent when nothing is assessed. */
  readonly score?: number
  /** Assessed weight out of total weight, from 0 to 1. */
  readonly coverage: number
  /** Every criterion, in the framing's order. */
  readonly criteria: readonly CriterionLine[]
  /** Mandatory criteria whose mean, unrounded, is below « validé »: « ne peut pas être retenu·e ». */
  readonly cannotBeChosen: readonly CriterionId[]
  /** Mandatory criteria that nobody assessed: « à vérifier ». */
  readonly toVerify: readonly CriterionId[]
}

export interface Group {
  /** The stage that all of them reached. */
  readonly stage: Stage
  /** Best first; equals by application id; whoever has no score last. */
  readonly ranking: readonly Line[]
  /** Absent when fewer than two have a score. */
  readonly firmness?: Firmness
}

export interface Comparison {
  /** Furthest stage first; no group is empty. */
  readonly groups: readonly Group[]
}

/** Why someone may not be chosen yet, or at all, and the criteria at fault. */
export interface Obstacle {
  readonly blocked: 'mandatory-not-validated' | 'mandatory-not-assessed'
  readonly criteria: readonly CriterionId[]
}

/**
 * Ranks together those who reached the same stage. The caller gives active applications only, and the
 * interviews whose debrief is open. A level on a criterion out of the framing counts for nothing.
 */
export function compare(
  criteria: readonly Criterion[],
  contenders: readonly Contender[],
): Comparison {
  return {
    groups: STAGES.toReversed().flatMap((stage) => {
      const entrants = contenders
        .filter(({ reached }) => reached === stage)
        .map((one) => ({ application: one.application, assessments: assess(criteria, one) }))
      return entrants.length === 0 ? [] : [groupOf(stage, criteria, entrants)]
    }),
  }
}

/**
 * What keeps someone from being chosen; nothing when they may be. A mandatory criterion that is not
 * validated comes first: verifying the others would not lift it.
 */
export function obstacleTo({
  cannotBeChosen,
  toVerify,
}: Pick<Line, 'cannotBeChosen' | 'toVerify'>): Obstacle | undefined {
  if (cannotBeChosen.length > 0) {
    return { blocked: 'mandatory-not-validated', criteria: cannotBeChosen }
  }
  return toVerify.length > 0 ? { blocked: 'mandatory-not-assessed', criteria: toVerify } : undefined
}

function groupOf(
  stage: Stage,
  criteria: readonly Criterion[],
  entrants: readonly Entrant[],
): Group {
  const order = orderOf(criteria, entrants)
  const firmness = firmnessOf(criteria, entrants)
  return {
    stage,
    ranking: entrants.map((entrant) => lineOf(criteria, entrant, order)).toSorted(bestFirst),
    ...(firmness && { firmness }),
  }
}

/** By id among equals, so that the same comparison always reads the same. */
function bestFirst(a: Line, b: Line): number {
  if (a.rank !== b.rank) return (a.rank ?? Infinity) - (b.rank ?? Infinity)
  return a.application < b.application ? -1 : 1
}

function lineOf(
  criteria: readonly Criterion[],
  { application, assessments }: Entrant,
  order: Order,
): Line {
  const rank = order[application]
  const score = scoreOf(criteria, assessments)
  const mandatory = criteria.filter((criterion) => criterion.mandatory).map(({ id }) => id)
  return {
    application,
    ...(rank !== undefined && { rank }),
    ...(score && { score: ratioOf(score) }),
    coverage: coverageOf(criteria, assessments),
    criteria: criteria.map((criterion) => {
      const assessment = assessments.get(criterion.id)
      return { criterion, ...(assessment && { assessment }) }
    }),
    cannotBeChosen: mandatory.filter((id) => (assessments.get(id)?.mean ?? VALIDATED) < VALIDATED),
    toVerify: mandatory.filter((id) => !assessments.has(id)),
  }
}
