/** Guides put together: what can only be checked or answered with all of them. */
import { STAGES, type Craft, type Stage } from '../process/vocabulary.ts'
import { quote, type GuideFault } from './fault.ts'
import type { Guide, GuideCriterion, Guides } from './guide.ts'
import type { LocatedGuide } from './parse.ts'
import { craftWord, stageWord } from './words.ts'

/** Guides in the order of the process, ready to be asked. Expects a generic one for every stage. */
export function toGuides(guides: readonly Guide[]): Guides {
  const at = (craft: Guide['craft'], stage: Stage): Guide | undefined =>
    guides.find((guide) => guide.craft === craft && guide.stage === stage)
  return {
    find(craft, stage) {
      const own = at(craft, stage)
      if (own !== undefined) return { guide: own, fallback: false }
      const generic = at('generic', stage)
      if (generic === undefined) throw new Error(`no generic guide for the stage ${stage}`)
      return { guide: generic, fallback: true }
    },
    proposedFraming: (craft) => proposedFraming(craft, at),
  }
}

function proposedFraming(
  craft: Craft,
  at: (craft: Craft, stage: Stage) => Guide | undefined,
): ReturnType<Guides['proposedFraming']> {
  const byId = new Map<string, GuideCriterion & { stages: Stage[] }>()
  for (const stage of STAGES) {
    for (const criterion of at(craft, stage)?.criteria ?? []) {
      const known = byId.get(criterion.id)
      if (known === undefined) byId.set(criterion.id, { ...criterion, stages: [stage] })
      else known.stages.push(stage)
    }
  }
  return [...byId.values()]
}

/**
 * Faults between files that are each sound on their own, of the later file when two do not go together.
 * `shipped` gives the place of a file that should be there.
 */
export function faultsBetween(
  read: readonly LocatedGuide[],
  shipped: (name: string) => string,
): GuideFault[] {
  return [
    ...doubleFaults(read),
    ...sharedCriterionFaults(read),
    ...lateCriterionFaults(read),
    ...missingGenericFaults(read, shipped),
  ]
}

function doubleFaults(read: readonly LocatedGuide[]): GuideFault[] {
  const first = new Map<string, string>()
  const faults: GuideFault[] = []
  for (const { file, line, guide } of read) {
    const place = `${craftWord(guide.craft)}, ${stageWord(guide.stage)}`
    const other = first.get(place)
    if (other === undefined) first.set(place, file)
    else {
      const message = `Le guide « ${place} » existe déjà dans ${other} : retire l'un des deux.`
      faults.push({ file, line, message })
    }
  }
  return faults
}

function sharedCriterionFaults(read: readonly LocatedGuide[]): GuideFault[] {
  const first = new Map<string, { criterion: GuideCriterion; file: string }>()
  const faults: GuideFault[] = []
  for (const { file, line, guide, criterionLines } of read) {
    for (const criterion of guide.criteria) {
      const key = `${guide.craft}/${criterion.id}`
      const known = first.get(key) ?? { criterion, file }
      first.set(key, known)
      if (isSame(known.criterion, criterion)) continue
      faults.push({
        file,
        line: criterionLines.get(criterion.id) ?? line,
        message: `Le critère ${quote(criterion.id)} n'a pas le même titre, la même famille, le même poids ou le même caractère obligatoire que dans ${known.file} : rends-les identiques.`,
      })
    }
  }
  return faults
}

/** Anchors may differ: the same criterion shows in other ways at another stage. */
function isSame(a: GuideCriterion, b: GuideCriterion): boolean {
  return (
    a.label === b.label &&
    a.family === b.family &&
    a.weight === b.weight &&
    a.mandatory === b.mandatory
  )
}

/** References give signs, never levels: what is decisive needs an earlier stage. */
function lateCriterionFaults(read: readonly LocatedGuide[]): GuideFault[] {
  const early = new Set(
    read
      .filter(({ guide }) => guide.stage !== 'references')
      .flatMap(({ guide }) => guide.criteria.map(({ id }) => `${guide.craft}/${id}`)),
  )
  return read.flatMap(({ file, line, guide, criterionLines }) =>
    guide.criteria
      .filter(({ mandatory, weight }) => mandatory || weight === 3)
      .filter(({ id }) => !early.has(`${guide.craft}/${id}`))
      .map(({ id }) => ({
        file,
        line: criterionLines.get(id) ?? line,
        message: `Le critère ${quote(id)} est obligatoire ou de poids 3 : fais-le vérifier aussi avant les références.`,
      })),
  )
}

function missingGenericFaults(
  read: readonly LocatedGuide[],
  shipped: (name: string) => string,
): GuideFault[] {
  const generic = read.filter(({ guide }) => guide.craft === 'generic')
  const missing = STAGES.filter((stage) => !generic.some(({ guide }) => guide.stage === stage))
  return missing.map((stage) => ({
    file: shipped(`generique-${stageWord(stage)}.md`),
    line: 1,
    message: `Il manque le guide générique de l'étape « ${stageWord(stage)} » : ajoute-le, il sert à tous les métiers sans guide.`,
  }))
}
