import { DEFAULTS } from '../defaults.ts'
import type { ApplicationId, TextId } from '../ids.ts'
import { activeApplications, reachedBy } from '../progress.ts'
import type { Recruitment } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import type { Stage } from '../vocabulary.ts'
import { precedes } from '../vocabulary.ts'

/** At most three active applications reach collaboration; a fourth needs a reason (section 2, step 5). */
export function refuseCrowd(
  state: Recruitment,
  id: ApplicationId,
  stage: Stage,
  reason: TextId | undefined,
): Refusal | undefined {
  const limit = 'collaboration'
  if (reason !== undefined || precedes(stage, limit)) return undefined
  const there = activeApplications(state).filter(
    (one) => !precedes(reachedBy(state, one.id), limit),
  )
  const most = DEFAULTS.atCollaboration
  return there.length < most || there.some((one) => one.id === id)
    ? undefined
    : { code: 'too-many-at-collaboration', most }
}
