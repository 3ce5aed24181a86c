/** The comparison as one person may see it, named: what the table, the picture and the file all show. */
import type { Assessment } from '../../process/comparison/assessment.ts'
import { compare } from '../../process/comparison/compare.ts'
import type { Group, Line } from '../../process/comparison/compare.ts'
import type { ApplicationId, CriterionId } from '../../process/events.ts'
import type { Criterion } from '../../process/recruitment.ts'
import type { Sign } from '../../process/scorecard.ts'
import type { Stage } from '../../process/vocabulary.ts'
import { applicationsOf } from '../candidates/found.ts'
import type { Found } from '../candidates/found.ts'
import { read } from '../desk.ts'
import type { About, Call } from '../topic.ts'
import { contestFor } from './contenders.ts'
import type { Contest } from './contenders.ts'
import { leftOutOf } from './left-out.ts'
import type { LeftOut } from './left-out.ts'

export interface Board {
  /** Furthest stage first; only those in which somebody has a score. */
  readonly groups: readonly BoardGroup[]
  /** Names of those on whom the reader still owes notes. */
  readonly hidden: readonly string[]
  /** Everyone else without a score. */
  readonly leftOut: readonly LeftOut[]
  /** How many times the framing changed since it was closed. */
  readonly changes: number
}

export interface BoardGroup {
  readonly stage: Stage
  /** In the framing's order. */
  readonly criteria: readonly NamedCriterion[]
  /** Best first. */
  readonly lines: readonly BoardLine[]
  /** What the order hangs on; absent when there is no order to shake. */
  readonly turns?: readonly Turn[]
}

export interface NamedCriterion extends Pick<Criterion, 'weight' | 'mandatory'> {
  readonly name: string
}

export interface BoardLine extends Pick<Line, 'rank' | 'score' | 'coverage'> {
  readonly application: ApplicationId
  readonly name: string
  /** One a criterion; nothing where nobody assessed it. */
  readonly assessments: readonly (Assessment | undefined)[]
  /** Names of mandatory criteria that are not validated. */
  readonly cannotBeChosen: readonly string[]
  /** Names of mandatory criteria that nobody assessed. */
  readonly toVerify: readonly string[]
  /** What referees said. */
  readonly signs: readonly Sign[]
}

/** The order if one criterion weighed otherwise. */
export interface Turn {
  readonly criterion: string
  readonly weight: number
  /** Best first. */
  readonly order: readonly { readonly name: string; readonly rank: number }[]
}

/** Names of what is compared, by id. */
export interface Names {
  readonly candidate: (id: ApplicationId) => string
  readonly criterion: (id: CriterionId) => string
}

export async function boardFor(call: About<Call>): Promise<Board> {
  const { desk, on, by } = call
  const contest = await contestFor(desk, on, by)
  const found = await applicationsOf(desk, on, by)
  const names = await namesFor(call, found)
  const { criteria, changes } = on.state.framing
  const board = boardOf(criteria, contest, names, changes.length)
  const scored = board.groups
    .flatMap(({ lines }) => lines.filter(({ score }) => score !== undefined))
    .map(({ application }) => application)
  const accounted = new Set([...scored, ...contest.hidden])
  return { ...board, leftOut: leftOutOf(on.state, found, accounted, desk.clock.now()) }
}

export function boardOf(
  criteria: readonly Criterion[],
  contest: Contest,
  names: Names,
  changes: number,
): Omit<Board, 'leftOut'> {
  const { groups } = compare(criteria, contest.contenders)
  return {
    groups: groups
      .filter(({ ranking }) => ranking.some(({ score }) => score !== undefined))
      .map((group) => groupOf(group, contest, names)),
    hidden: contest.hidden.map(names.candidate),
    changes,
  }
}

function groupOf({ stage, ranking, firmness }: Group, contest: Contest, names: Names): BoardGroup {
  const turns = firmness?.hangsOn.flatMap(({ criterion, turns: those }) =>
    those.map(({ weight, order }) => ({
      criterion: names.criterion(criterion),
      weight,
      order: Object.entries(order)
        .map(([id, rank]) => ({ name: names.candidate(id), rank }))
        .toSorted((a, b) => a.rank - b.rank),
    })),
  )
  return {
    stage,
    criteria: (ranking[0]?.criteria ?? []).map(({ criterion: { id, weight, mandatory } }) => ({
      name: names.criterion(id),
      weight,
      mandatory,
    })),
    lines: ranking.map(
      ({ application, rank, score, coverage, criteria, cannotBeChosen, toVerify }) => ({
        application,
        name: names.candidate(application),
        ...(rank !== undefined && { rank }),
        ...(score !== undefined && { score }),
        coverage,
        assessments: criteria.map(({ assessment }) => assessment),
        cannotBeChosen: cannotBeChosen.map(names.criterion),
        toVerify: toVerify.map(names.criterion),
        signs: contest.signs[application] ?? [],
      }),
    ),
    ...(turns && { turns }),
  }
}

async function namesFor({ desk, on, by }: About<Call>, found: readonly Found[]): Promise<Names> {
  const { criteria } = on.state.framing
  const texts = await read(
    desk,
    on,
    by,
    criteria.map(({ label }) => label),
  )
  return {
    candidate: (id) =>
      found.find(({ application }) => application.id === id)?.candidate.name ?? '…',
    criterion: (id) => {
      const label = criteria.find((criterion) => criterion.id === id)?.label
      return texts.get('criterion', label) ?? '…'
    },
  }
}
