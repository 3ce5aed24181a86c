/** Processor time of this process, in milliseconds: a busy machine does not make it longer. */
export function effortOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * What reading 100 kB may cost, in milliseconds of processor time. Linear code stays far below;
 * quadratic code needs minutes.
 */
export const A_MOMENT = 3000

/** 100 kB of the same few characters. */
export function hundredKilobytes(unit: string): string {
  return unit.repeat(Math.ceil(100_000 / unit.length))
}
