/** What is true of a recruitment now: the fold of its events. */
import type { Temporal } from 'temporal-polyfill'
import type { HeldChoice, StaysBecause, WrittenAt } from './facts/held.ts'
import type { ReportTrouble } from './facts/notes.ts'
import type {
  ApplicationId,
  CriterionId,
  HeldId,
  InterviewId,
  PersonId,
  Role,
  TextId,
} from './ids.ts'
import type { Settings } from './settings.ts'
import type { Contract, Craft, FollowUp, NotHeldReason, Stage, Weight } from './vocabulary.ts'

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
  /** How often it was opened again after nobody was chosen. */
  readonly reopened: number
  /** Changes made since it was closed, each with its reason. */
  readonly changes: readonly FramingChange[]
}

export interface Member {
  readonly role: Role
  readonly stages: readonly Stage[]
  /** Knows the craft. */
  readonly expert: boolean
  readonly namedAt: Temporal.Instant
  readonly readFramingAt?: Temporal.Instant
}

/** What the owner last decided on an application, and why. */
export interface Decision {
  readonly kind: 'advanced' | 'another' | 'stopped' | 'chosen'
  readonly stage?: Stage
  readonly reason?: TextId
  readonly at: Temporal.Instant
  readonly by: PersonId
}

export interface Application {
  readonly id: ApplicationId
  readonly candidate: TextId
  readonly addedAt: Temporal.Instant
  /** Has a page on the applicant tracking system, where reports are logged. */
  readonly tracked: boolean
  /** When the owner confirmed that the candidate knows how they are assessed. */
  readonly informedAt?: Temporal.Instant
  readonly status: 'active' | 'stopped' | 'withdrawn' | 'chosen'
  readonly decision?: Decision
  /** The furthest stage that the owner sent it to. */
  readonly reached?: Stage
  readonly withdrawnAt?: Temporal.Instant
  readonly withdrawalReason?: TextId
  readonly answeredAt?: Temporal.Instant
  /** When the owner was told that its data will go. */
  readonly erasureAnnouncedAt?: Temporal.Instant
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

/** Where one scorer's report stands on its way to the applicant tracking system. */
export interface Report {
  readonly status: 'attempted' | 'asked' | 'handed-over' | 'logged'
  readonly at: Temporal.Instant
  /** When somebody was asked to log it. */
  readonly askedAt?: Temporal.Instant
  /** When it went to the owner. */
  readonly handedAt?: Temporal.Instant
  readonly why?: ReportTrouble
  readonly comment?: string
}

/** What someone said of coming to the slot that holds. */
export interface InvitationAnswer {
  readonly coming: boolean
  readonly at: Temporal.Instant
  /** When whoever is coming now had last said the opposite. */
  readonly declinedAt?: Temporal.Instant
}

export interface Interview {
  readonly id: InterviewId
  readonly application: ApplicationId
  /** `interview` when prequalification and interview are merged. */
  readonly stage: Stage
  readonly merged: boolean
  readonly conductor?: PersonId
  readonly referee?: TextId
  /** References: what earlier stages left unclear. */
  readonly doubts: readonly TextId[]
  readonly scheduledBy: PersonId
  /** Every slot it has had; the last one holds. */
  readonly slots: readonly [Slot, ...Slot[]]
  readonly participants: Readonly<Record<PersonId, Role>>
  /** When those who joined after the planning did so. */
  readonly joined: Readonly<Record<PersonId, Temporal.Instant>>
  /** Those who were taken off, and when. */
  readonly removed: Readonly<Record<PersonId, Temporal.Instant>>
  readonly status: 'scheduled' | 'cancelled' | 'not-held'
  /** When and by whom it was called off, or said not to have taken place. */
  readonly endedAt?: Temporal.Instant
  readonly endedBy?: PersonId
  readonly notHeldBecause?: NotHeldReason
  readonly answers: Readonly<Record<PersonId, InvitationAnswer>>
  readonly ticked: Readonly<Record<PersonId, readonly string[]>>
  /** What each scorer set aside to finish later. */
  readonly drafts: Readonly<
    Record<PersonId, { readonly text: TextId; readonly at: Temporal.Instant }>
  >
  /** Every version each scorer filed, oldest first. */
  readonly filings: Readonly<Record<PersonId, readonly Filing[]>>
  readonly waivers: Readonly<Record<PersonId, Waiver>>
  /** When the scorer was last reminded by hand, and how often. */
  readonly reminded: Readonly<Record<PersonId, { at: Temporal.Instant; times: number }>>
  readonly openedAt?: Temporal.Instant
  readonly reports: Readonly<Record<PersonId, Report>>
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
  readonly settings: Settings
  /** When the owner took over, if not at the opening. */
  readonly ownerSince?: Temporal.Instant
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
  readonly held: Readonly<Record<HeldId, HeldMessage>>
  readonly erasures: Readonly<Record<ApplicationId, Erasure>>
  /** Reference calls of a closed recruitment: their notes are gone. */
  readonly forgottenCalls: readonly InterviewId[]
  readonly channelUnreachableAt?: Temporal.Instant
  readonly closedAt?: Temporal.Instant
  readonly chosen?: ApplicationId
  /** ISO dates chosen by the owner; the others follow from the closing. */
  readonly followUpDates: Readonly<Partial<Record<FollowUp, string>>>
  readonly followUpsDone: Readonly<Partial<Record<FollowUp, Temporal.Instant>>>
}

/** What is known of an application that was erased: nothing about the person. */
export interface Erasure {
  readonly application: ApplicationId
  /** The one text that is needed until the bot's own messages are taken back. */
  readonly candidate: TextId
  readonly interviews: readonly InterviewId[]
  readonly addedAt: Temporal.Instant
  readonly askedAt: Temporal.Instant
  /** Nobody asked: the period for which it could be kept is over. */
  readonly isDue: boolean
  /** Something of it is on the applicant tracking system too. */
  readonly isTracked: boolean
  readonly done?: {
    readonly at: Temporal.Instant
    /** What became of the bot's messages: gone, without its words, or still there. */
    readonly taken: number
    readonly blanked: number
    readonly kept: number
  }
}

/** What someone wrote about a sealed interview. Its text is sealed too, until the debrief opens. */
export interface HeldMessage {
  readonly id: HeldId
  readonly interview: InterviewId
  readonly author: PersonId
  readonly text: TextId
  readonly written: WrittenAt
  readonly at: Temporal.Instant
  /** Since when it is not to be seen any more where it was written. */
  readonly goneAt?: Temporal.Instant
  /** The bot left it where it is. */
  readonly stays?: { readonly because: StaysBecause; readonly at: Temporal.Instant }
  readonly settled?: { readonly choice: HeldChoice; readonly at: Temporal.Instant }
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

/** The stages that an interview stands for: two when they are merged into one meeting. */
export function stagesOf({ stage, merged }: Pick<Interview, 'stage' | 'merged'>): readonly Stage[] {
  return merged ? ['prequalification', 'interview'] : [stage]
}

/** Criteria that any of these stages verifies, in the framing's order. */
export function criteriaOf(
  framing: Pick<Framing, 'criteria'>,
  ...stages: readonly Stage[]
): readonly Criterion[] {
  return framing.criteria.filter((criterion) =>
    criterion.stages.some((stage) => stages.includes(stage)),
  )
}

/** People of an interview with that role. */
export function participantsWith(interview: Interview, role: Role): readonly PersonId[] {
  return Object.keys(interview.participants).filter((id) => interview.participants[id] === role)
}
