import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/chat/port.ts'
import { openPool } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { INTERVIEW_END, PEOPLE, formOf, prequalification } from './support/prequalification.ts'
import type { Prequalification, Somebody } from './support/prequalification.ts'

/** What someone tries in order to learn more. */
type Attempt =
  | { readonly by: Somebody; readonly command: string }
  | { readonly by: Somebody; readonly press: string; readonly scorer: string }
  | { readonly hours: number }

const AUTHOR = 'metier'
/** Wrote about the candidate in the channel, while the debrief was shut. */
const HELD_AUTHOR = 'referente'
const AUTHORS: ReadonlySet<string> = new Set([AUTHOR, HELD_AUTHOR])
const others = PEOPLE.filter((person) => !AUTHORS.has(person))

const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  fc.record({
    by: fc.constantFrom(...PEOPLE),
    command: fc.constantFrom(
      '',
      'débrief',
      'notes',
      'tâches',
      'candidat',
      'candidat camille',
      'équipe',
      'cadrage',
      'cadrage 1',
      'planifier',
      'déplacer',
      'aide',
      'guide préqualification',
      'statut',
      'comparer',
      'décision',
      'clore',
      'réglages',
    ),
  }),
  fc.record({
    by: fc.constantFrom(...PEOPLE),
    press: fc.constantFrom(
      'see-debrief',
      'see-matrix',
      'see-record',
      'ask-notes-page',
      'compare-picture',
      'compare-file',
      'release-held',
      'withdraw-held',
      'file-notes',
      'remind',
      'not-held',
      'examples',
      'see-candidate',
      'see-framing',
      'coming',
      'correct-notes',
      'file-draft',
      'see-report',
      'report-logged',
      'decide',
      'decide-choose',
      'decide-advance',
      'compare',
      'closing',
      'more-status',
      'share-status',
      'tick',
    ),
    scorer: fc.constantFrom(...PEOPLE),
  }),
  fc.record({ hours: fc.nat(30) }),
)

describe('what others see while a debrief is shut', () => {
  const cleanups: (() => Promise<void>)[] = []
  async function database(): Promise<Pool> {
    const { url, drop } = await createTestDatabase()
    const pool = openPool(url)
    cleanups.unshift(async () => {
      await pool.end()
      await drop()
    })
    await migrate(pool)
    return pool
  }
  let twins: readonly [Prequalification, Prequalification]

  beforeAll(async () => {
    twins = [await prequalification(await database()), await prequalification(await database())]
    await twins[0].file(AUTHOR, '3', 'A mené seule la mise en production et la reprise')
    await twins[1].file(AUTHOR, '0', 'Rien de concret malgré trois relances')
    const said = ['Camille Durand a été brillante', 'Camille Durand m’a déçue, vraiment']
    for (const [i, { writes, channel }] of twins.entries()) {
      await writes(HELD_AUTHOR, channel, said[i] ?? '')
    }
  })
  afterAll(async () => {
    for (const cleanup of cleanups) await cleanup()
  })

  it('does not depend on what was filed or written too early, whatever anybody tries', async () => {
    let hours = 0
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 5, maxLength: 25 }), async (attempts) => {
        for (const one of attempts) {
          if ('hours' in one) hours += one.hours
          const [first, second] = [await go(twins[0], one, hours), await go(twins[1], one, hours)]
          if (!('by' in one) || !AUTHORS.has(one.by)) expect(first).toEqual(second)
        }
        expect(seenByOthers(twins[0])).toEqual(seenByOthers(twins[1]))
      }),
      { numRuns: 25, seed: 11, endOnFailure: true },
    )
    const seen = JSON.stringify(seenByOthers(twins[0]))
    expect(seen).not.toMatch(/mise en production et la reprise|brillante/)
  })

  it('shows its author what they filed', async () => {
    const { press, recruitment, interview } = twins[0]
    const answer = await press(AUTHOR, 'file-notes', { r: recruitment, interview })
    expect(JSON.stringify(formOf(answer))).toContain('mise en production et la reprise')
  })

  it('depends on it once the debrief is open', async () => {
    for (const twin of twins) await twin.file('equipe1', '2', 'A répondu sans hésiter')
    const [first, second] = twins.map(seenByOthers).map((seen) => JSON.stringify(seen))
    expect(first).toContain('mise en production et la reprise')
    expect(second).toContain('Rien de concret')
    expect(first).toContain('brillante')
    expect(second).toContain('déçue')
  })
})

async function go(
  { command, press, moveTo, channel, recruitment, interview }: Prequalification,
  one: Attempt,
  hours: number,
): Promise<Answer | undefined> {
  if ('hours' in one) {
    await moveTo(new Date(Date.parse(INTERVIEW_END) + hours * 3_600_000).toISOString())
    return undefined
  }
  if ('command' in one) return command(one.by, one.command, channel)
  return press(one.by, one.press, {
    r: recruitment,
    interview,
    scorer: one.scorer,
    item: 'link',
    held: 'of-somebody',
  })
}

/** What each of the others reads, in all its versions; conversations go on side by side. */
function seenByOthers({ chat }: Prequalification) {
  return chat.posts
    .filter(({ to }) => !('person' in to) || others.some((person) => person === to.person))
    .map(({ ref, entry, versions }) => ({ where: ref.channel, entry, versions }))
    .toSorted((a, b) => `${a.where} ${a.entry}`.localeCompare(`${b.where} ${b.entry}`))
}
