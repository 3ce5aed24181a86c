/** Criteria, as they come under the titles of a page. */
import { draftsAt } from './drafts.ts'
import type { ImportedCriterion } from './imported.ts'
import type { Place } from './places.ts'
import type { Reading } from './reading.ts'

/** Adds a criterion of the family being read, unless the guide has it already. */
export function addCriterion(label: string, place: Place, reading: Reading): void {
  const { family } = reading
  if (family !== undefined) family.used = true
  for (const draft of draftsAt(place, reading.drafts)) {
    draft.origins.push(place)
    const criterion = { label, ...(family === undefined ? {} : { family: family.name }) }
    if (!draft.criteria.some((other) => isSame(other, criterion))) draft.criteria.push(criterion)
  }
}

function isSame(a: ImportedCriterion, b: ImportedCriterion): boolean {
  return a.label === b.label && a.family === b.family
}
