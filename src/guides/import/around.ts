/** The guides that a page comes among: those of its folder, in front of the shipped ones. */
import type { Guide, GuideCriterion } from '../guide.ts'
import { readGuides } from '../load.ts'
import type { Known } from './file-criteria.ts'
import type { ImportedPage } from './imported.ts'
import { guidesIn } from './save.ts'
import type { Around } from './to-guides.ts'

type Place = Pick<Guide, 'craft' | 'stage'>

/** What the page must not contradict, and what somebody has completed since the last import. */
export async function guidesAround(folder: string, page: ImportedPage): Promise<Around> {
  const own = (await guidesIn(folder)).map(({ guide }) => guide)
  const isReplaced = isAmong(page.guides)
  const isOwn = isAmong(own)
  const shipped = (await readGuides()).filter((guide) => !isOwn(guide))
  const others = [...own, ...shipped].filter((guide) => !isReplaced(guide))
  return {
    elsewhere: (craft) =>
      known(others.filter((guide) => guide.craft === craft).flatMap(({ criteria }) => criteria)),
    completed: (place) => known(own.filter(isAmong([place])).flatMap(({ criteria }) => criteria)),
  }
}

function isAmong(guides: readonly Place[]): (guide: Place) => boolean {
  const places = new Set(guides.map(({ craft, stage }) => `${craft}/${stage}`))
  return ({ craft, stage }) => places.has(`${craft}/${stage}`)
}

function known(criteria: readonly GuideCriterion[]): Known {
  return new Map(criteria.map((criterion) => [criterion.id, criterion]))
}
