import type { HeldId, InterviewId, TextId } from '../ids.ts'

/** Where a message was written. `thread` is the post that starts its thread, if it is a reply. */
export interface WrittenAt {
  readonly channel: string
  readonly post: string
  readonly thread?: string
}

/** Why the bot left a message where it is: it has no right to remove it, or others replied to it. */
export type StaysBecause = 'right' | 'replies'

/** What the author chose: said to everyone after all, kept with their notes, or taken back. */
export type HeldChoice = 'released' | 'noted' | 'withdrawn'

/** Messages about an interview whose debrief is still shut (section 4). */
export type HeldFact =
  | {
      readonly type: 'MessageHeld'
      readonly held: HeldId
      readonly interview: InterviewId
      readonly text: TextId
      readonly written: WrittenAt
    }
  /** Nobody sees it any more where it was written. */
  | { readonly type: 'HeldMessageGone'; readonly held: HeldId }
  | {
      readonly type: 'HeldMessageStays'
      readonly held: HeldId
      readonly because: StaysBecause
    }
  | {
      readonly type: 'HeldMessageSettled'
      readonly held: HeldId
      readonly choice: HeldChoice
    }
