/** What each event changes. */
import { Temporal } from 'temporal-polyfill'
import type { Event, Stamp } from './events.ts'
import { applicationsAfter } from './evolve/applications.ts'
import { framingAfter } from './evolve/framing.ts'
import { heldAfter } from './evolve/held.ts'
import { interviewAfter, planned } from './evolve/interviews.ts'
import { notesAfter } from './evolve/notes.ts'
import { privacyAfter, withoutInterviews } from './evolve/privacy.ts'
import { teamAfter } from './evolve/team.ts'
import type { ClosingFact } from './facts/closing.ts'
import type { Interview, Recruitment } from './recruitment.ts'
import { referenceCalls } from './retention.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

/** The state after `event`. A stream starts with `RecruitmentOpened`; anything else first throws. */
export function evolve(state: Recruitment | undefined, event: Event): Recruitment {
  if (event.type === 'RecruitmentOpened') return opened(event)
  if (!state) throw new Error(`A recruitment cannot start with ${event.type}`)
  return changed(state, event)
}

export function fold(events: readonly Event[], from?: Recruitment): Recruitment | undefined {
  return events.reduce<Recruitment | undefined>(evolve, from)
}

function opened(event: Extract<Event, { type: 'RecruitmentOpened' }>): Recruitment {
  const { type: _type, at, by: _by, ...facts } = event
  return {
    ...facts,
    openedAt: Temporal.Instant.from(at),
    settings: DEFAULT_SETTINGS,
    framing: { criteria: [], changes: [], reopened: 0 },
    members: {},
    applications: {},
    interviews: {},
    left: {},
    unreachable: {},
    held: {},
    followUpDates: {},
    followUpsDone: {},
    erasures: {},
    forgottenCalls: [],
  }
}

type Later = Exclude<Event, { type: 'RecruitmentOpened' }>

function changed(state: Recruitment, event: Later): Recruitment {
  const at = Temporal.Instant.from(event.at)
  switch (event.type) {
    case 'ChannelCreated':
      return { ...state, channel: { id: event.channel, at } }
    case 'SettingsChanged':
      return { ...state, settings: event.settings }
    case 'AdvisorConfirmed':
    case 'CriterionSet':
    case 'CriterionRemoved':
    case 'CaseWritten':
    case 'FramingClosed':
    case 'FramingReopened':
    case 'FramingRead':
      return framingAfter(state, event, at)
    case 'MemberNamed':
    case 'MemberRemoved':
    case 'DeputyNamed':
    case 'DeputyRemoved':
    case 'AdvisorNamed':
    case 'OwnerNamed':
    case 'PersonUnreachable':
    case 'ChannelUnreachable':
      return teamAfter(state, event, at)
    case 'ApplicationAdded':
    case 'CandidateCorrected':
    case 'CandidateInformed':
    case 'CandidateWithdrew':
    case 'ApplicationAdvanced':
    case 'AnotherInterviewAsked':
    case 'ApplicationStopped':
    case 'ApplicationResumed':
    case 'CandidateChosen':
    case 'CandidateAnswered':
      return applicationsAfter(state, event, at)
    case 'InterviewScheduled':
      return withInterview(state, planned(event, at))
    case 'InterviewMoved':
    case 'InterviewCancelled':
    case 'InterviewNotHeld':
    case 'ParticipantSet':
    case 'ParticipantRemoved':
    case 'InvitationAnswered':
    case 'BriefItemTicked':
      return inInterview(state, event, (interview) => interviewAfter(interview, event, at))
    case 'MessageHeld':
    case 'HeldMessageGone':
    case 'HeldMessageStays':
    case 'HeldMessageSettled':
      return heldAfter(state, event, at)
    case 'RecruitmentClosed':
    case 'FollowUpDated':
    case 'FollowUpDone':
      return closingAfter(state, event, at)
    case 'ErasureAnnounced':
    case 'ErasureAsked':
    case 'CandidateErased':
      return privacyAfter(state, event, at)
    default:
      return inInterview(state, event, (interview) => notesAfter(interview, event, at))
  }
}

function inInterview(
  state: Recruitment,
  { interview: id }: { readonly interview: string },
  change: (interview: Interview) => Interview,
): Recruitment {
  const interview = state.interviews[id]
  return interview ? withInterview(state, change(interview)) : state
}

function withInterview(state: Recruitment, interview: Interview): Recruitment {
  return { ...state, interviews: { ...state.interviews, [interview.id]: interview } }
}

function closingAfter(
  state: Recruitment,
  event: ClosingFact & Stamp,
  at: Temporal.Instant,
): Recruitment {
  switch (event.type) {
    case 'RecruitmentClosed': {
      const { chosen } = event
      const forgottenCalls = referenceCalls(state)
      return {
        ...withoutInterviews(state, new Set(forgottenCalls)),
        closedAt: at,
        forgottenCalls,
        ...(chosen !== undefined && { chosen }),
      }
    }
    case 'FollowUpDated': {
      const followUpDates = { ...state.followUpDates, [event.followUp]: event.date }
      return { ...state, followUpDates }
    }
    case 'FollowUpDone':
      return { ...state, followUpsDone: { ...state.followUpsDone, [event.followUp]: at } }
  }
}
