/** What erasing leaves of an application, and of the reference calls once all is over. */
import type { Temporal } from 'temporal-polyfill'
import type { Stamp } from '../events.ts'
import { SYSTEM } from '../events.ts'
import type { PrivacyFact } from '../facts/privacy.ts'
import type { ApplicationId, InterviewId } from '../ids.ts'
import type { Recruitment } from '../recruitment.ts'

export function privacyAfter(
  state: Recruitment,
  event: PrivacyFact & Stamp,
  at: Temporal.Instant,
): Recruitment {
  const { application: id } = event
  switch (event.type) {
    case 'ErasureAnnounced': {
      const before = state.applications[id]
      if (!before) return state
      const application = { ...before, erasureAnnouncedAt: at }
      return { ...state, applications: { ...state.applications, [id]: application } }
    }
    case 'ErasureAsked':
      return forgotten(state, id, event.by, at)
    case 'CandidateErased': {
      const before = state.erasures[id]
      if (!before) return state
      const { taken, blanked, kept } = event
      const done = { at, taken, blanked, kept }
      return { ...state, erasures: { ...state.erasures, [id]: { ...before, done } } }
    }
  }
}

/** Nothing of the process is about that candidate any more: only what is needed to finish erasing. */
function forgotten(
  state: Recruitment,
  id: ApplicationId,
  by: string,
  at: Temporal.Instant,
): Recruitment {
  const { [id]: application, ...applications } = state.applications
  if (!application) return state
  const interviews = Object.values(state.interviews).filter((one) => one.application === id)
  const isReported = interviews.some(({ reports }) =>
    Object.values(reports).some(({ status }) => status === 'logged'),
  )
  const erasure = {
    application: id,
    candidate: application.candidate,
    addedAt: application.addedAt,
    askedAt: at,
    isDue: by === SYSTEM,
    interviews: interviews.map((interview) => interview.id),
    isTracked: application.tracked || isReported,
  }
  return {
    ...withoutInterviews(state, new Set(interviews.map((interview) => interview.id))),
    applications,
    erasures: { ...state.erasures, [id]: erasure },
  }
}

/** The same without these interviews, nor what was said about them. */
export function withoutInterviews(state: Recruitment, gone: ReadonlySet<InterviewId>): Recruitment {
  const kept = <T>(all: Readonly<Record<string, T>>, of: (one: T) => InterviewId) =>
    Object.fromEntries(Object.entries(all).filter(([, one]) => !gone.has(of(one))))
  return {
    ...state,
    interviews: kept(state.interviews, ({ id }) => id),
    held: kept(state.held, ({ interview }) => interview),
  }
}
