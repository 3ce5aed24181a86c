/** What happened to candidates, and to the recruitment in the end. */
import type { ApplicationId, Event, PersonId } from '../../../src/process/events.ts'
import type { Stage } from '../../../src/process/vocabulary.ts'
import { happened } from './story.ts'

export function added(application: ApplicationId, tracked = false): Event {
  return happened('2026-02-24T12:00', 'camille', {
    type: 'ApplicationAdded',
    application,
    candidate: `candidate-${application}`,
    tracked,
  })
}

export function informed(application: ApplicationId, at = '2026-02-24T12:30'): Event {
  return happened(at, 'camille', { type: 'CandidateInformed', application })
}

export function advanced(
  application: ApplicationId,
  stage: Stage,
  at = '2026-03-02T12:00',
  by: PersonId = 'camille',
): Event {
  return happened(at, by, { type: 'ApplicationAdvanced', application, stage })
}

export function another(application: ApplicationId, stage: Stage, at: string): Event {
  return happened(at, 'camille', { type: 'AnotherInterviewAsked', application, stage })
}

export function stopped(application: ApplicationId, at = '2026-03-02T12:00'): Event {
  return happened(at, 'camille', { type: 'ApplicationStopped', application })
}

export function withdrew(application: ApplicationId, at = '2026-03-02T12:00'): Event {
  return happened(at, 'camille', { type: 'CandidateWithdrew', application })
}

export function chosen(application: ApplicationId, at = '2026-03-02T12:00'): Event {
  return happened(at, 'camille', { type: 'CandidateChosen', application })
}

export function answered(application: ApplicationId, at = '2026-03-02T12:30'): Event {
  return happened(at, 'camille', { type: 'CandidateAnswered', application })
}

export function closed(application?: ApplicationId, at = '2026-03-02T13:00'): Event {
  return happened(at, 'camille', {
    type: 'RecruitmentClosed',
    ...(application !== undefined && { chosen: application }),
  })
}
