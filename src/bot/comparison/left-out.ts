/** Who has no score in the comparison, and why. Nothing here tells what anybody noted. */
import type { Temporal } from 'temporal-polyfill'
import { interviewsOf, progressOf } from '../../process/progress.ts'
import type { Application, Recruitment } from '../../process/recruitment.ts'
import type { Found } from '../candidates/found.ts'

export type WhyLeftOut = 'stopped' | 'withdrawn' | 'unassessed' | 'shut' | 'upcoming' | 'not-met'

export interface LeftOut {
  readonly name: string
  readonly why: WhyLeftOut
}

/** Those of `found` who are not `accounted` for, each with what keeps them out. */
export function leftOutOf(
  state: Recruitment,
  found: readonly Found[],
  accounted: ReadonlySet<string>,
  now: Temporal.Instant,
): readonly LeftOut[] {
  return found
    .filter(({ application }) => !accounted.has(application.id))
    .map(({ application, candidate }) => ({
      name: candidate.name,
      why: whyLeftOut(state, application, now),
    }))
}

function whyLeftOut(state: Recruitment, one: Application, now: Temporal.Instant): WhyLeftOut {
  if (one.status === 'stopped' || one.status === 'withdrawn') return one.status
  if (interviewsOf(state, one.id).some(({ openedAt }) => openedAt)) return 'unassessed'
  const { kind } = progressOf(state, one, now)
  if (kind === 'notes-awaited' || kind === 'debrief-coming') return 'shut'
  return kind === 'upcoming' ? 'upcoming' : 'not-met'
}
