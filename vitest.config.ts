import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/** Stories told by real processes and browsers: begun last, they would leave a core idle at the end. */
const LONG = /\/test\/(?:e2e|chaos|doctor|store)\//

function rank({ moduleId }: TestSpecification): number {
  return LONG.test(moduleId) ? 0 : 1
}

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own, not that of an array
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    // The tests wait for databases and browsers half of their time.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Files share modules within a worker, and a database: none keeps state between its tests.
    isolate: false,
    sequence: { sequencer: LongFirst },
    // Twice what the longest takes on a machine that is busy with something else.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
