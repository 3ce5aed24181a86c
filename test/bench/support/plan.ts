/** How much to measure, and what. */
import { setTimeout } from 'node:timers/promises'

/** 1 for figures that count; less for a quick look at whether it all works. */
const SCALE = Number(process.env['BENCH_SCALE'] ?? '1')
if (!(SCALE > 0 && SCALE <= 1)) throw new Error('BENCH_SCALE is more than 0 and at most 1')

const ONLY = new Set((process.env['BENCH_ONLY'] ?? '').split(',').filter((part) => part !== ''))

/** How many times each figure is taken. */
export const RUNS = SCALE < 0.1 ? 1 : 5

export function isAsked(part: string): boolean {
  return ONLY.size === 0 || ONLY.has(part)
}

/** So many of something at full scale; never fewer than `least`. */
export function scaled(full: number, least = 1): number {
  return Math.max(Math.round(full * SCALE), least)
}

/** Measures `RUNS` times. What it was said to do is done in turn, so that noise falls on all alike. */
export async function runs<T>(what: string, measure: (run: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const result = await measure(run)
    say(`${what} ${run + 1}/${RUNS}: ${JSON.stringify(result)}`)
    results.push(result)
  }
  return results
}

/** Runs `work` with each of 0 to `count` - 1, as many together as said. */
export async function together(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) {
      next += 1
      await work(next - 1)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker))
}

/** Lets a process come to rest; a quick look waits for less. */
export async function rest(milliseconds: number): Promise<void> {
  await setTimeout(Math.max(milliseconds * SCALE, 1))
}

export function say(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`)
}
