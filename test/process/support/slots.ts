/** Commands that choose when an interview takes place. */
import { moveInterview, scheduleInterview } from '../../../src/process/decide/interviews.ts'
import type { InterviewRequest, SlotRequest } from '../../../src/process/decide/interviews.ts'
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

export function scheduling(start: string, details: Partial<InterviewRequest> = {}): Command {
  const request = { interview: 'talk-2', application: 'alex', stage: 'interview' } as const
  return (state, actor) =>
    scheduleInterview(state, { ...request, ...slot(start), ...details }, actor)
}

export function moving(start: string, details: Partial<SlotRequest> = {}): Command {
  return (state, actor) => moveInterview(state, 'talk', slot(start, details), actor)
}
