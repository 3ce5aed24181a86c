import type { ApplicationId } from '../ids.ts'
import type { FollowUp } from '../vocabulary.ts'

/** The end of a recruitment, and what it leaves to do. */
export type ClosingFact =
  | {
      readonly type: 'RecruitmentClosed'
      /** Absent when nobody was chosen. */
      readonly chosen?: ApplicationId
    }
  | {
      readonly type: 'FollowUpDated'
      readonly followUp: FollowUp
      /** ISO date. */
      readonly date: string
    }
  | { readonly type: 'FollowUpDone'; readonly followUp: FollowUp }
