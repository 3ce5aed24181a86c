import type { ApplicationId, InterviewId, PersonId, Role, TextId } from '../ids.ts'
import type { NotHeldReason, Stage } from '../vocabulary.ts'

/** One meeting, from its planning to its brief. */
export type InterviewFact =
  | {
      readonly type: 'InterviewScheduled'
      readonly interview: InterviewId
      readonly application: ApplicationId
      readonly stage: Stage
      /** Prequalification and interview held as one meeting; `stage` is then `interview`. */
      readonly merged?: boolean
      readonly start: string
      readonly minutes: number
      readonly place: TextId
      readonly participants: Readonly<Record<PersonId, Role>>
      /** Who leads the meeting, when several people attend. */
      readonly conductor?: PersonId
      /** References: who speaks about the candidate. */
      readonly referee?: TextId
      /** References: what earlier stages left unclear. */
      readonly doubts?: readonly TextId[]
      /** Why a candidate more than the rule allows reaches this stage. */
      readonly reason?: TextId
    }
  | {
      readonly type: 'InterviewMoved'
      readonly interview: InterviewId
      readonly start: string
      readonly minutes: number
      readonly place: TextId
    }
  | { readonly type: 'InterviewCancelled'; readonly interview: InterviewId }
  | {
      readonly type: 'InterviewNotHeld'
      readonly interview: InterviewId
      readonly why?: NotHeldReason
    }
  | {
      readonly type: 'ParticipantSet'
      readonly interview: InterviewId
      readonly person: PersonId
      readonly role: Role
    }
  | {
      readonly type: 'ParticipantRemoved'
      readonly interview: InterviewId
      readonly person: PersonId
    }
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
