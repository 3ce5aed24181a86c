/**
 * The recruitment that the tests tell. Camille owns it and Sacha is the deputy; Inès and Malik score,
 * Lou observes, Noor advises; Zoé has nothing to do with it.
 */
import type { Event, Fact, PersonId, Role } from '../../../src/process/events.ts'
import { DEFAULT_SETTINGS } from '../../../src/process/settings.ts'
import type { Settings } from '../../../src/process/settings.ts'
import type { Stage } from '../../../src/process/vocabulary.ts'
import { paris } from './instants.ts'

/** An event, with who did it and when on the clock in Paris. */
export function happened(at: string, by: PersonId, fact: Fact): Event {
  return { ...fact, at: paris(at).toString(), by }
}

const FIRST_DAY = '2026-02-23T10:00'

type OpenedFact = Extract<Fact, { type: 'RecruitmentOpened' }>

export function opened(details: Partial<OpenedFact> = {}): Event {
  return happened(FIRST_DAY, 'camille', {
    type: 'RecruitmentOpened',
    team: 'demo',
    owner: 'camille',
    craft: 'developer',
    contract: 'agent',
    title: 'title-1',
    product: 'product-1',
    firstRecruitment: false,
    ...details,
  })
}

type CriterionFact = Extract<Fact, { type: 'CriterionSet' }>

export function criterion(
  id: string,
  stages: readonly Stage[],
  details: Partial<CriterionFact> = {},
): Event {
  return happened('2026-02-23T11:00', 'camille', {
    type: 'CriterionSet',
    criterion: id,
    label: `label-${id}`,
    weight: 2,
    mandatory: false,
    stages,
    ...details,
  })
}

export const framingClosed = happened('2026-02-24T10:00', 'camille', { type: 'FramingClosed' })

export function named(
  person: PersonId,
  role: Role,
  stages: readonly Stage[],
  at = '2026-02-24T11:00',
): Event {
  return happened(at, 'camille', { type: 'MemberNamed', person, role, stages })
}

/** Settings that differ from the usual ones in that only. */
export function set(settings: Partial<Settings>, at = '2026-02-23T12:00'): Event {
  return happened(at, 'camille', {
    type: 'SettingsChanged',
    settings: { ...DEFAULT_SETTINGS, ...settings },
  })
}

export const deputyNamed = happened('2026-02-24T11:00', 'camille', {
  type: 'DeputyNamed',
  person: 'sacha',
})

/** One criterion per stage, named after it. */
const criteria = [
  criterion('curious', ['prequalification']),
  criterion('careful', ['interview']),
  criterion('skilled', ['case-study']),
  criterion('kind', ['collaboration']),
  criterion('trusted', ['references']),
]

const everyStage = [
  'prequalification',
  'interview',
  'case-study',
  'collaboration',
  'references',
] as const

/**
 * Open, framed and closed, with a deputy, an advisor, and Alex as a candidate who knows how they will
 * be assessed; nobody scores.
 */
export const ready: readonly Event[] = [
  opened({ advisor: 'noor' }),
  happened('2026-02-23T10:05', 'system', { type: 'ChannelCreated', channel: 'channel-1' }),
  ...criteria,
  framingClosed,
  deputyNamed,
  happened('2026-02-24T12:00', 'camille', {
    type: 'ApplicationAdded',
    application: 'alex',
    candidate: 'candidate-alex',
  }),
  happened('2026-02-24T12:30', 'camille', { type: 'CandidateInformed', application: 'alex' }),
]

/** `ready`, with Inès and Malik who score every stage, and Lou who observes. */
export const staffed: readonly Event[] = [
  ...ready,
  named('ines', 'scorer', everyStage),
  named('malik', 'scorer', everyStage),
  named('lou', 'observer', everyStage),
]

/** `ready`, with Inès alone to score. */
export const staffedByOne: readonly Event[] = [...ready, named('ines', 'scorer', everyStage)]

type ScheduledFact = Extract<Fact, { type: 'InterviewScheduled' }>

/** An hour of interview with Alex, for Inès, Malik and Lou unless told otherwise. */
export function scheduled(
  start: string,
  details: Partial<ScheduledFact> = {},
  at = '2026-02-24T15:00',
): Event {
  return happened(at, 'camille', {
    type: 'InterviewScheduled',
    interview: 'talk',
    application: 'alex',
    stage: 'interview',
    start: paris(start).toString(),
    minutes: 60,
    place: 'place-1',
    participants: { ines: 'scorer', malik: 'scorer', lou: 'observer' },
    ...details,
  })
}

export function moved(start: string, at: string, minutes = 60): Event {
  return happened(at, 'camille', {
    type: 'InterviewMoved',
    interview: 'talk',
    start: paris(start).toString(),
    minutes,
    place: 'place-2',
  })
}

export function filed(scorer: PersonId, at: string, interview = 'talk'): Event {
  return happened(at, scorer, {
    type: 'ScorecardFiled',
    interview,
    scorer,
    evidence: `evidence-${scorer}`,
    verdict: `verdict-${scorer}`,
  })
}

export function waived(scorer: PersonId, at: string, interview = 'talk'): Event {
  return happened(at, 'camille', {
    type: 'ScorerWaived',
    interview,
    scorer,
    reason: 'reason-1',
  })
}

export function debriefOpened(at: string, interview = 'talk'): Event {
  return happened(at, 'system', { type: 'DebriefOpened', interview })
}
