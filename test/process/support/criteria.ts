/** Criteria as commands give them, and as events record them. */
import type { Criterion } from '../../../src/process/recruitment.ts'
import type { Stage } from '../../../src/process/vocabulary.ts'

export function aCriterion(
  id: string,
  stages: readonly Stage[] = ['interview'],
  details: Partial<Criterion> = {},
): Criterion {
  return { id, label: `label-${id}`, weight: 2, mandatory: false, stages, ...details }
}

export function setting(id: string, stages?: readonly Stage[]) {
  return {
    type: 'CriterionSet',
    criterion: id,
    label: `label-${id}`,
    weight: 2,
    mandatory: false,
    stages: stages ?? ['interview'],
  } as const
}
