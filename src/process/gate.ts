/** The gate: what keeps the debrief of an interview shut, and who may read what (section 4). */
import type { Temporal } from 'temporal-polyfill'
import type { InterviewId, PersonId, TextId } from './events.ts'
import { laterOf } from './instants.ts'
import { endOf, participantsWith } from './recruitment.ts'
import type { Interview, Recruitment } from './recruitment.ts'
import { standings } from './roles.ts'
import { nextHalfDay, nextWorkingMorning } from './working-time.ts'

/** Scorers who have neither filed nor been let off. */
export function missingScorers(interview: Interview): readonly PersonId[] {
  return participantsWith(interview, 'scorer').filter(
    (scorer) => !interview.filings[scorer] && !interview.waivers[scorer],
  )
}

/**
 * The debrief never opens before this instant: the start of the first half-day after the interview, or
 * of the next working morning if the recruitment is set so. Nothing with a single scorer, who has
 * nobody to influence.
 */
export function coolingOffEnd(
  { settings }: Pick<Recruitment, 'settings'>,
  interview: Interview,
): Temporal.Instant | undefined {
  if (participantsWith(interview, 'scorer').length === 1) return undefined
  const end = endOf(interview)
  return settings.coolingOff === 'half-day' ? nextHalfDay(end) : nextWorkingMorning(end)
}

/**
 * When the debrief opens, or nothing while a scorer is missing: at the later of the last note (or waiver)
 * and the end of the cooling-off.
 */
export function opensAt(
  state: Pick<Recruitment, 'settings'>,
  interview: Interview,
): Temporal.Instant | undefined {
  if (interview.status !== 'scheduled') return undefined
  const scorers = participantsWith(interview, 'scorer')
  if (missingScorers(interview).length > 0) return undefined
  const settled = scorers
    .map((scorer) => interview.filings[scorer]?.[0]?.at ?? interview.waivers[scorer]?.at)
    .filter((at) => at !== undefined)
  if (!scorers.some((scorer) => interview.filings[scorer])) return undefined
  const [first, ...others] = settled
  if (!first) return undefined
  const last = others.reduce(laterOf, first)
  const earliest = coolingOffEnd(state, interview)
  return earliest ? laterOf(earliest, last) : last
}

/** True when someone is still expected to file on that application, whatever the interview. */
export function owesNotesOn(state: Recruitment, person: PersonId, application: string): boolean {
  return Object.values(state.interviews).some(
    (interview) =>
      interview.application === application &&
      interview.status === 'scheduled' &&
      missingScorers(interview).includes(person),
  )
}

/** Whom a text is going to: a person, or `CHANNEL`. */
export type Reader = PersonId

/** Everyone who is, or will be, in the recruitment's channel. No platform gives a person this id. */
export const CHANNEL: Reader = 'channel'

export interface SealedPart {
  readonly kind: 'evidence' | 'verdict'
  readonly interview: InterviewId
  readonly author: PersonId
}

/**
 * Whether `reader` may read one part of somebody's scorecard. Authors read their own, always. Others
 * read nothing before the opening, whoever they are; after it evidence is for every member, and levels
 * and opinions for members who owe no notes on that application. A channel gets evidence only.
 */
export function mayReadScorecard(state: Recruitment, reader: Reader, part: SealedPart): boolean {
  if (reader === part.author) return true
  const interview = state.interviews[part.interview]
  if (!interview?.openedAt) return false
  if (reader === CHANNEL) return part.kind === 'evidence'
  if (standings(state, reader).length === 0) return false
  return part.kind === 'evidence' || !owesNotesOn(state, reader, interview.application)
}

/**
 * Whether someone else than its author, or the channel, may read a held message: once it is republished,
 * or when the debrief of its interview is open. Nobody reads one that was taken back.
 */
export function mayReadHeld(state: Recruitment, reader: Reader, text: TextId): boolean {
  const message = Object.values(state.held).find((one) => one.text === text)
  if (!message || message.settled?.choice === 'withdrawn') return false
  if (reader !== CHANNEL && standings(state, reader).length === 0) return false
  return (
    message.settled?.choice === 'released' ||
    state.interviews[message.interview]?.openedAt !== undefined
  )
}
