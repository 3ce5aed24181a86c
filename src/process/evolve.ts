/** What each event changes. */
import { Temporal } from 'temporal-polyfill'
import type { Event, Fact } from './events.ts'
import type { Criterion, Framing, Interview, Recruitment } from './recruitment.ts'

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
    framing: { criteria: [], changes: [] },
    members: {},
    applications: {},
    interviews: {},
    left: {},
    unreachable: {},
  }
}

type Later = Exclude<Event, { type: 'RecruitmentOpened' }>

function changed(state: Recruitment, event: Later): Recruitment {
  const at = Temporal.Instant.from(event.at)
  switch (event.type) {
    case 'ChannelCreated':
      return { ...state, channel: { id: event.channel, at } }
    case 'AdvisorConfirmed':
      return { ...state, advisorConfirmedAt: at }
    case 'DeputyNamed':
      return {
        ...state,
        deputy: event.person,
        ...(state.deputy !== undefined && { left: { ...state.left, [state.deputy]: at } }),
      }
    case 'CriterionSet':
    case 'CriterionRemoved':
    case 'CaseWritten':
    case 'FramingClosed':
      return { ...state, framing: reframed(state.framing, event, at) }
    case 'MemberNamed':
      return {
        ...state,
        members: {
          ...state.members,
          [event.person]: {
            namedAt: at,
            ...state.members[event.person],
            role: event.role,
            stages: event.stages,
          },
        },
      }
    case 'MemberRemoved': {
      const { [event.person]: _removed, ...members } = state.members
      return { ...state, members, left: { ...state.left, [event.person]: at } }
    }
    case 'FramingRead': {
      const member = state.members[event.person]
      if (!member) return state
      return {
        ...state,
        members: { ...state.members, [event.person]: { ...member, readFramingAt: at } },
      }
    }
    case 'ApplicationAdded': {
      const { application: id, candidate } = event
      const application = { id, candidate, addedAt: at }
      return { ...state, applications: { ...state.applications, [id]: application } }
    }
    case 'ChannelUnreachable':
      return { ...state, channelUnreachableAt: at }
    case 'PersonUnreachable':
      return { ...state, unreachable: { ...state.unreachable, [event.person]: at } }
    case 'InterviewScheduled': {
      const interview: Interview = {
        id: event.interview,
        application: event.application,
        stage: event.stage,
        scheduledBy: event.by,
        slots: [slot(event, at)],
        participants: event.participants,
        status: 'scheduled',
        answers: {},
        ticked: {},
        filings: {},
        waivers: {},
        reminded: {},
      }
      return { ...state, interviews: { ...state.interviews, [event.interview]: interview } }
    }
    default: {
      const interview = state.interviews[event.interview]
      if (!interview) return state
      return {
        ...state,
        interviews: { ...state.interviews, [event.interview]: went(interview, event, at) },
      }
    }
  }
}

type FramingEvent = Extract<
  Event,
  { type: 'CriterionSet' | 'CriterionRemoved' | 'CaseWritten' | 'FramingClosed' }
>

function reframed(framing: Framing, event: FramingEvent, at: Temporal.Instant): Framing {
  if (event.type === 'FramingClosed') return { ...framing, closedAt: at }
  const changes =
    framing.closedAt && event.reason
      ? [
          ...framing.changes,
          {
            at,
            by: event.by,
            reason: event.reason,
            ...('criterion' in event && { criterion: event.criterion }),
          },
        ]
      : framing.changes
  const base = { startedAt: at, ...framing, changes }
  switch (event.type) {
    case 'CaseWritten':
      return { ...base, case: event.text }
    case 'CriterionRemoved':
      return { ...base, criteria: framing.criteria.filter(({ id }) => id !== event.criterion) }
    case 'CriterionSet': {
      const { criterion: id, label, weight, mandatory, stages } = event
      const set: Criterion = { id, label, weight, mandatory, stages }
      const known = framing.criteria.some((criterion) => criterion.id === id)
      return {
        ...base,
        criteria: known
          ? framing.criteria.map((criterion) => (criterion.id === id ? set : criterion))
          : [...framing.criteria, set],
      }
    }
  }
}

type InterviewEvent = Exclude<Extract<Event, { interview: string }>, { type: 'InterviewScheduled' }>

function went(interview: Interview, event: InterviewEvent, at: Temporal.Instant): Interview {
  switch (event.type) {
    case 'InterviewMoved':
      // People said whether they could come to the former slot: they are asked again.
      return {
        ...interview,
        slots: [...interview.slots, slot(event, at)],
        answers: {},
        reminded: {},
      }
    case 'InterviewCancelled':
      return { ...interview, status: 'cancelled', endedAt: at, endedBy: event.by }
    case 'InterviewNotHeld':
      return { ...interview, status: 'not-held', endedAt: at, endedBy: event.by }
    case 'InvitationAnswered':
      return {
        ...interview,
        answers: { ...interview.answers, [event.person]: { coming: event.coming, at } },
      }
    case 'BriefItemTicked': {
      const others = (interview.ticked[event.person] ?? []).filter((item) => item !== event.item)
      const items = event.done ? [...others, event.item] : others
      return { ...interview, ticked: { ...interview.ticked, [event.person]: items } }
    }
    case 'ScorecardFiled': {
      const { scorer, evidence, verdict } = event
      const before = interview.filings[scorer] ?? []
      const filings = { ...interview.filings, [scorer]: [...before, { evidence, verdict, at }] }
      const { [scorer]: _fallen, ...others } = interview.waivers
      return { ...interview, filings, waivers: interview.openedAt ? interview.waivers : others }
    }
    case 'ScorerReminded': {
      const times = (interview.reminded[event.scorer]?.times ?? 0) + 1
      return {
        ...interview,
        reminded: { ...interview.reminded, [event.scorer]: { at, times } },
      }
    }
    case 'ScorerWaived': {
      const waiver = { at, by: event.by, reason: event.reason }
      return { ...interview, waivers: { ...interview.waivers, [event.scorer]: waiver } }
    }
    case 'DebriefOpened':
      return { ...interview, openedAt: at }
  }
}

function slot(
  event: Extract<Fact, { type: 'InterviewScheduled' | 'InterviewMoved' }>,
  at: Temporal.Instant,
) {
  const { minutes, place } = event
  return { start: Temporal.Instant.from(event.start), minutes, place, at }
}
