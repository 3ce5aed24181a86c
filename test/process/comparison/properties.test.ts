/** What holds of every comparison, and its ranks and firmness worked out by another road. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { obstacleTo, compare } from '../../../src/process/comparison/compare.ts'
import type { Group, Line } from '../../../src/process/comparison/compare.ts'
import type { AssessedInterview, Contender } from '../../../src/process/comparison/assessment.ts'
import { STAGES } from '../../../src/process/vocabulary.ts'
import type { Level, Weight } from '../../../src/process/vocabulary.ts'
import { comparisons, expectedLevels, expectedOrder } from '../support/comparisons.ts'
import type { Comparing } from '../support/comparisons.ts'

function holds(property: (one: Comparing) => void, numRuns = 500): void {
  fc.assert(fc.property(comparisons, property), { numRuns })
}

function linesOf({ criteria, contenders }: Comparing): readonly Line[] {
  return compare(criteria, contenders).groups.flatMap(({ ranking }) => ranking)
}

function withInterviews(
  { criteria, contenders }: Comparing,
  change: (interviews: readonly AssessedInterview[]) => readonly AssessedInterview[],
): Comparing {
  const changed = contenders.map((one) => ({ ...one, interviews: change(one.interviews) }))
  return { criteria, contenders: changed }
}

/** What a line says as a whole. */
function figures(one: Comparing) {
  return linesOf(one).map(({ application, rank, score, coverage }) => ({
    application,
    rank,
    score,
    coverage,
  }))
}

function means(one: Comparing): readonly (readonly (number | undefined)[])[] {
  return linesOf(one).map(({ criteria }) => criteria.map(({ assessment }) => assessment?.mean))
}

function backwards<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).toReversed())
}

function allWeighing({ criteria, contenders }: Comparing, weight: Weight): Comparing {
  return { criteria: criteria.map((criterion) => ({ ...criterion, weight })), contenders }
}

const RAISED = { 0: 1, 1: 2, 2: 3, 3: 3 } as const

function raised(mine: Readonly<Record<string, Level | null>>): typeof mine {
  return Object.fromEntries(
    Object.entries(mine).map(([id, level]) => [id, level === null ? null : RAISED[level]]),
  )
}

/** Those with a score, best first, equals together: the shape of `expectedOrder`. */
function tiers({ ranking }: Group): readonly (readonly string[])[] {
  const scored = ranking.filter(({ rank }) => rank !== undefined)
  return [...Map.groupBy(scored, ({ rank }) => rank).values()].map((tier) =>
    tier.map(({ application }) => application),
  )
}

function inGroup(contenders: readonly Contender[], { stage }: Group): readonly Contender[] {
  return contenders.filter(({ reached }) => reached === stage)
}

test('everyone is in one group, that of the stage they reached, furthest first', () => {
  holds(({ criteria, contenders }) => {
    const { groups } = compare(criteria, contenders)
    const placed = groups.flatMap((group) =>
      group.ranking.map(({ application }) => `${application} ${group.stage}`),
    )
    const expected = contenders.map(({ application, reached }) => `${application} ${reached}`)
    expect(placed.toSorted()).toEqual(expected.toSorted())
    const stages = groups.map(({ stage }) => STAGES.indexOf(stage))
    expect(stages).toEqual(stages.toSorted((a, b) => b - a))
  })
})

test('the order in which contenders, interviews and scorers come changes nothing', () => {
  holds(({ criteria, contenders }) => {
    const shuffled = withInterviews({ criteria, contenders: contenders.toReversed() }, (all) =>
      all.toReversed().map((one) => ({ ...one, levels: backwards(one.levels) })),
    )
    expect(compare(criteria, shuffled.contenders)).toEqual(compare(criteria, contenders))
  })
})

test('the order of the criteria changes neither scores nor ranks', () => {
  holds(({ criteria, contenders }) => {
    const reversed = { criteria: criteria.toReversed(), contenders }
    expect(figures(reversed)).toEqual(figures({ criteria, contenders }))
  })
})

test('"non évalué" changes nothing, nor does anything that references hold', () => {
  const criteria = ['a', 'b', 'c', 'd', 'e']
  const blank = Object.fromEntries(criteria.map((id) => [id, null]))
  const top = Object.fromEntries(criteria.map((id) => [id, 3 as const]))
  holds((one) => {
    const padded = withInterviews(one, (all) => [
      ...all.map(({ stage, levels }) => ({
        stage,
        levels: Object.fromEntries([
          ...Object.entries(levels).map(([who, mine]) => [who, { ...blank, ...mine }] as const),
          ['late', blank] as const,
        ]),
      })),
      { stage: 'collaboration', levels: { late: blank } },
      { stage: 'references', levels: { late: top } },
    ])
    expect(compare(one.criteria, padded.contenders)).toEqual(compare(one.criteria, one.contenders))
  })
})

test('score and coverage stay between 0 and 1, and there is a score exactly when something is covered', () => {
  holds((one) => {
    for (const { score, coverage, rank } of linesOf(one)) {
      expect(coverage).toBeGreaterThanOrEqual(0)
      expect(coverage).toBeLessThanOrEqual(1)
      expect(score === undefined).toBe(coverage === 0)
      expect(rank === undefined).toBe(score === undefined)
      expect(score ?? 0).toBeGreaterThanOrEqual(0)
      expect(score ?? 0).toBeLessThanOrEqual(1)
    }
  })
})

test('coverage is the weight of the criteria that have an assessment out of the weight of all', () => {
  holds(({ criteria, contenders }) => {
    const weights = criteria.flatMap(({ id, weight }) => Array<string>(weight).fill(id))
    for (const line of linesOf({ criteria, contenders })) {
      const { interviews = [] } =
        contenders.find(({ application }) => application === line.application) ?? {}
      const covered = weights.filter((id) => expectedLevels(id, interviews).length > 0)
      expect(line.coverage).toBe(covered.length / weights.length)
    }
  })
})

test('in a group, a rank is one more than the number of better scores, so that equals share it', () => {
  holds(({ criteria, contenders }) => {
    for (const { ranking } of compare(criteria, contenders).groups) {
      const scores = ranking.map(({ score }) => score).filter((score) => score !== undefined)
      const better = scores.map((score) => scores.filter((other) => other > score).length)
      expect(ranking.slice(0, scores.length).map(({ rank }) => rank)).toEqual(
        better.map((count) => count + 1),
      )
    }
  })
})

test('equal weights, all scaled alike, change neither scores, nor coverage, nor ranks', () => {
  // Coverage is a quotient of two integers scaled alike, so that even its last digit is the same.
  holds((one) => {
    expect(figures(allWeighing(one, 2))).toEqual(figures(allWeighing(one, 1)))
    expect(figures(allWeighing(one, 3))).toEqual(figures(allWeighing(one, 1)))
  })
})

test('holding every interview twice with the same levels changes no mean, score or rank', () => {
  holds((one) => {
    const twice = withInterviews(one, (all) => [...all, ...all])
    expect(means(twice)).toEqual(means(one))
    expect(figures(twice)).toEqual(figures(one))
  })
})

test('raising every level by one, up to 3, lowers no score', () => {
  holds((one) => {
    const better = withInterviews(one, (all) =>
      all.map(({ stage, levels }) => ({
        stage,
        levels: Object.fromEntries(
          Object.entries(levels).map(([who, mine]) => [who, raised(mine)] as const),
        ),
      })),
    )
    const before = new Map(linesOf(one).map(({ application, score }) => [application, score]))
    for (const { application, score } of linesOf(better)) {
      expect(score ?? 0).toBeGreaterThanOrEqual(before.get(application) ?? 0)
    }
  })
})

test('one may be chosen exactly when every mandatory criterion is assessed with a mean of 2 or more', () => {
  holds((one) => {
    for (const line of linesOf(one)) {
      const means = line.criteria
        .filter(({ criterion }) => criterion.mandatory)
        .map(({ assessment }) => assessment?.mean)
      expect(obstacleTo(line) === undefined).toBe(means.every((mean) => (mean ?? 0) >= 2))
    }
  })
})

test('ranks are those found by confronting every pair', () => {
  holds(({ criteria, contenders }) => {
    for (const group of compare(criteria, contenders).groups) {
      expect(tiers(group)).toEqual(expectedOrder(criteria, inGroup(contenders, group)))
    }
  })
})

test('the order hangs on the steps that change it when all is worked out again with the weight moved', () => {
  holds(({ criteria, contenders }) => {
    for (const group of compare(criteria, contenders).groups) {
      const order = (weights: typeof criteria) => expectedOrder(weights, inGroup(contenders, group))
      const now = JSON.stringify(order(criteria))
      const expected = criteria.flatMap(({ id, weight }) =>
        [weight + 1, weight - 1]
          .filter((step): step is Weight => step >= 1 && step <= 3)
          .filter((step) => {
            const moved = criteria.map((one) => (one.id === id ? { ...one, weight: step } : one))
            return JSON.stringify(order(moved)) !== now
          })
          .map((step) => `${id} at ${step}`),
      )
      const found = group.firmness?.hangsOn.flatMap(({ criterion, turns }) =>
        turns.map(({ weight }) => `${criterion} at ${weight}`),
      )
      expect(found).toEqual(order(criteria).flat().length < 2 ? undefined : expected)
    }
  }, 1000)
})

test('each change that it hangs on comes with the order of a comparison made with that weight', () => {
  holds(({ criteria, contenders }) => {
    for (const { stage, firmness } of compare(criteria, contenders).groups) {
      for (const { criterion, turns } of firmness?.hangsOn ?? []) {
        for (const { weight, order } of turns) {
          const moved = criteria.map((one) => (one.id === criterion ? { ...one, weight } : one))
          const again = compare(moved, contenders).groups.find((other) => other.stage === stage)
          const ranked = again?.ranking.flatMap(({ application, rank }) =>
            rank === undefined ? [] : [[application, rank] as const],
          )
          expect(order).toEqual(Object.fromEntries(ranked ?? []))
        }
      }
    }
  })
})
