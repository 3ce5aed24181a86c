/** What a closed recruitment leaves to do, and when (product.md section 2, step 8). */
import { Temporal } from 'temporal-polyfill'
import { DEFAULTS } from './defaults.ts'
import type { Recruitment } from './recruitment.ts'
import type { FollowUp } from './vocabulary.ts'
import { FOLLOW_UPS_OF } from './vocabulary.ts'
import { WORKING_TIME, openingOf, toWorkingTimeAfter, workingDaysAfter } from './working-time.ts'

export interface FollowUpState {
  readonly followUp: FollowUp
  /** Opening of the day it is called to mind, or of the next working day. */
  readonly dueAt: Temporal.Instant
  readonly doneAt?: Temporal.Instant
}

/** The follow-ups of a recruitment closed with a choice; none before, and none without. */
export function followUpsOf(state: Recruitment): readonly FollowUpState[] {
  const { closedAt, chosen, contract, followUpDates, followUpsDone, offer } = state
  if (!closedAt || chosen === undefined) return []
  const closedOn = closedAt.toZonedDateTimeISO(WORKING_TIME.zone).toPlainDate()
  return FOLLOW_UPS_OF[contract]
    .filter((followUp) => followUp !== 'offer-archived' || offer !== undefined)
    .map((followUp) => {
      const date = followUpDates[followUp]
      const day = date
        ? Temporal.PlainDate.from(date)
        : workingDaysAfter(closedOn, DEFAULTS.followUpDays[followUp])
      const doneAt = followUpsDone[followUp]
      return { followUp, dueAt: toWorkingTimeAfter(openingOf(day)), ...(doneAt && { doneAt }) }
    })
}
