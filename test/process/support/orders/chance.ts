/** What chance draws for orders: plausible things more often than others. */
import * as fc from 'fast-check'
import type { Temporal } from 'temporal-polyfill'
import type { PersonId } from '../../../../src/process/events.ts'
import { missingScorers } from '../../../../src/process/gate.ts'
import { isBefore } from '../../../../src/process/instants.ts'
import { slotOf } from '../../../../src/process/recruitment.ts'
import type { Interview, Recruitment } from '../../../../src/process/recruitment.ts'
import { STAGES } from '../../../../src/process/vocabulary.ts'

export const PEOPLE = ['camille', 'sacha', 'ines', 'malik', 'lou'] as const
export type Someone = (typeof PEOPLE)[number] | 'any'

export const HOUR = 60
export const DAY = 24 * HOUR

export const person = fc.constantFrom(...PEOPLE)
/** `any` stands for whoever it makes sense for: someone who can give the order, or who owes notes. */
export const someone: fc.Arbitrary<Someone> = fc.constantFrom(
  ...PEOPLE,
  ...Array<'any'>(8).fill('any'),
)
export const role = fc.constantFrom('scorer' as const, 'observer' as const)
export const stage = fc.constantFrom(...STAGES)
export const stages = fc.subarray([...STAGES])
export const reason = fc.constantFrom('reason-1', undefined)
export const application = fc.constantFrom(
  ...Array<'alex'>(4).fill('alex'),
  ...Array<'billie'>(2).fill('billie'),
  'chris',
  'dany',
  'nobody',
)

/** Which interview: how far back among those still going on, or among all of them. */
export const which = {
  nth: fc.constantFrom(0, 0, 0, 1, 1, 2, 9),
  goingOn: fc.constantFrom(true, true, true, true, false),
}
export interface Which {
  readonly nth: number
  readonly goingOn: boolean
}

export const slot = {
  startsIn: fc.oneof(
    fc.constantFrom(-HOUR, 0, 5, 5, 30, 30, 2 * HOUR, DAY, 3 * DAY),
    fc.integer({ min: 1, max: 2 * DAY }),
  ),
  minutes: fc.constantFrom(2, 5, 15, 30, 45, 45, 60, 60, 240),
  nightConfirmed: fc.constantFrom(true, true, false),
}

/**
 * The interview that an order is about: preferably one to come at `now`, when given, else one still going
 * on. One that does not exist when there is none.
 */
export function aimedAt(
  { interviews }: Recruitment,
  { nth, goingOn }: Which,
  now?: Temporal.Instant,
): string {
  const all = Object.values(interviews)
  const going = all.filter(
    (one) =>
      one.status === 'scheduled' && !one.openedAt && (!now || isBefore(now, slotOf(one).start)),
  )
  const among = goingOn && going.length > 0 ? going : all
  return among.at(-1 - nth)?.id ?? among.at(-1)?.id ?? 'nowhere'
}

/** The person named, or one who owes notes on the interview that the order is about. */
export function meant(state: Recruitment, about: Which, named: Someone): PersonId {
  return named === 'any' ? owing(state, about) : named
}

/** Someone who owes notes on that interview, or who takes part in it. */
export function owing(state: Recruitment, about: Which): PersonId {
  const interview = state.interviews[aimedAt(state, about)]
  if (!interview) return state.owner
  const [missing] = missingScorers(interview)
  return missing ?? Object.keys(interview.participants)[0] ?? state.owner
}

/** The report of that interview that an order is about. */
export function aimedReport(state: Recruitment, { nth }: Pick<Which, 'nth'>) {
  const all = Object.values(state.interviews).flatMap((interview: Interview) =>
    Object.keys(interview.filings).map((scorer) => ({ interview: interview.id, scorer })),
  )
  return all.at(-1 - nth) ?? all.at(-1) ?? { interview: 'nowhere', scorer: 'ines' }
}
