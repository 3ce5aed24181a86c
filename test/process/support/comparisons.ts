/** Random comparisons, and the same rules worked out another way. */
import * as fc from 'fast-check'
import type { AssessedInterview, Contender } from '../../../src/process/comparison/assessment.ts'
import type { Criterion } from '../../../src/process/recruitment.ts'
import { STAGES } from '../../../src/process/vocabulary.ts'
import type { Level, Weight } from '../../../src/process/vocabulary.ts'

const CRITERIA = ['a', 'b', 'c', 'd', 'e']
const level = fc.constantFrom<Level | null>(0, 1, 2, 3, null)
const stage = fc.constantFrom(...STAGES)

const interview: fc.Arbitrary<AssessedInterview> = fc.record({
  stage,
  levels: fc.dictionary(
    fc.constantFrom('ines', 'malik', 'sacha', 'noor'),
    fc.dictionary(fc.constantFrom(...CRITERIA, 'gone'), level, { noNullPrototype: true }),
    { maxKeys: 4, noNullPrototype: true },
  ),
})

const criteria: fc.Arbitrary<readonly Criterion[]> = fc
  .uniqueArray(fc.constantFrom(...CRITERIA), { minLength: 1 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          label: fc.constant(`label-${id}`),
          weight: fc.constantFrom<Weight>(1, 2, 3),
          mandatory: fc.boolean(),
          stages: fc.constant(['interview'] as const),
        }),
      ),
    ),
  )

/** Few stages to have reached, so that groups have several contenders and ties occur. */
const contenders: fc.Arbitrary<readonly Contender[]> = fc.uniqueArray(
  fc.record({
    application: fc.constantFrom('p', 'q', 'r', 's', 't'),
    reached: fc.constantFrom('interview', 'interview', 'references'),
    interviews: fc.array(interview, { maxLength: 4 }),
  }),
  { selector: ({ application }) => application, maxLength: 5 },
)

export interface Comparing {
  readonly criteria: readonly Criterion[]
  readonly contenders: readonly Contender[]
}

export const comparisons: fc.Arbitrary<Comparing> = fc.record({ criteria, contenders })

/** Divisible by every number of levels that can be pooled here: four interviews, four scorers. */
const COMMON = 720_720

/**
 * The order of one group, by another road than the code: ordinary integers on one denominator that
 * fits them all, every pair confronted. Contenders with a score only, best first, equals together.
 */
export function expectedOrder(
  criteria: readonly Criterion[],
  group: readonly Contender[],
): readonly (readonly string[])[] {
  const remaining = group
    .map(({ application, interviews }) => ({ application, ...expectedScore(criteria, interviews) }))
    .filter(({ outOf }) => outOf > 0)
    .toSorted((a, b) => b.points * a.outOf - a.points * b.outOf)
  const tiers: (typeof remaining)[] = []
  for (const one of remaining) {
    const best = tiers.at(-1)?.[0]
    if (best && best.points * one.outOf === one.points * best.outOf) tiers.at(-1)?.push(one)
    else tiers.push([one])
  }
  return tiers.map((tier) => tier.map(({ application }) => application).toSorted())
}

function expectedScore(criteria: readonly Criterion[], interviews: readonly AssessedInterview[]) {
  let points = 0
  let outOf = 0
  for (const { id, weight } of criteria) {
    const levels = expectedLevels(id, interviews)
    if (levels.length === 0) continue
    points += weight * levels.reduce<number>((a, b) => a + b, 0) * (COMMON / levels.length)
    outOf += 3 * weight * COMMON
  }
  return { points, outOf }
}

/** The levels that count for a criterion, by looking for the latest stage that has one. */
export function expectedLevels(
  id: string,
  interviews: readonly AssessedInterview[],
): readonly Level[] {
  const given = interviews
    .filter(({ stage }) => stage !== 'references')
    .flatMap(({ stage, levels }) =>
      Object.values(levels).flatMap((mine) => {
        const level = mine[id]
        return level === undefined || level === null ? [] : [{ stage, level }]
      }),
    )
  const latest = Math.max(...given.map(({ stage }) => STAGES.indexOf(stage)))
  return given.filter(({ stage }) => STAGES.indexOf(stage) === latest).map(({ level }) => level)
}
