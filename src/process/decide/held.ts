/** Messages about an interview that are kept until its debrief opens (section 4). */
import type { HeldChoice, StaysBecause, WrittenAt } from '../facts/held.ts'
import { isSealed } from '../held.ts'
import type { HeldId, InterviewId, TextId } from '../ids.ts'
import type { HeldMessage, Recruitment } from '../recruitment.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'

/**
 * Holds what someone wrote about an interview that is sealed. Nothing happens when it is not sealed any
 * more, or when that message is held already.
 */
export function holdMessage(
  state: Recruitment,
  message: {
    readonly held: HeldId
    readonly interview: InterviewId
    readonly text: TextId
    readonly written: WrittenAt
  },
  actor: Actor,
): Decided {
  const interview = state.interviews[message.interview]
  const isHeld = heldAt(state, message.written.post) !== undefined
  if (!interview || isHeld || !isSealed(interview, actor.at)) return accept(actor)
  return accept(actor, { type: 'MessageHeld', ...message })
}

/** The message of that post which is held and, as far as the bot knows, still to be seen. */
export function heldAt(state: Recruitment, post: string): HeldMessage | undefined {
  return Object.values(state.held).find(({ written, goneAt }) => written.post === post && !goneAt)
}

/** Records that a held message is not to be seen any more where it was written. */
export function messageGone(state: Recruitment, held: HeldId, actor: Actor): Decided {
  const message = state.held[held]
  if (!message || message.goneAt) return accept(actor)
  return accept(actor, { type: 'HeldMessageGone', held })
}

/** Records that the bot had to leave a held message where it is. */
export function messageStays(
  state: Recruitment,
  held: HeldId,
  because: StaysBecause,
  actor: Actor,
): Decided {
  const message = state.held[held]
  if (!message || message.goneAt || message.stays) return accept(actor)
  return accept(actor, { type: 'HeldMessageStays', held, because })
}

/**
 * What its author does with a held message, once, before the debrief opens. Only those who score the
 * interview put it in their notes; what is still to be seen needs no republishing.
 */
export function settleHeld(
  state: Recruitment,
  { held, choice }: { readonly held: HeldId; readonly choice: HeldChoice },
  actor: Actor,
): Decided {
  const message = state.held[held]
  if (message?.author !== actor.by) return refuse({ code: 'unknown-held' })
  const interview = state.interviews[message.interview]
  if (message.settled) return refuse({ code: 'held-settled' })
  if (interview?.openedAt) return refuse({ code: 'held-quoted' })
  if (choice === 'noted' && interview?.participants[actor.by] !== 'scorer') {
    return refuse({ code: 'not-a-scorer' })
  }
  if (choice === 'released' && !message.goneAt) return refuse({ code: 'held-still-seen' })
  return accept(actor, { type: 'HeldMessageSettled', held, choice })
}
