/** What is true of a recruitment now: the fold of its events. */
import type { Temporal } from 'temporal-polyfill'
import type { ApplicationId, CriterionId, InterviewId, PersonId, Role, TextId } from './events.ts'
import type { Contract, Craft, Stage, Weight } from './vocabulary.ts'

export interface Criterion {
  readonly id: CriterionId
  readonly label: TextId
  readonly weight: Weight
  readonly mandatory: boolean
  readonly stages: readonly Stage[]
}

export interface FramingChange {
  readonly at: Temporal.Instant
  readonly by: PersonId
  readonly criterion?: CriterionId
  readonly reason: TextId
}

export interface Framing {
  /** In the order in which they were first set. */
  readonly criteria: readonly Criterion[]
  readonly startedAt?: Temporal.Instant
  readonly closedAt?: Temporal.Instant
  readonly case?: TextId
  /** Changes made since it was closed, each with its reason. */
  readonly changes: readonly FramingChange[]
}

export interface Member {
  readonly role: Role
  readonly stages: readonly Stage[]
  readonly namedAt: Temporal.Instant
  readonly readFramingAt?: Temporal.Instant
}

export interface Application {
  readonly id: ApplicationId
  readonly candidate: TextId
  readonly addedAt: Temporal.Instant
}

/** One version of a scorer's notes. */
export interface Filing {
  readonly evidence: TextId
  readonly verdict: TextId
  readonly at: Temporal.Instant
}

export interface Waiver {
  readonly at: Temporal.Instant
  readonly by: PersonId
  readonly reason: TextId
}

export interface Slot {
  readonly start: Temporal.Instant
  readonly minutes: number
  readonly place: TextId
  /** When this slot was chosen. */
  readonly at: Temporal.Instant
}

export interface Interview {
  readonly id: InterviewId
  readonly application: ApplicationId
  readonly stage: Stage
  readonly scheduledBy: PersonId
  /** Every slot it has had; the last one holds. */
  readonly slots: readonly [Slot, ...Slot[]]
  readonly participants: Readonly<Record<PersonId, Role>>
  readonly status: 'scheduled' | 'cancelled' | 'not-held'
  /** When and by whom it was called off, or said not to have taken place. */
  readonly endedAt?: Temporal.Instant
  readonly endedBy?: PersonId
  readonly answers: Readonly<Record<PersonId, { coming: boolean; at: Temporal.Instant }>>
  readonly ticked: Readonly<Record<PersonId, readonly string[]>>
  /** Every version each scorer filed, oldest first. */
  readonly filings: Readonly<Record<PersonId, readonly Filing[]>>
  readonly waivers: Readonly<Record<PersonId, Waiver>>
  /** When the scorer was last reminded by hand, and how often. */
  readonly reminded: Readonly<Record<PersonId, { at: Temporal.Instant; times: number }>>
  readonly openedAt?: Temporal.Instant
}

export interface Recruitment {
  readonly team: string
  readonly openedAt: Temporal.Instant
  readonly owner: PersonId
  readonly deputy?: PersonId
  readonly craft: Craft
  readonly contract: Contract
  readonly title: TextId
  readonly product: TextId
  readonly incubator?: TextId
  readonly offer?: TextId
  readonly primeContractor?: TextId
  readonly decisionDate?: string
  readonly firstRecruitment: boolean
  readonly advisor?: PersonId
  readonly advisorConfirmedAt?: Temporal.Instant
  readonly channel?: { readonly id: string; readonly at: Temporal.Instant }
  readonly framing: Framing
  readonly members: Readonly<Record<PersonId, Member>>
  readonly applications: Readonly<Record<ApplicationId, Application>>
  readonly interviews: Readonly<Record<InterviewId, Interview>>
  /** People who had a standing and lost it, and when; some may be back. */
  readonly left: Readonly<Record<PersonId, Temporal.Instant>>
  /** People whom messages no longer reach, since when. */
  readonly unreachable: Readonly<Record<PersonId, Temporal.Instant>>
  readonly channelUnreachableAt?: Temporal.Instant
}

/** The slot that holds. */
export function slotOf(interview: Interview): Slot {
  return interview.slots.at(-1) ?? interview.slots[0]
}

/** The planned end. */
export function endOf(interview: Interview): Temporal.Instant {
  const { start, minutes } = slotOf(interview)
  return start.add({ minutes })
}

/** Criteria that a stage verifies, in the framing's order. */
export function criteriaOf(framing: Framing, stage: Stage): readonly Criterion[] {
  return framing.criteria.filter((criterion) => criterion.stages.includes(stage))
}

/** People of an interview with that role. */
export function participantsWith(interview: Interview, role: Role): readonly PersonId[] {
  return Object.keys(interview.participants).filter((id) => interview.participants[id] === role)
}
