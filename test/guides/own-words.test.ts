import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SHIPPED } from './folder.ts'

const SOURCE = join(import.meta.dirname, '../../../shared/seeds/guide-entretien-par-profil.md')
const RUN = 8

const absent = !existsSync(SOURCE)

test.skipIf(absent)(
  `no run of ${RUN} words comes from the published page${absent ? ' (SKIPPED: the page is not beside the repository)' : ''}`,
  () => {
    const source = new Set(runs(readFileSync(SOURCE, 'utf8')))
    expect(source.size).toBeGreaterThan(1000)
    const taken = readdirSync(SHIPPED)
      .flatMap((file) => runs(readFileSync(join(SHIPPED, file), 'utf8')))
      .filter((run) => source.has(run))
    expect(taken).toEqual([])
  },
)

/** Every run of words, without accents, case, punctuation or markup. */
function runs(text: string): string[] {
  const words = text
    .replaceAll(/<[^>]*>/g, ' ')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return (words ?? []).map((_, i, all) => all.slice(i, i + RUN).join(' ')).slice(0, 1 - RUN)
}
