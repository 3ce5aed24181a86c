import type { ApplicationId } from '../ids.ts'

/** What becomes of a candidate's data (product.md section 10). */
export type PrivacyFact =
  /** The owner is told that the data of an unsuccessful application will go. */
  | { readonly type: 'ErasureAnnounced'; readonly application: ApplicationId }
  /** Everything is erased but the name, which is needed to find the bot's own messages. */
  | { readonly type: 'ErasureAsked'; readonly application: ApplicationId }
  /** Nothing is left of the candidate but what these count. */
  | {
      readonly type: 'CandidateErased'
      readonly application: ApplicationId
      /** Messages of the bot that were taken back. */
      readonly taken: number
      /** Those that others had replied to: its own words are gone, theirs are not. */
      readonly blanked: number
      /** Those that the platform would not let go of. */
      readonly kept: number
    }
