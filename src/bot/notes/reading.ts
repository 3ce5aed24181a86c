/** From what a notes form brought back to a scorecard, and back again. */
import type { Values } from '../../chat/port.ts'
import { notesOf } from '../../process/scorecard.ts'
import type { Evidence, Sign, Verdict } from '../../process/scorecard.ts'
import { FACTS } from '../../process/vocabulary.ts'
import type { Level } from '../../process/vocabulary.ts'
import { oneOf, severalOf, typed } from '../fields.ts'
import type { NotesContext } from './form.ts'
import { LEVELS, NOT_ASSESSED, RECOMMENDATIONS, RECOMMENDED, SIGNS } from './words.ts'

export interface Scorecard {
  readonly evidence: Evidence
  readonly verdict: Verdict
}

/** What was filed, or the fields still to be filled in. Nothing of it is judged here. */
export function readNotes(
  values: Values,
  { stages, subjects, guide }: Pick<NotesContext, 'stages' | 'subjects' | 'guide'>,
): Scorecard | { readonly fields: Record<string, string> } {
  const { gives, recommendation } = notesOf(stages)
  const fields: Record<string, string> = {}
  const levels: Record<string, Level | null> = {}
  const signs: Record<string, Sign | null> = {}
  const proofs: Record<string, string> = {}
  for (const { id } of subjects) {
    const proof = typed(values, `evidence-${id}`)
    if (proof !== undefined) proofs[id] = proof
    const name = gives === 'levels' ? `level-${id}` : `sign-${id}`
    const chosen = typed(values, name)
    if (chosen === undefined) {
      fields[name] =
        gives === 'levels'
          ? 'Choisis un niveau, ou « non évalué ».'
          : 'Choisis une réponse, ou « pas abordé ».'
      continue
    }
    if (gives === 'levels') levels[id] = LEVELS.find((level) => String(level) === chosen) ?? null
    else signs[id] = oneOf(values, name, SIGNS) ?? null
    if (chosen !== NOT_ASSESSED && proof === undefined) {
      fields[`evidence-${id}`] =
        gives === 'levels'
          ? 'Écris ce que tu as vu ou entendu, ou choisis « non évalué » : un niveau seul ne dit rien aux autres.'
          : 'Écris ce que la personne a dit, ou choisis « pas abordé ».'
    }
  }
  if (recommendation && oneOf(values, 'recommendation', RECOMMENDATIONS) === undefined) {
    fields['recommendation'] = 'Choisis ce que tu recommandes : « à discuter » si tu hésites.'
  }
  if (Object.keys(fields).length > 0) return { fields }
  const questions = guide.script.flatMap((section) => section.questions).map(({ id }) => id)
  const deciding = typed(values, 'deciding')
  const facts = factsIn(values)
  return {
    evidence: {
      criteria: proofs,
      questions: severalOf(values, 'questions', questions),
      ...(facts && { facts }),
      ...(deciding !== undefined && { deciding }),
    },
    verdict: { levels, signs, ...opinionIn(values) },
  }
}

function factsIn(values: Values): Evidence['facts'] {
  const said = FACTS.flatMap((fact) => {
    const value = typed(values, `fact-${fact}`)
    return value === undefined ? [] : [[fact, value] as const]
  })
  return said.length === 0 ? undefined : Object.fromEntries(said)
}

function opinionIn(values: Values): Omit<Verdict, 'levels' | 'signs'> {
  const recommendation = oneOf(values, 'recommendation', RECOMMENDATIONS)
  const recommended = oneOf(values, 'recommended', RECOMMENDED)
  const advice = typed(values, 'advice')
  const warnings = typed(values, 'warnings')
  return {
    ...(recommendation && { recommendation }),
    ...(advice !== undefined && { advice }),
    ...(warnings !== undefined && { warnings }),
    ...(recommended && recommended !== 'unsaid' && { recommended: recommended === 'yes' }),
  }
}

/** The form as it was when those notes were filed, to amend them. */
export function valuesOf({ evidence, verdict }: Scorecard): Values {
  const { recommendation, advice, warnings, recommended } = verdict
  return {
    ...prefixed('evidence', evidence.criteria),
    ...prefixed('fact', evidence.facts ?? {}),
    ...prefixed('level', judged(verdict.levels)),
    ...prefixed('sign', judged(verdict.signs)),
    questions: evidence.questions,
    ...(evidence.deciding !== undefined && { deciding: evidence.deciding }),
    ...(recommendation && { recommendation }),
    ...(advice !== undefined && { advice }),
    ...(warnings !== undefined && { warnings }),
    ...(recommended !== undefined && { recommended: recommended ? 'yes' : 'no' }),
  }
}

function judged(given: Readonly<Record<string, Level | Sign | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([id, value]) => [id, String(value ?? NOT_ASSESSED)]),
  )
}

function prefixed(prefix: string, values: Readonly<Record<string, string>>): Values {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [`${prefix}-${id}`, value]))
}
