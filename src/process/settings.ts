/** What an owner may adjust for one recruitment (`/recrutement réglages`). */
import { DEFAULTS } from './defaults.ts'
import type { Stage } from './vocabulary.ts'

/** How long the debrief stays shut after the interview, even when everyone has filed. */
export const COOLING_OFFS = ['half-day', 'next-morning'] as const
export type CoolingOff = (typeof COOLING_OFFS)[number]

export interface Settings {
  /** Prequalification and interview are held as one meeting, when neither is skipped. */
  readonly merged: boolean
  /** Stages that this recruitment does without. */
  readonly skipped: readonly Stage[]
  readonly coolingOff: CoolingOff
  /** Minutes before the start at which the link is sent again. */
  readonly nudgeMinutes: number
  /** Working hours after the planned end before the first reminder to file notes. */
  readonly lateAfterHours: number
  /** Working hours after the planned end before the owner is told. */
  readonly ownerToldAfterHours: number
  /** Months after the last contact before an unsuccessful application is erased. */
  readonly retentionMonths: number
}

type Holding = Pick<Settings, 'merged' | 'skipped'>

/** Two stages make one meeting only when both are held. */
export function isMerged({ merged, skipped }: Holding): boolean {
  return merged && !skipped.includes('prequalification') && !skipped.includes('interview')
}

/** The stage that an interview has, when it is held for that one. */
export function heldAs(settings: Holding, stage: Stage): Stage {
  return stage === 'prequalification' && isMerged(settings) ? 'interview' : stage
}

export const DEFAULT_SETTINGS: Settings = {
  merged: false,
  skipped: [],
  coolingOff: 'half-day',
  nudgeMinutes: DEFAULTS.nudgeMinutes,
  lateAfterHours: DEFAULTS.lateAfterHours,
  ownerToldAfterHours: DEFAULTS.ownerToldAfterHours,
  retentionMonths: DEFAULTS.retentionMonths.max,
}
