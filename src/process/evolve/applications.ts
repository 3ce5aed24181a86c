/** What each event changes in an application. */
import type { Temporal } from 'temporal-polyfill'
import type { Stamp } from '../events.ts'
import type { ApplicationFact } from '../facts/applications.ts'
import type { Application, Decision, Recruitment } from '../recruitment.ts'

export function applicationsAfter(
  state: Recruitment,
  event: ApplicationFact & Stamp,
  at: Temporal.Instant,
): Recruitment {
  const { application: id } = event
  const before =
    event.type === 'ApplicationAdded' ? added(event, at) : state.applications[event.application]
  if (!before) return state
  const after = became(before, event, at)
  return { ...state, applications: { ...state.applications, [id]: after } }
}

function added(
  event: Extract<ApplicationFact, { type: 'ApplicationAdded' }>,
  addedAt: Temporal.Instant,
): Application {
  const { application: id, candidate, tracked = false } = event
  return { id, candidate, addedAt, tracked, status: 'active' }
}

function became(
  before: Application,
  event: ApplicationFact & Stamp,
  at: Temporal.Instant,
): Application {
  switch (event.type) {
    case 'ApplicationAdded':
      return before
    case 'CandidateCorrected':
      return { ...before, candidate: event.candidate, tracked: event.tracked }
    case 'CandidateInformed':
      return { ...before, informedAt: at }
    case 'CandidateAnswered':
      return { ...before, answeredAt: at }
    case 'CandidateWithdrew':
      return {
        ...before,
        status: 'withdrawn',
        withdrawnAt: at,
        ...(event.reason !== undefined && { withdrawalReason: event.reason }),
      }
    case 'ApplicationResumed': {
      const {
        decision,
        withdrawnAt: _withdrawn,
        withdrawalReason: _why,
        answeredAt: _answered,
        ...rest
      } = before
      const kept = decision && decision.kind !== 'stopped' && decision.kind !== 'chosen'
      return { ...rest, ...(kept && { decision }), status: 'active' }
    }
    case 'ApplicationAdvanced':
      return { ...before, decision: decided('advanced', event, at), reached: event.stage }
    case 'AnotherInterviewAsked':
      return { ...before, decision: decided('another', event, at) }
    case 'ApplicationStopped':
      return { ...before, status: 'stopped', decision: decided('stopped', event, at) }
    case 'CandidateChosen':
      return { ...before, status: 'chosen', decision: decided('chosen', event, at) }
  }
}

type Decisive = Extract<
  ApplicationFact,
  {
    type: 'ApplicationAdvanced' | 'AnotherInterviewAsked' | 'ApplicationStopped' | 'CandidateChosen'
  }
>

function decided(kind: Decision['kind'], event: Decisive & Stamp, at: Temporal.Instant): Decision {
  return {
    kind,
    at,
    by: event.by,
    ...('stage' in event && { stage: event.stage }),
    ...(event.reason !== undefined && { reason: event.reason }),
  }
}
