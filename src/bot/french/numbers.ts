/** Numbers as they are written in French. */
const percentage = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 })
const decimals = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })

/** A ratio from 0 to 1: « 73,8 % ». */
export function percent(ratio: number): string {
  return percentage.format(ratio)
}

/** « 1,5 ». */
export function decimal(value: number): string {
  return decimals.format(value)
}
