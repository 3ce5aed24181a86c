/** What each event changes in the messages that are held. */
import type { Temporal } from 'temporal-polyfill'
import type { Stamp } from '../events.ts'
import type { HeldFact } from '../facts/held.ts'
import type { HeldMessage, Recruitment } from '../recruitment.ts'

export function heldAfter(
  state: Recruitment,
  event: HeldFact & Stamp,
  at: Temporal.Instant,
): Recruitment {
  if (event.type === 'MessageHeld') {
    const { held: id, interview, text, written, by: author } = event
    return withHeld(state, { id, interview, author, text, written, at })
  }
  const message = state.held[event.held]
  if (!message) return state
  switch (event.type) {
    case 'HeldMessageGone':
      return withHeld(state, { ...message, goneAt: at })
    case 'HeldMessageStays':
      return withHeld(state, { ...message, stays: { because: event.because, at } })
    case 'HeldMessageSettled':
      return withHeld(state, { ...message, settled: { choice: event.choice, at } })
  }
}

function withHeld(state: Recruitment, message: HeldMessage): Recruitment {
  return { ...state, held: { ...state.held, [message.id]: message } }
}
