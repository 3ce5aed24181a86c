/** Notes filed durably per second by 32 people at once, against the same statements without the rules. */
import type { Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { createStore } from '../../../src/store/store.ts'
import type { Store } from '../../../src/store/store.ts'
import { testClock } from '../../store/support/test-clock.ts'
import { file, filingsOf } from '../support/filing.ts'
import { judge, timed, typical } from '../support/figures.ts'
import { RUNS, runs, scaled, together } from '../support/plan.ts'
import { copies, openOne, renamer } from '../support/recruitments.ts'
import type { Recruitment } from '../support/recruitments.ts'
import type { Services } from '../support/services.ts'
import { recordingPool, renamed, replay } from '../support/statements.ts'
import type { Statement } from '../support/statements.ts'

const PEOPLE = 32
const RECRUITMENTS = 128
const OPENED = Temporal.Instant.from('2026-03-02T09:00:00Z')
const HELD = Temporal.Instant.from('2026-03-02T15:00:00Z')

/** Each of the 32 sees to one recruitment after the other: both scorers file on its six interviews. */
export async function notes(services: Services): Promise<object> {
  const { pool } = await services.database()
  const original = await openOne(pool, {
    at: OPENED,
    candidates: 10,
    interviewsIn: [1, 2, 3, 4, 5, 6],
  })
  const perRun = scaled(RECRUITMENTS, PEOPLE / 4)
  const made = await copies(pool, original, 2 * RUNS * perRun)
  const filings = filingsOf(original)
  const recorded = await recordFilings(pool, original)
  const store = storeOn(pool)
  const taken = await runs('notes', async (run) => {
    const mine = made.slice(2 * run * perRun, (2 * run + 1) * perRun)
    // Whoever files has just opened the form: what they file on is known.
    for (const { id } of mine) await store.load(id)
    const ours = await timed(() =>
      together(perRun, PEOPLE, async (i) => {
        const recruitment = mine[i] ?? original
        for (const filing of filingsOf(recruitment)) await file(store, recruitment, filing, HELD)
      }),
    )
    const scripts = Array.from({ length: perRun }, (_, i) => {
      const rename = renamer(original, (2 * run + 1) * perRun + i)
      return recorded.map((statements) => renamed(statements, rename))
    })
    const bare = await timed(() =>
      together(perRun, PEOPLE, async (i) => {
        for (const statements of scripts[i] ?? []) await replay(pool, statements)
      }),
    )
    const filed = perRun * filings.length * 1_000
    return { ours: filed / ours, bare: filed / bare }
  })
  return {
    perSecond: typical(taken, 'ours'),
    barePerSecond: typical(taken, 'bare'),
    ...judge(taken, { atLeast: 0.5 }),
    statements: recorded[0]?.length,
  }
}

function storeOn(pool: Pool): Store {
  return createStore({ pool, clock: testClock(HELD.toString()), onWakes: () => undefined })
}

/** What the store sends for each filing on a recruitment that it knows. */
async function recordFilings(
  pool: Pool,
  recruitment: Recruitment,
): Promise<readonly (readonly Statement[])[]> {
  const statements: Statement[] = []
  const store = storeOn(recordingPool(pool, statements))
  await store.load(recruitment.id)
  const recorded: (readonly Statement[])[] = []
  for (const filing of filingsOf(recruitment)) {
    statements.length = 0
    await file(store, recruitment, filing, HELD)
    recorded.push([...statements])
  }
  return recorded
}
