/** Folded states, kept in memory with their version: only what came since is read. */
import type { Pool } from 'pg'
import type { Recruitment } from '../process/recruitment.ts'
import { catchUp } from './events.ts'
import type { Versioned } from './events.ts'

/** How many are kept. */
const KEPT = 500

export interface FoldedStates {
  /** The state now; nothing for an unknown recruitment. */
  load(recruitment: string): Promise<Recruitment | undefined>
  /** The state at `version` or later: nothing is read when that one is known. */
  at(recruitment: string, version: number): Promise<Recruitment | undefined>
  /** The latest that is known here, to catch up from; it may be late. */
  known(recruitment: string): Versioned
  remember(recruitment: string, versioned: Versioned): void
}

export function foldedStates(pool: Pool): FoldedStates {
  const kept = new Map<string, Versioned>()

  const known = (recruitment: string) => kept.get(recruitment) ?? { state: undefined, version: 0 }

  function remember(recruitment: string, versioned: Versioned): void {
    if (known(recruitment).version > versioned.version) return
    kept.delete(recruitment)
    kept.set(recruitment, versioned)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  }

  async function caughtUp(recruitment: string): Promise<Versioned> {
    return catchUp(pool, recruitment, known(recruitment))
  }

  async function use(recruitment: string, versioned: Versioned): Promise<Recruitment | undefined> {
    if (versioned.state) remember(recruitment, versioned)
    return versioned.state
  }

  return {
    load: async (recruitment) => use(recruitment, await caughtUp(recruitment)),
    async at(recruitment, version) {
      const latest = known(recruitment)
      return use(recruitment, latest.version >= version ? latest : await caughtUp(recruitment))
    },
    known,
    remember,
  }
}
