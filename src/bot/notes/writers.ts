/** Who may write notes on an interview, and from when. */
import { isBefore } from '../../process/instants.ts'
import { slotOf } from '../../process/recruitment.ts'
import type { Interview } from '../../process/recruitment.ts'
import type { Refusal } from '../../process/refusal.ts'

export const UNKNOWN: Refusal = { code: 'unknown-interview' }

/** Why someone may not write notes on an interview now; nothing when they may. */
export function mayWrite(
  interview: Interview,
  by: string,
  now: Parameters<typeof isBefore>[0],
): Refusal | undefined {
  if (!interview.participants[by]) return { code: 'not-invited' }
  if (interview.participants[by] !== 'scorer') return { code: 'not-a-scorer' }
  if (interview.status !== 'scheduled') return { code: 'interview-cancelled' }
  const { start } = slotOf(interview)
  return isBefore(now, start) ? { code: 'interview-not-started', start } : undefined
}
