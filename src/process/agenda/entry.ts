/** One thing to be said or done at an instant. */
import type { Temporal } from 'temporal-polyfill'
import type { ApplicationId, HeldId, InterviewId, PersonId } from '../ids.ts'
import type { FollowUp } from '../vocabulary.ts'

/** Rises when rules, figures or the calendar change, so that stored agendas are derived anew. */
export const AGENDA_VERSION = '7'

/** What the bot does by itself, rather than says. */
export type EffectKind =
  | 'create-channel'
  | 'add-member'
  | 'remove-member'
  | 'open-debrief'
  | 'post-report'
  | 'take-down'
  | 'answer-in-place'
  | 'announce-erasures'
  | 'erase-due'
  | 'take-back'
  | 'take-back-calls'

export type EntryKind =
  | EffectKind
  | 'welcome'
  | 'advisor-consulted'
  | 'advisor-confirmed'
  | 'framing-to-read'
  | 'invitation'
  | 'moved'
  | 'cancelled'
  | 'declined'
  | 'not-held'
  | 'brief'
  | 'nudge'
  | 'ended'
  | 'late'
  | 'reminded'
  | 'owner-told-late'
  | 'debrief-thread'
  | 'debrief'
  | 'debrief-ready'
  | 'uninvited'
  | 'held'
  | 'republished'
  | 'right-to-remove'
  | 'report'
  | 'report-handed'
  | 'report-late'
  | 'decision-awaited'
  | 'decided'
  | 'answers-awaited'
  | 'ownership'
  | 'closed'
  | 'follow-up'
  | 'erasure-near'
  | 'erased'
  | 'unreachable'
  | 'channel-unreachable'

export interface AgendaEntry {
  /** Stable: the same entry has the same key however often the agenda is derived. */
  readonly key: string
  readonly kind: EntryKind
  /** The person it goes to; without one it goes to the recruitment's channel. */
  readonly to?: PersonId
  readonly interview?: InterviewId
  readonly application?: ApplicationId
  /** Whom it is about, when that is not the reader. */
  readonly about?: PersonId
  readonly followUp?: FollowUp
  readonly held?: HeldId
  readonly dueAt: Temporal.Instant
  /** From then on it is skipped. */
  readonly usefulUntil?: Temporal.Instant
  /** Key of the entry whose thread it is said in. */
  readonly thread?: string
  /** It only makes sense after that entry was said; otherwise it is skipped. */
  readonly after?: string
  /** What the message shows of the state: when it changes, the message is rewritten in place. */
  readonly shows: string
  /** Counts the occurrences of a reminder that comes back, from 1. */
  readonly occurrence?: number
}
