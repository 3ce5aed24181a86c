/** Commands that choose when an interview takes place. */
import { moveInterview, scheduleInterview } from '../../../src/process/decide/interviews.ts'
import type { SlotRequest } from '../../../src/process/decide/interviews.ts'
import type { Stage } from '../../../src/process/vocabulary.ts'
import type { Command } from './history.ts'
import { paris } from './instants.ts'

function slot(start: string, details: Partial<SlotRequest> = {}): SlotRequest {
  return {
    start: paris(start),
    minutes: 60,
    place: 'place-2',
    zone: 'Europe/Paris',
    nightConfirmed: false,
    ...details,
  }
}

export function scheduling(
  start: string,
  details: Partial<SlotRequest> & { stage?: Stage; application?: string } = {},
): Command {
  const { stage = 'interview', application = 'alex', ...rest } = details
  return (state, actor) =>
    scheduleInterview(
      state,
      { interview: 'talk-2', application, stage, ...slot(start, rest) },
      actor,
    )
}

export function moving(start: string, details: Partial<SlotRequest> = {}): Command {
  return (state, actor) => moveInterview(state, 'talk', slot(start, details), actor)
}
