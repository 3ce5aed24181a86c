/** What earlier stages left unclear about a contender, for the reference call to settle. */
import type { CriterionId } from '../ids.ts'
import { VALIDATED } from '../levels.ts'
import type { Line } from './compare.ts'

/** Mandatory criteria not validated or never assessed first, then shared opinions, then the rest below « validé ». */
export function doubtsIn({
  criteria,
  cannotBeChosen,
  toVerify,
}: Pick<Line, 'criteria' | 'cannotBeChosen' | 'toVerify'>): readonly CriterionId[] {
  const shared = criteria.filter(({ assessment }) => assessment?.shared)
  const below = criteria.filter(({ assessment }) => assessment && assessment.mean < VALIDATED)
  const weak = [...shared, ...below].map(({ criterion }) => criterion.id)
  return [...new Set([...cannotBeChosen, ...toVerify, ...weak])]
}
