/** What one scorer wrote, as a reader may see it. */
import type { Filing } from '../../process/recruitment.ts'
import type { Evidence, Subject, Verdict } from '../../process/scorecard.ts'
import { LEVEL_NAMES, SIGN_NAMES } from '../notes/words.ts'

export interface Notes {
  readonly scorer: string
  readonly name: string
  readonly filings: readonly Filing[]
  readonly evidence?: Evidence
  readonly verdict?: Verdict
  /** What was filed first, when it was amended after the opening. */
  readonly original?: { readonly evidence?: Evidence; readonly verdict?: Verdict }
}

/** A level or a sign in words; nothing when there is none, or when it is kept from the reader. */
export function judgementOf(id: Subject, verdict: Verdict | undefined): string | undefined {
  const level = verdict?.levels[id]
  if (level !== undefined && level !== null) return `${level}, ${LEVEL_NAMES[level]}`
  const sign = verdict?.signs[id]
  if (sign) return SIGN_NAMES[sign]
  return verdict && (level === null || sign === null) ? 'non évalué' : undefined
}
