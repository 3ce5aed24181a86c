import type { CriterionId, PersonId, TextId } from '../ids.ts'
import type { Stage, Weight } from '../vocabulary.ts'

/** What is looked for, and who was consulted on it. */
export type FramingFact =
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
  /** Nobody was chosen: what is looked for is thought over again. */
  | { readonly type: 'FramingReopened'; readonly reason: TextId }
  | { readonly type: 'FramingRead'; readonly person: PersonId }
  | { readonly type: 'AdvisorConfirmed' }
