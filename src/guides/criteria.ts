/** The part « ## Critères » of a guide. */
import { z } from 'zod'
import { quote, type Report } from './fault.ts'
import { check, headingText, readFields, sentence } from './fields.ts'
import type { GuideCriterion } from './guide.ts'
import type { Heading } from './outline.ts'

export interface ReadCriteria {
  readonly criteria: readonly GuideCriterion[]
  /** The line of every id that was written, even when the rest of its criterion is faulty. */
  readonly lines: ReadonlyMap<string, number>
  /** How many were written, sound or not. */
  readonly count: number
  /** Whether each has an identifier, so that questions can be checked against them. */
  readonly allNamed: boolean
}

export const NO_CRITERIA: ReadCriteria = {
  criteria: [],
  lines: new Map(),
  count: 0,
  allNamed: true,
}

const ID = 'Identifiant'
const FAMILY = 'Famille'
const WEIGHT = 'Poids'
const MANDATORY = 'Obligatoire'
const LEVELS = ['3', '2', '1', '0'] as const
const SHAPES = [ID, FAMILY, WEIGHT, MANDATORY, ...LEVELS].map((name) => ({ name }))

const ID_FORM = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** An identifier as people must write it. */
export const identifier = sentence(
  ID,
  'écris un mot court en minuscules, sans accent ni espace',
  40,
).regex(ID_FORM, `L'identifiant s'écrit en minuscules sans accent, avec des tirets entre les mots.`)

const anchor = (level: string) => sentence(level, `décris ce qu'on voit au niveau ${level}`)

const criterionSchema = z.object({
  label: headingText(200),
  [ID]: identifier,
  [FAMILY]: sentence(FAMILY, 'nomme-la en quelques mots ou retire la ligne', 80).optional(),
  [WEIGHT]: z
    .enum(['1', '2', '3'], `Il manque un poids lisible : écris « - ${WEIGHT} : » puis 1, 2 ou 3.`)
    .transform((weight) => (weight === '1' ? 1 : weight === '2' ? 2 : 3)),
  [MANDATORY]: z
    .enum(['oui', 'non'], `Écris « - ${MANDATORY} : oui » ou « - ${MANDATORY} : non ».`)
    .transform((answer) => answer === 'oui'),
  '3': anchor('3'),
  '2': anchor('2'),
  '1': anchor('1'),
  '0': anchor('0'),
})

export function readCriteria(part: Heading, report: Report): ReadCriteria {
  const criteria: GuideCriterion[] = []
  const lines = new Map<string, number>()
  const headings = part.children.filter(({ depth }) => depth === part.depth + 1)
  for (const heading of headings) {
    const { id, criterion } = readCriterion(heading, report)
    if (lines.has(id)) {
      report(
        heading.line,
        `L'identifiant ${quote(id)} sert déjà à un autre critère : choisis-en un autre.`,
      )
    } else if (ID_FORM.test(id)) {
      lines.set(id, heading.line)
    }
    if (criterion !== undefined) criteria.push(criterion)
  }
  for (const item of part.items) {
    report(item.line, 'Cette liste est hors de tout critère : mets-la sous un titre « ### ».')
  }
  return { criteria, lines, count: headings.length, allNamed: lines.size === headings.length }
}

function readCriterion(heading: Heading, report: Report) {
  const fields = readFields(heading, SHAPES, report)
  for (const { line } of heading.children) {
    report(line, 'Un critère ne contient pas de titre : écris ses lignes « - Nom : valeur ».')
  }
  const value = (name: string): string | undefined => fields.get(name)?.values.join(' ')
  const written = Object.fromEntries(SHAPES.map(({ name }) => [name, value(name)]))
  const read = check(
    criterionSchema,
    { ...written, label: heading.title, [MANDATORY]: value(MANDATORY)?.toLowerCase() },
    (name) => fields.get(name)?.line ?? heading.line,
    report,
  )
  return { id: value(ID) ?? '', criterion: read && toCriterion(read) }
}

function toCriterion(read: z.output<typeof criterionSchema>): GuideCriterion {
  const anchors = { 0: read['0'], 1: read['1'], 2: read['2'], 3: read['3'] }
  const { label, [ID]: id, [FAMILY]: family, [WEIGHT]: weight, [MANDATORY]: mandatory } = read
  return { id, label, ...(family === undefined ? {} : { family }), weight, mandatory, anchors }
}
