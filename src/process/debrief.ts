/** What an opened debrief has to start from: where scorers disagree, and what nobody verified. */
import type { CriterionId, PersonId } from './events.ts'
import { areSplit, meanOf, VALIDATED } from './levels.ts'
import type { Criterion } from './recruitment.ts'
import type { Verdict } from './scorecard.ts'
import type { Level } from './vocabulary.ts'

export interface DebriefLine {
  readonly criterion: Criterion
  /** By scorer; `null` when not assessed, absent when the scorer filed nothing on it. */
  readonly levels: Readonly<Record<PersonId, Level | null>>
  /** Distance between the highest and the lowest level; 0 with fewer than two. */
  readonly spread: number
  readonly mean?: number
}

export interface DebriefSummary {
  /** Widest disagreements first, then in the framing's order. */
  readonly lines: readonly DebriefLine[]
  readonly unverified: readonly CriterionId[]
  /** Mandatory ones whose mean, unrounded, is below « validé ». */
  readonly mandatoryNotValidated: readonly CriterionId[]
  /** Scorers stand on both sides of « validé ». */
  readonly split: readonly CriterionId[]
}

export function summarise(
  criteria: readonly Criterion[],
  verdicts: Readonly<Record<PersonId, Verdict>>,
): DebriefSummary {
  const lines = criteria.map((criterion) => lineOf(criterion, verdicts))
  return {
    lines: lines.toSorted((a, b) => b.spread - a.spread),
    unverified: ids(lines.filter(({ mean }) => mean === undefined)),
    mandatoryNotValidated: ids(
      lines.filter(
        ({ criterion, mean }) => criterion.mandatory && mean !== undefined && mean < VALIDATED,
      ),
    ),
    split: ids(lines.filter(({ levels }) => areSplit(assessed(levels)))),
  }
}

function ids(lines: readonly DebriefLine[]): readonly CriterionId[] {
  return lines.map(({ criterion }) => criterion.id)
}

function lineOf(criterion: Criterion, verdicts: Readonly<Record<PersonId, Verdict>>): DebriefLine {
  const levels = Object.fromEntries(
    Object.entries(verdicts).flatMap(([scorer, { levels }]) => {
      const level = levels[criterion.id]
      return level === undefined ? [] : [[scorer, level] as const]
    }),
  )
  const given = assessed(levels)
  const mean = meanOf(given)
  return {
    criterion,
    levels,
    spread: given.length < 2 ? 0 : Math.max(...given) - Math.min(...given),
    ...(mean !== undefined && { mean }),
  }
}

function assessed(levels: Readonly<Record<PersonId, Level | null>>): readonly Level[] {
  return Object.values(levels).filter((level) => level !== null)
}
