/** What entries of the agenda turn into when their time has come. */
import type { Message } from '../chat/port.ts'
import type { Recruitment } from '../process/recruitment.ts'
import type { DuePart } from '../store/due.ts'

/** One entry, with what is now true of its recruitment. */
export interface Part extends DuePart {
  readonly state: Recruitment
}

export type Saying =
  /** One message for these parts, at least one; the others no longer make sense. */
  | {
      readonly kind: 'message'
      readonly message: Message
      readonly parts: readonly [Part, ...Part[]]
    }
  /** Something the bot does. It may run twice after a crash, so it has to be idempotent. */
  | { readonly kind: 'effect'; readonly run: () => Promise<void> }
  /** None of it makes sense any more. */
  | { readonly kind: 'nothing' }

/**
 * Composes one message for all these parts, which go to the same person and may be about several
 * recruitments, from the states that hold now, never from those that held when it was planned.
 */
export type Compose = (parts: readonly [Part, ...Part[]]) => Promise<Saying>
