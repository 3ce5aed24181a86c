/** How long to wait before trying again what failed. */

const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * Milliseconds to wait after that many failures in a row (1 or more): about 1 s, then twice as long
 * each time up to 1 min. Chance takes off up to half, so that those who failed together do not all
 * come back together.
 */
export function backOff(failures: number, chance: () => number = Math.random): number {
  const full = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS)
  return Math.round(full * (1 - chance() / 2))
}
