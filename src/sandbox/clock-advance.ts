/** Moving the clock from due time to due time, so that nothing is said late. */
import { isoInstant } from './clock.ts'
import { tellListener } from './clock-listener.ts'
import type { Sandbox } from './sandbox.ts'

const MAX_STEPS = 5000
/** How often the same instant is told again to a listener that keeps saying it is not done. */
const MAX_REPEATS = 3

export interface Advance {
  readonly now: string
  /** The instants that the listener was told, in order. */
  readonly steps: readonly string[]
}

/** Returns the instant to tell: real time may have passed the wanted one in the meantime. */
function moveClock({ clock, hub }: Sandbox, wanted: number): number {
  const reached = Math.max(wanted, clock.now())
  clock.jumpTo(reached)
  hub.publish({
    event: 'custom_sandbox_clock',
    data: { now: isoInstant(reached) },
    to: { kind: 'all' },
  })
  return reached
}

/** Tells the listener every due time up to `target`; returns the instants told. */
async function tellDueTimes(sandbox: Sandbox, target: number): Promise<number[]> {
  const steps: number[] = []
  let now = sandbox.clock.now()
  let repeats = 0
  while (steps.length < MAX_STEPS) {
    const answer = await tellListener(sandbox, now)
    if (!answer.heard) return steps
    steps.push(now)
    const { nextDue } = answer
    if (nextDue === undefined || nextDue > target) return steps
    repeats = nextDue <= now ? repeats + 1 : 0
    if (repeats > MAX_REPEATS) {
      sandbox.log.warn({ now: isoInstant(now) }, 'the clock listener stays at the same due time')
      return steps
    }
    now = moveClock(sandbox, Math.max(nextDue, now))
  }
  sandbox.log.warn({ steps: steps.length }, 'too many due times in one move of the clock')
  return steps
}

/**
 * Moves the clock to `target` (epoch milliseconds), stopping at each due time on the way, and
 * resolves when what became due has been said. With nobody listening it only moves.
 */
export async function advanceTo(sandbox: Sandbox, target: number): Promise<Advance> {
  const steps = await tellDueTimes(sandbox, target)
  const reached = moveClock(sandbox, target)
  if (steps.length > 0 && (await tellListener(sandbox, reached)).heard) steps.push(reached)
  return { now: isoInstant(sandbox.clock.now()), steps: steps.map(isoInstant) }
}
