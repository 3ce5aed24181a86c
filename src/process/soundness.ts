import { DEFAULTS } from './defaults.ts'
import { stagesHeld } from './progress.ts'
import type { Criterion } from './recruitment.ts'
import { criteriaOf } from './recruitment.ts'
import type { Refusal } from './refusal.ts'
import { DEFAULT_SETTINGS, isMerged } from './settings.ts'
import type { Settings } from './settings.ts'

/**
 * What keeps a list of criteria from being a framing (section 2, step 2). A skipped stage verifies
 * nothing, and merged with the interview the prequalification has no cap.
 */
export function refuseUnsound(
  criteria: readonly Criterion[],
  settings: Settings = DEFAULT_SETTINGS,
): Refusal | undefined {
  if (criteria.length === 0) return { code: 'framing-without-criteria' }
  const held = stagesHeld({ settings })
  const nowhere = criteria.filter(({ stages }) => !stages.some((stage) => held.includes(stage)))
  if (nowhere.length > 0) {
    return { code: 'criterion-without-stage', criteria: nowhere.map(({ id }) => id) }
  }
  const late = criteria.filter(
    ({ mandatory, weight, stages }) =>
      (mandatory || weight === 3) &&
      stages.every((stage) => stage === 'references' || !held.includes(stage)),
  )
  if (late.length > 0) {
    return { code: 'criterion-verified-too-late', criteria: late.map(({ id }) => id) }
  }
  const most = DEFAULTS.prequalificationCriteria
  const { length: count } = criteriaOf({ criteria }, 'prequalification')
  const capped = !isMerged(settings) && held.includes('prequalification')
  return capped && count > most ? { code: 'too-many-at-prequalification', count, most } : undefined
}
