/** What a contender is worth on one criterion (product.md section 5). */
import type { ApplicationId, CriterionId, PersonId } from '../ids.ts'
import { areSplit, meanOf } from '../levels.ts'
import type { Criterion } from '../recruitment.ts'
import { notesOf } from '../scorecard.ts'
import { STAGES } from '../vocabulary.ts'
import type { Level, Stage } from '../vocabulary.ts'

/** What one interview gave on one candidate: each scorer's last version. */
export interface AssessedInterview {
  /** The one at which the levels were given; a merged first meeting is an `interview`. */
  readonly stage: Stage
  /** By scorer, then by criterion; `null` is not an assessment. */
  readonly levels: Readonly<Record<PersonId, Readonly<Record<CriterionId, Level | null>>>>
}

export interface Contender {
  readonly application: ApplicationId
  /** The furthest stage reached. */
  readonly reached: Stage
  readonly interviews: readonly AssessedInterview[]
}

export interface Assessment {
  /** The stage that the levels come from. */
  readonly stage: Stage
  /** Every level given at that stage, highest first: one per scorer and interview, never empty. */
  readonly levels: readonly Level[]
  /** Unrounded, from 0 to 3. */
  readonly mean: number
  /** Scorers stand on both sides of « validé » at that stage. */
  readonly shared: boolean
}

/** A criterion without an assessment is absent. */
export type Assessments = ReadonlyMap<CriterionId, Assessment>

/** By the order of the process, whatever the dates. */
const LATEST_FIRST = STAGES.toReversed()

export function assess(criteria: readonly Criterion[], contender: Contender): Assessments {
  return new Map(
    criteria.flatMap(({ id }) => {
      const assessment = assessmentOf(id, contender.interviews)
      return assessment ? [[id, assessment] as const] : []
    }),
  )
}

/** What an interview gave on a criterion. Nothing at references, which add signs, never points. */
function levelsOn(criterion: CriterionId, interview: AssessedInterview): readonly Level[] {
  if (notesOf([interview.stage]).gives !== 'levels') return []
  return Object.values(interview.levels)
    .map((levels) => levels[criterion] ?? null)
    .filter((level) => level !== null)
}

/** From the latest stage having any level, all interviews of that stage pooled. */
function assessmentOf(
  criterion: CriterionId,
  interviews: readonly AssessedInterview[],
): Assessment | undefined {
  for (const stage of LATEST_FIRST) {
    const levels = interviews
      .filter((interview) => interview.stage === stage)
      .flatMap((interview) => levelsOn(criterion, interview))
      .toSorted((a, b) => b - a)
    const mean = meanOf(levels)
    if (mean !== undefined) return { stage, levels, mean, shared: areSplit(levels) }
  }
  return undefined
}
