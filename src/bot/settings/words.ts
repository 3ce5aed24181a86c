/** Settings as people say them. */
import type { CoolingOff } from '../../process/settings.ts'
import { HOURS_IN_WORKING_DAY } from '../../process/working-time.ts'
import { count } from '../french/words.ts'

export const COOLING_OFF_NAMES: Readonly<Record<CoolingOff, string>> = {
  'half-day': 'À la demi-journée suivante',
  'next-morning': 'Le prochain matin ouvré',
}

/** Half of nine hours, give or take. */
const HALF_A_DAY = 4

/** Working hours as « une demi-journée » or « 2 jours ouvrés ». */
export function workingDuration(hours: number): string {
  if (hours === HALF_A_DAY) return 'une demi-journée'
  const days = Math.floor(hours / HOURS_IN_WORKING_DAY)
  const left = hours % HOURS_IN_WORKING_DAY
  if (days === 0) return `${left} h`
  const whole = count(days, 'jour ouvré', 'jours ouvrés')
  return left === 0 ? whole : `${whole} et ${left} h`
}
