/** Whether an interview is still to come, under way or over. */
import type { Temporal } from 'temporal-polyfill'
import { isBefore } from '../instants.ts'
import type { Interview } from '../recruitment.ts'
import { endOf, slotOf } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import type { Actor } from './decided.ts'

/** Refuses an interview that was called off or has not started. */
export function refuseUnlessStarted(
  interview: Interview,
  { at }: Pick<Actor, 'at'>,
): Refusal | undefined {
  if (interview.status !== 'scheduled') return { code: 'interview-cancelled' }
  const { start } = slotOf(interview)
  return isBefore(at, start) ? { code: 'interview-not-started', start } : undefined
}

/** Refuses an interview that was called off or has started. */
export function refuseUnlessUpcoming(
  interview: Interview | undefined,
  { at }: Actor,
): Refusal | undefined {
  if (!interview) return { code: 'unknown-interview' }
  if (interview.status !== 'scheduled') return { code: 'interview-cancelled' }
  return !isBefore(at, slotOf(interview).start) ? { code: 'interview-started' } : undefined
}

/** True once an interview's planned end has passed and it was not called off. */
export function hasEnded(interview: Interview, at: Temporal.Instant): boolean {
  return interview.status === 'scheduled' && !isBefore(at, endOf(interview))
}
