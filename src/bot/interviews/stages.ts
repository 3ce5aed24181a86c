/** The stages that one can plan, as this recruitment holds them. */
import type { ApplicationId } from '../../process/events.ts'
import { isBefore } from '../../process/instants.ts'
import { interviewsOf, nextStage, stagesHeld } from '../../process/progress.ts'
import type { Interview, Recruitment } from '../../process/recruitment.ts'
import { heldAs, isMerged } from '../../process/settings.ts'
import type { Stage } from '../../process/vocabulary.ts'

/** The meeting that a stage is held in: merged, the first two are one. */
export function meetingFor(
  { settings }: Pick<Recruitment, 'settings'>,
  stage: Stage,
): Pick<Interview, 'stage' | 'merged'> {
  const held = heldAs(settings, stage)
  return { stage: held, merged: held === 'interview' && isMerged(settings) }
}

/**
 * The stage that comes next for an application: one more of what the owner asked, else the first one
 * ahead, else one more call about references. Nothing when it has been through all of them.
 */
export function stageAhead(state: Recruitment, application: ApplicationId): Stage | undefined {
  const stage =
    askedAgain(state, application) ??
    nextStage(state, application) ??
    stagesHeld(state).find((held) => held === 'references')
  return stage && heldAs(state.settings, stage)
}

/** The stage of which the owner asked one more interview, until that one is planned. */
function askedAgain(state: Recruitment, application: ApplicationId): Stage | undefined {
  const { decision } = state.applications[application] ?? {}
  if (decision?.kind !== 'another') return undefined
  const isPlanned = interviewsOf(state, application).some(
    ({ stage, slots: [first] }) => stage === decision.stage && isBefore(decision.at, first.at),
  )
  return isPlanned ? undefined : decision.stage
}
