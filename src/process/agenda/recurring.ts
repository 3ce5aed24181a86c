/** Reminders that come back: only those that can be said by now, and the next, are in the agenda. */
import type { Temporal } from 'temporal-polyfill'
import { isBefore } from '../instants.ts'
import { nextWorkingMorning } from '../working-time.ts'
import { endOfReach } from './grouping.ts'

/**
 * The latest reminder already due, if any, and those to come up to the first that cannot be said yet:
 * one said a little early leaves the next in the agenda. First at `first`, then each morning.
 */
export function currentAndNext(first: Temporal.Instant, now: Temporal.Instant) {
  const kept: { dueAt: Temporal.Instant; next: Temporal.Instant; occurrence: number }[] = []
  let dueAt = first
  for (let occurrence = 1; ; occurrence += 1) {
    const next = nextWorkingMorning(dueAt)
    if (isBefore(now, next)) kept.push({ dueAt, next, occurrence })
    if (isBefore(endOfReach(now), dueAt)) return kept
    dueAt = next
  }
}
