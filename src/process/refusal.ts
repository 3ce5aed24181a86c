/** Why a command was refused, with the facts that explain it. `bot/refusals.ts` says it in French. */
import type { Temporal } from 'temporal-polyfill'
import type { ApplicationId, CriterionId, PersonId } from './ids.ts'
import type { Settings } from './settings.ts'
import type { Stage } from './vocabulary.ts'

export type Refusal =
  /** For people who may not even learn that the recruitment exists. */
  | { readonly code: 'not-a-member' }
  | { readonly code: 'owner-only'; readonly owner: PersonId }
  | { readonly code: 'owner-or-deputy-only'; readonly owner: PersonId; readonly deputy?: PersonId }
  | { readonly code: 'not-the-advisor' }
  | { readonly code: 'advisor-missing' }
  | { readonly code: 'advisor-is-owner' }
  | { readonly code: 'advisor-must-confirm'; readonly advisor: PersonId }
  | { readonly code: 'unknown-criterion' }
  | { readonly code: 'reason-needed' }
  | { readonly code: 'framing-open' }
  | { readonly code: 'framing-closed-already' }
  | { readonly code: 'framing-without-criteria' }
  | { readonly code: 'criterion-without-stage'; readonly criteria: readonly CriterionId[] }
  | { readonly code: 'criterion-verified-too-late'; readonly criteria: readonly CriterionId[] }
  | {
      readonly code: 'too-many-at-prequalification'
      readonly count: number
      readonly most: number
    }
  | { readonly code: 'member-without-stage' }
  | { readonly code: 'owner-is-not-deputy' }
  | { readonly code: 'unknown-member' }
  /** Someone is expected alone on interviews: nobody would be left to score them. */
  | { readonly code: 'last-scorer'; readonly interviews: number }
  | { readonly code: 'reason-to-let-off-needed'; readonly interviews: number }
  | { readonly code: 'already-there' }
  | { readonly code: 'not-attended' }
  | { readonly code: 'owner-still-here'; readonly owner: PersonId }
  | { readonly code: 'advisor-confirmed-already' }
  | { readonly code: 'advisor-not-needed' }
  | { readonly code: 'recruitment-closed' }
  | {
      readonly code: 'setting-out-of-range'
      readonly setting: Exclude<keyof Settings, 'merged' | 'skipped' | 'coolingOff'>
      readonly min: number
      readonly max: number
    }
  | { readonly code: 'owner-told-too-early' }
  | { readonly code: 'every-stage-skipped' }
  | { readonly code: 'stage-skipped'; readonly stage: Stage }
  | { readonly code: 'stage-reached-already'; readonly stage: Stage }
  | { readonly code: 'stage-not-reached'; readonly stage: Stage }
  | { readonly code: 'decision-awaited'; readonly owner: PersonId }
  | { readonly code: 'too-many-at-collaboration'; readonly most: number }
  | { readonly code: 'candidate-not-informed' }
  | { readonly code: 'withdrawn-already' }
  | { readonly code: 'not-in-the-running' }
  | { readonly code: 'notes-owed-first' }
  | { readonly code: 'mandatory-not-validated'; readonly criteria: readonly CriterionId[] }
  | { readonly code: 'mandatory-not-assessed'; readonly criteria: readonly CriterionId[] }
  | { readonly code: 'applications-undecided'; readonly applications: readonly ApplicationId[] }
  | { readonly code: 'candidates-unanswered'; readonly applications: readonly ApplicationId[] }
  | { readonly code: 'someone-is-chosen' }
  /** Not this person's, or of another recruitment. */
  | { readonly code: 'unknown-held' }
  | { readonly code: 'held-settled' }
  | { readonly code: 'held-quoted' }
  | { readonly code: 'held-still-seen' }
  | { readonly code: 'unknown-follow-up' }
  | { readonly code: 'no-report' }
  | { readonly code: 'not-your-report' }
  | { readonly code: 'owner-needs-access' }
  | { readonly code: 'conductor-not-invited' }
  | { readonly code: 'unknown-application' }
  /** Interviews to come and notes to file depend on it. */
  | { readonly code: 'erase-while-running' }
  | { readonly code: 'erase-while-chosen' }
  | { readonly code: 'unknown-interview' }
  | { readonly code: 'interview-cancelled' }
  | { readonly code: 'interview-started' }
  | { readonly code: 'interview-not-started'; readonly start: Temporal.Instant }
  | { readonly code: 'interview-not-ended'; readonly end: Temporal.Instant }
  | { readonly code: 'stage-already-scheduled'; readonly start: Temporal.Instant }
  | { readonly code: 'date-past' }
  | { readonly code: 'date-at-night' }
  | { readonly code: 'wrong-duration'; readonly min: number; readonly max: number }
  | { readonly code: 'no-scorer'; readonly stage: Stage }
  /** Says who, never with what. */
  | { readonly code: 'overlap'; readonly person?: PersonId }
  | { readonly code: 'not-invited' }
  | { readonly code: 'not-a-scorer' }
  | { readonly code: 'notes-exist' }
  | { readonly code: 'notes-filed-meanwhile'; readonly at: Temporal.Instant }
  | { readonly code: 'level-without-evidence'; readonly criteria: readonly CriterionId[] }
  | { readonly code: 'level-not-allowed' }
  | { readonly code: 'criterion-not-verified-here' }
  | { readonly code: 'recommendation-not-allowed' }
  | { readonly code: 'recommendation-missing' }
  | { readonly code: 'nothing-owed' }
  | { readonly code: 'reminded-recently'; readonly at: Temporal.Instant }
  | { readonly code: 'waive-oneself' }
  | { readonly code: 'waive-last' }
  | { readonly code: 'waived-already' }
  | { readonly code: 'debrief-open-already' }
  | { readonly code: 'debrief-shut'; readonly missing: readonly PersonId[] }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'framing-changed-meanwhile' }
  /** Someone else saved what this form was opened on. */
  | { readonly code: 'edited-meanwhile' }
  /** The same form was already sent, with something else in it. */
  | { readonly code: 'sent-otherwise-before' }
