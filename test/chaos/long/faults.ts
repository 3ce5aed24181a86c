/** What goes wrong, one thing after the other, the same for the same seed. */
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import type { Fleet } from './fleet.ts'
import { MOODS } from './platform-proxy.ts'
import type { Mood } from './platform-proxy.ts'

const KINDS = ['kill', 'mood', 'flush-redis', 'restart-redis', 'restart-postgres'] as const
export type FaultKind = (typeof KINDS)[number]

export interface Fault {
  readonly kind: FaultKind
  /** Milliseconds of calm before it. */
  readonly after: number
  readonly instance: number
  readonly mood: Mood
  /** How long a mood lasts, in milliseconds. */
  readonly lasts: number
}

/** Enough of them for `kills` kills. */
export function faultsFor(seed: number, kills: number, instances: number): readonly Fault[] {
  const one = fc.record({
    kind: fc.oneof(
      { arbitrary: fc.constant<FaultKind>('kill'), weight: 14 },
      { arbitrary: fc.constant<FaultKind>('mood'), weight: 3 },
      { arbitrary: fc.constant<FaultKind>('flush-redis'), weight: 1 },
      { arbitrary: fc.constant<FaultKind>('restart-redis'), weight: 1 },
      { arbitrary: fc.constant<FaultKind>('restart-postgres'), weight: 1 },
    ),
    after: fc.integer({ min: 50, max: instances === 1 ? 2_400 : 1_200 }),
    instance: fc.nat(instances - 1),
    mood: fc.constantFrom<Mood>(...MOODS),
    lasts: fc.integer({ min: 300, max: 2_000 }),
  })
  const found: Fault[] = []
  let killed = 0
  for (const fault of fc.sample(one, { seed, numRuns: kills * 3 })) {
    if (killed === kills) break
    found.push(fault)
    if (fault.kind === 'kill') killed += 1
  }
  return found
}

/** Lets them happen; resolves once the last is over and everything is well again. */
export async function unleash(
  fleet: Fleet,
  faults: readonly Fault[],
  onFault: (kind: FaultKind) => void,
): Promise<void> {
  for (const { kind, after, instance, mood, lasts } of faults) {
    await setTimeout(after)
    onFault(kind)
    switch (kind) {
      case 'kill':
        await fleet.killBot(instance)
        break
      case 'mood':
        fleet.platform.mood = mood
        await setTimeout(lasts)
        fleet.platform.mood = 'well'
        break
      case 'flush-redis':
        await fleet.flushRedis()
        break
      case 'restart-redis':
        await fleet.restartRedis()
        break
      case 'restart-postgres':
        await fleet.restartPostgres()
        break
    }
  }
}
