/** Criteria of the page as criteria of a guide file, with what a person completes kept. */
import type { GuideCriterion } from '../guide.ts'
import { freeIdentifier } from './identifiers.ts'
import type { FoundGuide, ImportedCriterion } from './imported.ts'
import { clean, cut, pieces } from './limits.ts'
import { USUAL_ANCHORS } from './names.ts'

export type FileCriterion = GuideCriterion

/** The criteria already known of each craft, by identifier. */
export type Known = ReadonlyMap<string, GuideCriterion>

export interface FileCriteria {
  readonly criteria: readonly FileCriterion[]
  /** Words that no line of a criterion can hold, and criteria that a guide may not carry. */
  readonly rest: readonly string[]
  /** The page gives none, and the format wants one. */
  readonly missing: boolean
}

const LABEL = 200
const FAMILY = 80
const ANCHOR = 300
/** What prequalification may carry: it is short. */
const PREQUALIFICATION_LIMIT = 4

/** For a craft whose page verifies nothing: brackets, as everything that somebody must replace. */
const TO_WRITE: ImportedCriterion = { label: '[Critère à écrire : ce que cet entretien vérifie]' }

/** Identifiers given so far to the criteria of each craft: the same words keep the same one. */
export type Registry = Map<string, string>

export function fileCriteria(
  found: FoundGuide,
  registry: Registry,
  elsewhere: Known,
  completed: Known,
): FileCriteria {
  if (found.craft === 'generic') {
    return { criteria: [], rest: found.criteria.map(({ label }) => also(label)), missing: false }
  }
  const missing = found.criteria.length === 0
  const all = missing ? [TO_WRITE] : found.criteria
  const most = found.stage === 'prequalification' ? PREQUALIFICATION_LIMIT : all.length
  const made = all
    .slice(0, most)
    .map((criterion) => fileCriterion(criterion, found.craft, registry, elsewhere, completed))
  return {
    criteria: made.map(({ criterion }) => criterion),
    rest: [...made.flatMap(({ rest }) => rest), ...all.slice(most).map(({ label }) => also(label))],
    missing,
  }
}

function also(label: string): string {
  return `À vérifier aussi : ${clean(label)}`
}

function fileCriterion(
  { label, family }: ImportedCriterion,
  craft: FoundGuide['craft'],
  registry: Registry,
  elsewhere: Known,
  completed: Known,
): { readonly criterion: FileCriterion; readonly rest: readonly string[] } {
  const { head, rest } = cut(clean(label), LABEL)
  const name = rest === '' ? head : head.replace(/\s*[:;,]$/, '')
  const kin = family === undefined ? undefined : cut(clean(family), FAMILY).head
  const id = idOf(`${craft}/${kin ?? ''}/${clean(label)}`, name, craft, registry, elsewhere)
  const done = completed.get(id)
  const [more, ...others] = pieces(rest, ANCHOR - USUAL_ANCHORS[2].length - 2)
  const anchors =
    more === undefined
      ? USUAL_ANCHORS
      : { ...USUAL_ANCHORS, 2: `${USUAL_ANCHORS[2].replace(/\.$/, '')}, avec : ${more}` }
  return {
    criterion: {
      id,
      label: name,
      ...(kin === undefined ? {} : { family: kin }),
      weight: done?.weight ?? 2,
      mandatory: done?.mandatory ?? false,
      anchors: done?.anchors ?? anchors,
    },
    rest: others,
  }
}

function idOf(
  key: string,
  label: string,
  craft: FoundGuide['craft'],
  registry: Registry,
  elsewhere: Known,
): string {
  const known = registry.get(key)
  if (known !== undefined) return known
  const taken = new Set(
    [...registry].filter(([one]) => one.startsWith(`${craft}/`)).map(([, id]) => id),
  )
  const id = freeIdentifier(label, (one) => taken.has(one) || elsewhere.has(one))
  registry.set(key, id)
  return id
}
