import type { ApplicationId, TextId } from '../ids.ts'
import type { Stage } from '../vocabulary.ts'

/** What becomes of a candidate in this recruitment. */
export type ApplicationFact =
  | {
      readonly type: 'ApplicationAdded'
      readonly application: ApplicationId
      readonly candidate: TextId
      /** The candidate has a page on the applicant tracking system, where reports are logged. */
      readonly tracked?: boolean
    }
  /** Another name, link or address: the text before is erased. */
  | {
      readonly type: 'CandidateCorrected'
      readonly application: ApplicationId
      readonly candidate: TextId
      readonly tracked: boolean
    }
  /** The candidate was told how they are assessed and what becomes of their data. */
  | { readonly type: 'CandidateInformed'; readonly application: ApplicationId }
  | {
      readonly type: 'CandidateWithdrew'
      readonly application: ApplicationId
      readonly reason?: TextId
    }
  | {
      readonly type: 'ApplicationAdvanced'
      readonly application: ApplicationId
      readonly stage: Stage
      readonly reason?: TextId
    }
  /** One more interview at a stage already reached, to settle what is unclear. */
  | {
      readonly type: 'AnotherInterviewAsked'
      readonly application: ApplicationId
      readonly stage: Stage
      readonly reason?: TextId
    }
  | {
      readonly type: 'ApplicationStopped'
      readonly application: ApplicationId
      readonly reason?: TextId
    }
  /** Takes back a stop or a withdrawal. */
  | {
      readonly type: 'ApplicationResumed'
      readonly application: ApplicationId
      /** Why one candidate more than the rule allows is back at collaboration. */
      readonly reason?: TextId
    }
  | {
      readonly type: 'CandidateChosen'
      readonly application: ApplicationId
      readonly reason?: TextId
    }
  /** The candidate was given their answer. */
  | { readonly type: 'CandidateAnswered'; readonly application: ApplicationId }
