/**
 * What happened in a recruitment. Events hold ids, instants and choices: never a name, a link, an
 * evidence or a level, which live in the texts that `TextId`s point to.
 */
import type { Contract, Craft, Stage, Weight } from './vocabulary.ts'

export type PersonId = string
export type TextId = string
export type CriterionId = string
export type ApplicationId = string
export type InterviewId = string

export type Role = 'scorer' | 'observer'

/** Rises when the shape of a stored event changes; `upcast.ts` lifts the older ones. */
export const EVENT_SCHEMA = 1

export type Fact =
  | {
      readonly type: 'RecruitmentOpened'
      readonly team: string
      readonly owner: PersonId
      readonly craft: Craft
      readonly contract: Contract
      readonly title: TextId
      readonly product: TextId
      readonly incubator?: TextId
      readonly offer?: TextId
      readonly primeContractor?: TextId
      /** ISO date. */
      readonly decisionDate?: string
      readonly firstRecruitment: boolean
      readonly advisor?: PersonId
    }
  | { readonly type: 'ChannelCreated'; readonly channel: string }
  | { readonly type: 'AdvisorConfirmed' }
  | {
      readonly type: 'CriterionSet'
      readonly criterion: CriterionId
      readonly label: TextId
      readonly weight: Weight
      readonly mandatory: boolean
      readonly stages: readonly Stage[]
      readonly reason?: TextId
    }
  | {
      readonly type: 'CriterionRemoved'
      readonly criterion: CriterionId
      readonly reason?: TextId
    }
  | { readonly type: 'CaseWritten'; readonly text: TextId; readonly reason?: TextId }
  | { readonly type: 'FramingClosed' }
  | {
      readonly type: 'MemberNamed'
      readonly person: PersonId
      readonly role: Role
      readonly stages: readonly Stage[]
    }
  | { readonly type: 'MemberRemoved'; readonly person: PersonId }
  | { readonly type: 'DeputyNamed'; readonly person: PersonId }
  | { readonly type: 'FramingRead'; readonly person: PersonId }
  | {
      readonly type: 'ApplicationAdded'
      readonly application: ApplicationId
      readonly candidate: TextId
    }
  | {
      readonly type: 'InterviewScheduled'
      readonly interview: InterviewId
      readonly application: ApplicationId
      readonly stage: Stage
      readonly start: string
      readonly minutes: number
      readonly place: TextId
      readonly participants: Readonly<Record<PersonId, Role>>
    }
  | {
      readonly type: 'InterviewMoved'
      readonly interview: InterviewId
      readonly start: string
      readonly minutes: number
      readonly place: TextId
    }
  | { readonly type: 'InterviewCancelled'; readonly interview: InterviewId }
  | { readonly type: 'InterviewNotHeld'; readonly interview: InterviewId }
  | {
      readonly type: 'InvitationAnswered'
      readonly interview: InterviewId
      readonly person: PersonId
      readonly coming: boolean
    }
  | {
      readonly type: 'BriefItemTicked'
      readonly interview: InterviewId
      readonly person: PersonId
      readonly item: string
      readonly done: boolean
    }
  | {
      readonly type: 'ScorecardFiled'
      readonly interview: InterviewId
      readonly scorer: PersonId
      readonly evidence: TextId
      readonly verdict: TextId
    }
  | {
      readonly type: 'ScorerReminded'
      readonly interview: InterviewId
      readonly scorer: PersonId
    }
  | {
      readonly type: 'ScorerWaived'
      readonly interview: InterviewId
      readonly scorer: PersonId
      readonly reason: TextId
    }
  | { readonly type: 'DebriefOpened'; readonly interview: InterviewId }
  /** The platform refused for good to deliver something to this person. */
  | { readonly type: 'PersonUnreachable'; readonly person: PersonId }
  /** The platform refused for good to let the bot write in the recruitment's channel, or to make it. */
  | { readonly type: 'ChannelUnreachable' }

/** A fact with when it happened (ISO instant) and who did it (`SYSTEM` for the bot itself). */
export type Event = Fact & { readonly at: string; readonly by: PersonId }

export const SYSTEM = 'system'
