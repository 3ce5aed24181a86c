/** From samples to one figure and a verdict. */

/** The value below which that share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const found = sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)]
  if (found === undefined) throw new Error('No sample was taken')
  return found
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5)
}

/** One figure of each run, and its bare counterpart, measured side by side. */
export interface Pair {
  readonly ours: number
  readonly bare: number
}

/** The largest ratio allowed, or the smallest for a rate. */
export type Limit = { readonly atMost: number } | { readonly atLeast: number }

export interface Verdict {
  /** Median of the ratios of all runs: what slows down a whole run does not count. */
  readonly ratio: number
  readonly limit: number
  readonly isMet: boolean
  readonly runs: number
  /** Ratio of each run, in order. */
  readonly ratios: readonly number[]
}

export function judge(pairs: readonly Pair[], limit: Limit): Verdict {
  const ratios = pairs.map(({ ours, bare }) => ours / bare)
  const ratio = median(ratios)
  return {
    ratio: rounded(ratio),
    limit: 'atMost' in limit ? limit.atMost : limit.atLeast,
    isMet: 'atMost' in limit ? ratio <= limit.atMost : ratio >= limit.atLeast,
    runs: pairs.length,
    ratios: ratios.map(rounded),
  }
}

/** The median of one figure of all runs. */
export function typical<K extends string>(
  runs: readonly Readonly<Record<K, number>>[],
  figure: K,
): number {
  return rounded(median(runs.map((run) => run[figure])))
}

/** Three significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
