import type { PersonId, Role } from '../ids.ts'
import type { Stage } from '../vocabulary.ts'

/** Who takes part, and whom messages no longer reach. */
export type TeamFact =
  | {
      readonly type: 'MemberNamed'
      readonly person: PersonId
      readonly role: Role
      readonly stages: readonly Stage[]
      /** Knows the craft. */
      readonly expert?: boolean
    }
  | { readonly type: 'MemberRemoved'; readonly person: PersonId }
  | { readonly type: 'DeputyNamed'; readonly person: PersonId }
  | { readonly type: 'DeputyRemoved' }
  | { readonly type: 'AdvisorNamed'; readonly person: PersonId }
  /** Handed over by the owner, or named in place of one who left. */
  | { readonly type: 'OwnerNamed'; readonly person: PersonId }
  /** The platform refused for good to deliver something to this person. */
  | { readonly type: 'PersonUnreachable'; readonly person: PersonId }
  /** The platform refused for good to let the bot write in the recruitment's channel, or to make it. */
  | { readonly type: 'ChannelUnreachable' }
