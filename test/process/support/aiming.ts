/** What a random order is about, among what exists when it is given. */
import { SYSTEM } from '../../../src/process/events.ts'
import type { InterviewId, PersonId } from '../../../src/process/events.ts'
import { missingScorers } from '../../../src/process/gate.ts'
import type { Recruitment } from '../../../src/process/recruitment.ts'
import type { Order, Someone } from './orders.ts'

export function aimedInterview({ interviews }: Recruitment, order: Order): InterviewId {
  if (!('nth' in order)) return ''
  const all = Object.values(interviews)
  const going = all.filter(({ status, openedAt }) => status === 'scheduled' && !openedAt)
  const among = order.goingOn && going.length > 0 ? going : all
  return among.at(-1 - order.nth)?.id ?? among.at(-1)?.id ?? 'nowhere'
}

/** The person named, or one who owes notes on the interview that the order is about. */
export function aimedScorer(
  state: Recruitment,
  order: Extract<Order, { scorer: Someone }>,
): PersonId {
  return order.scorer === 'any' ? owing(state, order) : order.scorer
}

/** The person named, or one who may well give such an order. */
export function whoGives(state: Recruitment, order: Order, by: Someone): PersonId {
  if (order.kind === 'unreachable' || order.kind === 'channel') return SYSTEM
  if (by !== 'any') return by
  switch (order.kind) {
    case 'file':
    case 'answer':
    case 'tick':
      return owing(state, order)
    case 'confirm-reading':
      return Object.keys(state.members)[0] ?? state.owner
    case 'confirm-advice':
      return state.advisor ?? state.owner
    default:
      return state.owner
  }
}

function owing(state: Recruitment, order: Order): PersonId {
  const interview = state.interviews[aimedInterview(state, order)]
  if (!interview) return state.owner
  const [missing] = missingScorers(interview)
  return missing ?? Object.keys(interview.participants)[0] ?? state.owner
}
