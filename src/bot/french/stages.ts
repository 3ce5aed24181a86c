/** Stages as one recruitment holds them: those it skips are not named, and two may be one meeting. */
import type { Option, Values } from '../../chat/port.ts'
import { stagesHeld } from '../../process/progress.ts'
import { stagesOf } from '../../process/recruitment.ts'
import type { Recruitment } from '../../process/recruitment.ts'
import { isMerged } from '../../process/settings.ts'
import { STAGES } from '../../process/vocabulary.ts'
import type { Stage } from '../../process/vocabulary.ts'
import { severalOf } from '../fields.ts'
import { MERGED_NAME, STAGE_NAMES, STAGE_WITH_ARTICLE, enumerate } from './words.ts'

type Held = Pick<Recruitment, 'settings'>

interface Meeting {
  /** Stands for all of them in forms. */
  readonly stage: Stage
  readonly stages: readonly Stage[]
  readonly name: string
  readonly withArticle: string
}

/** From here on « toutes les étapes » is shorter, and says more. */
const MANY = 3

/** What candidates go through, in order. */
function meetingsHeld({ settings }: Held): readonly Meeting[] {
  const held = stagesHeld({ settings })
  const merged = isMerged(settings)
  const both = stagesOf({ stage: 'interview', merged })
  const single = held
    .filter((stage) => !(merged && both.includes(stage)))
    .map((stage) => ({
      stage,
      stages: [stage],
      name: STAGE_NAMES[stage],
      withArticle: STAGE_WITH_ARTICLE[stage],
    }))
  return merged
    ? [
        {
          stage: 'interview',
          stages: both,
          name: MERGED_NAME,
          withArticle: `le ${MERGED_NAME.toLowerCase()}`,
        },
        ...single,
      ]
    : single
}

function among(recruitment: Held, stages: readonly Stage[]): readonly Meeting[] {
  return meetingsHeld(recruitment).filter((meeting) =>
    meeting.stages.some((stage) => stages.includes(stage)),
  )
}

/** « la préqualification et la mise en situation »; empty when none of them is held. */
export function stagesWithArticle(recruitment: Held, stages: readonly Stage[]): string {
  const known = among(recruitment, stages)
  return known.length >= MANY && known.length === meetingsHeld(recruitment).length
    ? 'toutes les étapes'
    : enumerate(known.map(({ withArticle }) => withArticle))
}

/** « préqualification, mise en situation »; empty when none of them is held. */
export function stageNames(recruitment: Held, stages: readonly Stage[]): string {
  return among(recruitment, stages)
    .map(({ name }) => name.toLowerCase())
    .join(', ')
}

/** The stages to choose from in a form, and which of them `stages` ticks. */
export function stageOptions(recruitment: Held): readonly Option[] {
  return meetingsHeld(recruitment).map(({ stage, name }) => ({ value: stage, label: name }))
}

export function stagesShown(recruitment: Held, stages: readonly Stage[]): readonly Stage[] {
  return among(recruitment, stages).map(({ stage }) => stage)
}

/**
 * What was ticked, as stages. What the form could not show is kept from `before`: stages that are
 * skipped for now, and which half of a merged meeting it was.
 */
export function stagesTicked(
  recruitment: Held,
  values: Values,
  name: string,
  before: readonly Stage[] = [],
): readonly Stage[] {
  const meetings = meetingsHeld(recruitment)
  const ticked = severalOf(values, name, STAGES)
  const chosen = meetings
    .filter(({ stage }) => ticked.includes(stage))
    .flatMap(({ stages }) => {
      const known = stages.filter((stage) => before.includes(stage))
      return known.length > 0 ? known : stages
    })
  const shown = new Set(meetings.flatMap(({ stages }) => stages))
  const kept = new Set([...chosen, ...before.filter((stage) => !shown.has(stage))])
  return STAGES.filter((stage) => kept.has(stage))
}
