/** The notes form: one form a stage, the same fields for every scorer. */
import type { Field, Form, Option, Values } from '../../chat/port.ts'
import { joinTexts, text } from '../../chat/text.ts'
import type { Guide } from '../../guides/guide.ts'
import type { Criterion } from '../../process/recruitment.ts'
import { notesOf } from '../../process/scorecard.ts'
import type { Evidence, Recommendation, Sign, Verdict } from '../../process/scorecard.ts'
import type { Level, Stage } from '../../process/vocabulary.ts'
import { LONG, oneOf, optionsOf, severalOf, ticked, typed } from '../fields.ts'

const NOT_ASSESSED = 'none'
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  3: 'démontré, preuves fortes',
  2: 'validé',
  1: 'partiel',
  0: 'non validé',
}
const LEVELS: readonly Level[] = [3, 2, 1, 0]
const LEVEL_OPTIONS: readonly Option[] = [
  ...LEVELS.map((level) => ({ value: String(level), label: `${level} · ${LEVEL_NAMES[level]}` })),
  { value: NOT_ASSESSED, label: 'non évalué' },
]

const SIGNS = ['confirms', 'qualifies', 'contradicts'] as const
export const SIGN_NAMES: Readonly<Record<Sign, string>> = {
  confirms: 'confirme',
  qualifies: 'nuance',
  contradicts: 'contredit',
}
const SIGN_OPTIONS: readonly Option[] = [
  ...optionsOf(SIGNS, SIGN_NAMES),
  { value: NOT_ASSESSED, label: 'pas abordé' },
]

const RECOMMENDATIONS = ['continue', 'stop', 'discuss'] as const
export const RECOMMENDATION_NAMES: Readonly<Record<Recommendation, string>> = {
  continue: 'poursuivre',
  stop: 'arrêter',
  discuss: 'à discuter',
}

export interface NotesContext {
  readonly stage: Stage
  readonly candidate: string
  readonly criteria: readonly { readonly criterion: Criterion; readonly label: string }[]
  readonly guide: Guide
  /** What the same person filed before, to amend. */
  readonly before?: { readonly evidence: Evidence; readonly verdict: Verdict }
}

export function notesForm(args: Readonly<Record<string, string>>, context: NotesContext): Form {
  const { stage, candidate, criteria, guide, before } = context
  return {
    form: 'notes',
    title: before ? 'Compléter mes notes' : 'Mes notes',
    intro: joinTexts(
      [
        text`${guide.title}, avec ${candidate}. Personne ne lit tes notes avant l’ouverture du débrief.`,
        ...criteria.map(({ label }, i) => text`${i + 1}. ${label}`),
      ],
      '\n',
    ),
    submit: 'Déposer',
    args,
    fields: [
      ...criteria.flatMap(({ criterion, label }, i) =>
        criterionFields(i + 1, criterion, label, context),
      ),
      ...stageFields(stage, before),
      ...questionField(guide, before?.evidence),
    ],
  }
}

function criterionFields(
  n: number,
  { id }: Criterion,
  label: string,
  { stage, before }: NotesContext,
): Field[] {
  const evidence = before?.evidence.criteria[id]
  const judgement: Field =
    notesOf(stage).gives === 'levels'
      ? {
          kind: 'choice',
          name: `level-${id}`,
          label: `${n} · Niveau`,
          help: label,
          options: LEVEL_OPTIONS,
          ...(before && { value: String(before.verdict.levels[id] ?? NOT_ASSESSED) }),
        }
      : {
          kind: 'choice',
          name: `sign-${id}`,
          label: `${n} · Ce que ça change`,
          help: label,
          options: SIGN_OPTIONS,
          ...(before && { value: before.verdict.signs[id] ?? NOT_ASSESSED }),
        }
  return [
    judgement,
    {
      kind: 'long-text',
      name: `evidence-${id}`,
      label: `${n} · Preuves`,
      placeholder: 'Qu’as-tu vu ou entendu ? Un fait, une citation, une situation.',
      help: 'Nécessaire dès que tu donnes un niveau.',
      optional: true,
      maxLength: LONG,
      ...(evidence !== undefined && { value: evidence }),
    },
  ]
}

function stageFields(stage: Stage, before: NotesContext['before']): Field[] {
  const notes = notesOf(stage)
  const { evidence, verdict } = before ?? {}
  return [
    ...(notes.facts
      ? [
          long(
            'facts',
            'Côté pratique',
            'Disponibilité, rythme, télétravail, accord pour les références, autres pistes, prix.',
            evidence?.facts,
          ),
        ]
      : []),
    ...(notes.deciding
      ? [
          long(
            'deciding',
            'Ce qui décidera',
            'Ce qui comptera pour la personne au moment de choisir.',
            evidence?.deciding,
          ),
        ]
      : []),
    ...(notes.recommendation
      ? [
          {
            kind: 'choice' as const,
            name: 'recommendation',
            label: 'Ta recommandation',
            options: optionsOf(RECOMMENDATIONS, RECOMMENDATION_NAMES),
            ...(verdict?.recommendation && { value: verdict.recommendation }),
          },
        ]
      : []),
    ...(notes.advice
      ? [
          long(
            'advice',
            'Ton avis, consultatif',
            'Ni oui ni non : ce que tu en retiens.',
            verdict?.advice,
          ),
          long(
            'warnings',
            'Signaux d’alerte',
            'Ce qui pourrait coincer dans l’équipe.',
            verdict?.warnings,
          ),
        ]
      : []),
    ...(notes.gives === 'signs'
      ? [
          {
            kind: 'boolean' as const,
            name: 'recommended',
            label: 'Recommande la personne',
            help: 'Le contact de référence la recommanderait pour une mission comme la vôtre.',
            optional: true,
            value: verdict?.recommended ?? false,
          },
        ]
      : []),
  ]
}

function long(name: string, label: string, placeholder: string, value?: string): Field {
  return {
    kind: 'long-text',
    name,
    label,
    placeholder,
    optional: true,
    maxLength: LONG,
    ...(value !== undefined && { value }),
  }
}

function questionField(guide: Guide, evidence: Evidence | undefined): Field[] {
  const questions = guide.script.flatMap((section) => section.questions)
  if (questions.length === 0) return []
  return [
    {
      kind: 'several',
      name: 'questions',
      label: 'Questions posées',
      help: 'Pour que le prochain entretien ne les repose pas.',
      optional: true,
      options: questions.map(({ id, title }) => ({ value: id, label: title })),
      values: evidence?.questions ?? [],
    },
  ]
}

/** What was filed, or the fields still to be filled in. Nothing of it is judged here. */
export function readNotes(
  values: Values,
  { stage, criteria, guide }: Pick<NotesContext, 'stage' | 'criteria' | 'guide'>,
):
  | { readonly evidence: Evidence; readonly verdict: Verdict }
  | { readonly fields: Record<string, string> } {
  const ids = criteria.map(({ criterion }) => criterion.id)
  const fields: Record<string, string> = {}
  const levels: Record<string, Level | null> = {}
  const signs: Record<string, Sign | null> = {}
  const proofs: Record<string, string> = {}
  const gives = notesOf(stage).gives
  for (const id of ids) {
    const proof = typed(values, `evidence-${id}`)
    if (proof !== undefined) proofs[id] = proof
    const name = gives === 'levels' ? `level-${id}` : `sign-${id}`
    const chosen = values[name]
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
        'Écris ce que tu as vu ou entendu, ou choisis « non évalué » : un niveau seul ne dit rien aux autres.'
    }
  }
  if (Object.keys(fields).length > 0) return { fields }
  const facts = typed(values, 'facts')
  const deciding = typed(values, 'deciding')
  const recommendation = oneOf(values, 'recommendation', RECOMMENDATIONS)
  const advice = typed(values, 'advice')
  const warnings = typed(values, 'warnings')
  const questions = guide.script.flatMap((section) => section.questions).map(({ id }) => id)
  return {
    evidence: {
      criteria: proofs,
      questions: severalOf(values, 'questions', questions),
      ...(facts !== undefined && { facts }),
      ...(deciding !== undefined && { deciding }),
    },
    verdict: {
      levels,
      signs,
      ...(recommendation && { recommendation }),
      ...(advice !== undefined && { advice }),
      ...(warnings !== undefined && { warnings }),
      ...(gives === 'signs' && { recommended: ticked(values, 'recommended') }),
    },
  }
}
