/** Which interviews may not be talked about yet, and what was kept about them (section 4). */
import type { Temporal } from 'temporal-polyfill'
import { isBefore } from './instants.ts'
import type { InterviewId } from './ids.ts'
import { slotOf } from './recruitment.ts'
import type { HeldMessage, Interview, Recruitment } from './recruitment.ts'

/** From the start of an interview to the opening of its debrief, or to its cancellation. */
export function isSealed(interview: Interview, now: Temporal.Instant): boolean {
  return (
    interview.status === 'scheduled' &&
    !interview.openedAt &&
    !isBefore(now, slotOf(interview).start)
  )
}

/** The interviews sealed at `now`, the latest to start first. */
export function sealedInterviews(state: Recruitment, now: Temporal.Instant): readonly Interview[] {
  return Object.values(state.interviews)
    .filter((interview) => isSealed(interview, now))
    .toSorted((a, b) => (isBefore(slotOf(a).start, slotOf(b).start) ? 1 : -1))
}

/** In the order in which they were written. */
export function heldAbout(state: Recruitment, interview: InterviewId): readonly HeldMessage[] {
  return Object.values(state.held).filter((message) => message.interview === interview)
}
