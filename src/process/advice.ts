/** What is worth saying about a framing or a team. It never blocks. */
import { DEFAULTS } from './defaults.ts'
import type { CriterionId, PersonId } from './ids.ts'
import { stagesHeld } from './progress.ts'
import type { Criterion, Member, Recruitment } from './recruitment.ts'
import { criteriaOf } from './recruitment.ts'
import { heldAs, isMerged } from './settings.ts'
import type { Stage } from './vocabulary.ts'
import { precedes } from './vocabulary.ts'

export type TeamAdvice =
  | { readonly code: 'one-person-scores-everything'; readonly person: PersonId }
  | { readonly code: 'stage-without-scorer'; readonly stages: readonly Stage[] }
  | { readonly code: 'case-study-without-expert' }

/** What is worth saying about the team; it never blocks. Nothing while nobody scores. */
export function adviseOnTeam(state: Recruitment): readonly TeamAdvice[] {
  const scorers = Object.entries(state.members).filter(([, { role }]) => role === 'scorer')
  if (scorers.length === 0) return []
  const covered = new Set(
    scorers.flatMap(([, { stages }]) => stages.map((stage) => heldAs(state.settings, stage))),
  )
  const held = stagesHeld(state)
  const needed = held.filter((stage) =>
    state.framing.criteria.some(({ stages }) => stages.includes(stage)),
  )
  const [first, ...others] = scorers.filter(scoresAt(needed.length > 0 ? needed : held))
  const judges = scorers.filter(scoresAt(held.filter((stage) => stage === 'case-study')))
  const hasExpert = judges.some(([id, { expert }]) => expert || id === state.advisor)
  const uncovered = needed.filter((stage) => !covered.has(heldAs(state.settings, stage)))
  return [
    ...(first && others.length === 0
      ? [{ code: 'one-person-scores-everything' as const, person: first[0] }]
      : []),
    ...(uncovered.length > 0 ? [{ code: 'stage-without-scorer' as const, stages: uncovered }] : []),
    ...(judges.length > 0 && !hasExpert ? [{ code: 'case-study-without-expert' as const }] : []),
  ]
}

function scoresAt(among: readonly Stage[]) {
  return ([, { stages }]: [PersonId, Member]) => stages.some((stage) => among.includes(stage))
}

export interface FramingAdvice {
  readonly code: 'verify-earlier'
  readonly criteria: readonly CriterionId[]
  readonly stage: Stage
}

/**
 * Advises to verify what is mandatory, or weighs most, at the earliest stage that has room. It never
 * blocks.
 */
export function adviseOnFraming({ framing, settings }: Recruitment): FramingAdvice | undefined {
  const { criteria } = framing
  const held = stagesHeld({ settings })
  const full =
    !isMerged(settings) &&
    criteriaOf(framing, 'prequalification').length >= DEFAULTS.prequalificationCriteria
  const stage = held.find((one) => !(full && one === 'prequalification'))
  if (stage === undefined) return undefined
  const meeting = heldAs(settings, stage)
  const comesLater = ({ stages }: Criterion) =>
    stages.length > 0 && stages.every((one) => precedes(meeting, heldAs(settings, one)))
  const late = criteria.filter(
    (criterion) => (criterion.mandatory || criterion.weight === 3) && comesLater(criterion),
  )
  return late.length === 0
    ? undefined
    : { code: 'verify-earlier', criteria: late.map(({ id }) => id), stage }
}
