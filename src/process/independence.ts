/** Whether scorers wrote without knowing what the others think (product.md section 4). */
import { heldAbout } from './held.ts'
import { isBefore } from './instants.ts'
import { participantsWith } from './recruitment.ts'
import type { HeldMessage, Interview, Recruitment } from './recruitment.ts'

/**
 * Messages about an interview that were left where they were written while a scorer other than their
 * author had yet to file. A message that was about practical matters tells nothing.
 */
export function seenBeforeFiling(state: Recruitment, interview: Interview): readonly HeldMessage[] {
  const scorers = participantsWith(interview, 'scorer')
  return heldAbout(state, interview.id).filter(({ author, at, stays, settled }) => {
    if (!stays || settled?.choice === 'released') return false
    return scorers.some((scorer) => {
      const filedAt = interview.filings[scorer]?.[0]?.at
      return scorer !== author && filedAt !== undefined && !isBefore(filedAt, at)
    })
  })
}
