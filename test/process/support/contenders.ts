/** Contenders of a comparison, as few words as an example needs. */
import { compare } from '../../../src/process/comparison/compare.ts'
import type { Group, Line } from '../../../src/process/comparison/compare.ts'
import type { AssessedInterview, Contender } from '../../../src/process/comparison/assessment.ts'
import type { Criterion } from '../../../src/process/recruitment.ts'
import type { Level, Stage, Weight } from '../../../src/process/vocabulary.ts'
import { aCriterion } from './criteria.ts'

export function weighing(id: string, weight: Weight, details: Partial<Criterion> = {}): Criterion {
  return aCriterion(id, ['interview'], { weight, ...details })
}

export function held(stage: Stage, levels: AssessedInterview['levels']): AssessedInterview {
  return { stage, levels }
}

export function reaching(
  reached: Stage,
  application: string,
  ...interviews: readonly AssessedInterview[]
): Contender {
  return { application, reached, interviews }
}

/** Met once, at the interview, by a single scorer. */
export function met(application: string, levels: Readonly<Record<string, Level | null>>) {
  return reaching('interview', application, held('interview', { ines: levels }))
}

/** The group of an example that has one. */
export function onlyGroup(criteria: readonly Criterion[], ...contenders: readonly Contender[]) {
  const [group, ...others] = compare(criteria, contenders).groups
  if (!group || others.length > 0) throw new Error('The example has one group')
  return group
}

/** The line of an example that has one contender. */
export function onlyLine(criteria: readonly Criterion[], contender: Contender): Line {
  const [line] = onlyGroup(criteria, contender).ranking
  if (!line) throw new Error('A group has a line')
  return line
}

/** What a line says of one criterion. */
export function assessment(line: Line, id: string) {
  return line.criteria.find(({ criterion }) => criterion.id === id)?.assessment
}

export function ranks({ ranking }: Group): readonly (readonly [string, number | undefined])[] {
  return ranking.map(({ application, rank }) => [application, rank])
}
