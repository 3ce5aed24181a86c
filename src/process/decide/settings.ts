import { DEFAULTS } from '../defaults.ts'
import type { Recruitment } from '../recruitment.ts'
import type { Refusal } from '../refusal.ts'
import { refuseUnlessOwnerOrDeputy } from '../roles.ts'
import type { Settings } from '../settings.ts'
import { refuseUnsound } from '../soundness.ts'
import { STAGES } from '../vocabulary.ts'
import type { Actor, Decided } from './decided.ts'
import { accept, refuse } from './decided.ts'

/**
 * Adjusts one recruitment. Refuses figures out of their range (`DEFAULTS`), telling the owner before
 * whoever is late, skipping every stage, and, once the framing is closed, settings under which it would no longer hold.
 */
export function changeSettings(state: Recruitment, settings: Settings, actor: Actor): Decided {
  const refusal =
    refuseUnlessOwnerOrDeputy(state, actor.by) ??
    refuseOutOfRange(settings) ??
    (settings.ownerToldAfterHours < settings.lateAfterHours
      ? { code: 'owner-told-too-early' as const }
      : undefined) ??
    (STAGES.every((stage) => settings.skipped.includes(stage))
      ? { code: 'every-stage-skipped' as const }
      : undefined) ??
    (state.framing.closedAt && refuseUnsound(state.framing.criteria, settings))
  if (refusal) return refuse(refusal)
  if (isSame(settings, state.settings)) return accept(actor)
  return accept(actor, { type: 'SettingsChanged', settings })
}

type Figure = 'nudgeMinutes' | 'lateAfterHours' | 'ownerToldAfterHours' | 'retentionMonths'

const RANGES: Readonly<Record<Figure, { readonly min: number; readonly max: number }>> = {
  nudgeMinutes: DEFAULTS.nudgeRange,
  lateAfterHours: DEFAULTS.lateAfterRange,
  ownerToldAfterHours: DEFAULTS.ownerToldAfterRange,
  retentionMonths: DEFAULTS.retentionMonths,
}
const FIGURES: readonly Figure[] = [
  'nudgeMinutes',
  'lateAfterHours',
  'ownerToldAfterHours',
  'retentionMonths',
]

function refuseOutOfRange(settings: Settings): Refusal | undefined {
  const setting = FIGURES.find((name) => {
    const { min, max } = RANGES[name]
    const value = settings[name]
    return !Number.isInteger(value) || value < min || value > max
  })
  return setting && { code: 'setting-out-of-range', setting, ...RANGES[setting] }
}

function isSame(one: Settings, other: Settings): boolean {
  const skipped = STAGES.every(
    (stage) => one.skipped.includes(stage) === other.skipped.includes(stage),
  )
  const figures = FIGURES.every((name) => one[name] === other[name])
  return skipped && figures && one.merged === other.merged && one.coolingOff === other.coolingOff
}
