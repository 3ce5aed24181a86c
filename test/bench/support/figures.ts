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

/** One figure and its bare counterpart, measured side by side. */
export interface Pair {
  readonly ours: number
  readonly bare: number
}

export interface Verdict {
  readonly ours: number
  readonly bare: number
  /** Median of the ratios of each run: what slows a whole run down does not count. */
  readonly ratio: number
  readonly limit: number
  readonly isMet: boolean
  readonly runs: number
  /** Ratio of each run, in order. */
  readonly ratios: readonly number[]
}

/** Judges pairs, one per run, against the largest ratio allowed; or the smallest, for a rate. */
export function judge(pairs: readonly Pair[], limit: number, allowed: 'at most' | 'at least') {
  const ratios = pairs.map(({ ours, bare }) => ours / bare)
  const ratio = median(ratios)
  return {
    ours: rounded(median(pairs.map(({ ours }) => ours))),
    bare: rounded(median(pairs.map(({ bare }) => bare))),
    ratio: rounded(ratio),
    limit,
    isMet: allowed === 'at most' ? ratio <= limit : ratio >= limit,
    runs: pairs.length,
    ratios: ratios.map(rounded),
  } satisfies Verdict
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
