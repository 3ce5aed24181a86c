/** The notes form: one form a meeting, the same fields for every scorer. */
import type { Field, Form, Values } from '../../chat/port.ts'
import { joinTexts, link, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Guide } from '../../guides/guide.ts'
import { notesOf } from '../../process/scorecard.ts'
import { FACTS } from '../../process/vocabulary.ts'
import type { Stage } from '../../process/vocabulary.ts'
import { LONG, SHORT, optionsOf } from '../fields.ts'
import type { NamedSubject } from './subjects.ts'
import {
  FACT_NAMES,
  LEVEL_OPTIONS,
  RECOMMENDATIONS,
  RECOMMENDATION_NAMES,
  RECOMMENDED,
  RECOMMENDED_NAMES,
  SIGN_OPTIONS,
} from './words.ts'

export interface NotesContext {
  readonly candidate: string
  readonly meeting: string
  /** Two when prequalification and interview are merged. */
  readonly stages: readonly Stage[]
  /** In the order of the script. */
  readonly subjects: readonly NamedSubject[]
  readonly guide: Guide
  /** What the form starts from: the notes filed before, or a draft. */
  readonly filled: Values
  /** Where those come from, said above the fields. */
  readonly origin?: string
  readonly amends: boolean
  /** The debrief of that meeting is open: what changes shows beside what was written. */
  readonly isOpen: boolean
  /** Where the same form has more room; absent there. */
  readonly page?: string
}

/** The box that keeps a draft. */
export const KEEPS = 'draft'

export function notesForm(args: Readonly<Record<string, string>>, context: NotesContext): Form {
  const { stages, subjects, guide, filled, amends, page } = context
  // A dialog sends nothing while a field that it needs is empty, drafts included: `readNotes` says what is
  // missing. A page lets gaps through, and would call optional what is not.
  const mayBeLeft: MayBeLeft = page === undefined ? {} : { optional: true }
  const gives = notesOf(stages).gives
  return {
    form: 'notes',
    title: amends ? 'Compléter mes notes' : 'Mes notes',
    intro: introduction(context),
    submit: 'Déposer',
    args,
    keeps: KEEPS,
    fields: [
      ...subjects.flatMap((subject, i) => subjectFields(i + 1, subject, gives, filled, mayBeLeft)),
      ...stageFields(stages, filled, mayBeLeft),
      ...questionField(guide, filled),
      {
        kind: 'boolean',
        name: KEEPS,
        label: 'Pas encore fini',
        help: 'Coche pour garder un brouillon, même incomplet, lisible par toi seulement. Rien n’est déposé.',
        optional: true,
      },
    ],
  }
}

/** Empty in a form that checks nothing before it is sent. */
type MayBeLeft = { readonly optional?: true }

function introduction(context: NotesContext): Text {
  const { candidate, meeting, subjects, origin, page } = context
  return joinTexts(
    [
      text`${meeting}, avec ${candidate}. ${readers(context)}`,
      ...(origin === undefined ? [] : [[origin]]),
      ...(page === undefined ? [] : [[NEEDED]]),
      ...(page === undefined
        ? []
        : [
            text`Besoin de place ? ${link(page, 'Écris sur une page')}, ton brouillon s’y garde tout seul.`,
          ]),
      // A page has a heading for each; a dialog has not.
      ...(page === undefined ? [] : subjects.map(({ label }, i) => text`${i + 1}. ${label}`)),
    ],
    '\n',
  )
}

function readers({ isOpen, amends }: NotesContext): string {
  if (!isOpen) return SHUT
  return amends ? AMENDED : OPEN
}

const SHUT = 'Personne ne lit tes notes avant l’ouverture du débrief.'
const OPEN = 'Le débrief est ouvert : tes notes s’y liront dès que tu les déposes.'
const AMENDED = 'Le débrief est ouvert : un changement s’y lira à côté de ce que tu avais écrit.'
const NEEDED = 'Pour déposer, réponds à chaque choix. Un brouillon peut rester incomplet.'

function subjectFields(
  n: number,
  { id, label }: NamedSubject,
  gives: 'levels' | 'signs',
  filled: Values,
  mayBeLeft: MayBeLeft,
): Field[] {
  const group = `${n}. ${label}`
  const judgement: Field =
    gives === 'levels'
      ? {
          kind: 'choice',
          name: `level-${id}`,
          label: `${n} · Niveau`,
          help: label,
          group,
          options: LEVEL_OPTIONS,
          ...mayBeLeft,
          ...valueIn(filled, `level-${id}`),
        }
      : {
          kind: 'choice',
          name: `sign-${id}`,
          label: `${n} · Ce que ça change`,
          help: label,
          group,
          options: SIGN_OPTIONS,
          ...mayBeLeft,
          ...valueIn(filled, `sign-${id}`),
        }
  return [
    judgement,
    {
      kind: 'long-text',
      name: `evidence-${id}`,
      label: `${n} · Preuves`,
      group,
      placeholder: 'Qu’as-tu vu ou entendu ? Un fait, une citation, une situation.',
      help: `À laisser vide seulement si tu choisis « ${gives === 'levels' ? 'non évalué' : 'pas abordé'} ».`,
      ...mayBeLeft,
      maxLength: LONG,
      ...valueIn(filled, `evidence-${id}`),
    },
  ]
}

function stageFields(stages: readonly Stage[], filled: Values, mayBeLeft: MayBeLeft): Field[] {
  const notes = notesOf(stages)
  return [
    ...(notes.facts
      ? FACTS.map((fact): Field => ({
          kind: 'text',
          name: `fact-${fact}`,
          label: FACT_NAMES[fact],
          optional: true,
          maxLength: SHORT,
          ...valueIn(filled, `fact-${fact}`),
        }))
      : []),
    ...(notes.deciding
      ? [
          long(filled, {
            name: 'deciding',
            label: 'Ce qui décidera',
            placeholder: 'Ce qui comptera pour la personne au moment de choisir.',
          }),
        ]
      : []),
    ...(notes.recommendation
      ? [
          {
            kind: 'choice' as const,
            name: 'recommendation',
            label: 'Ta recommandation',
            options: optionsOf(RECOMMENDATIONS, RECOMMENDATION_NAMES),
            ...mayBeLeft,
            ...valueIn(filled, 'recommendation'),
          },
        ]
      : []),
    ...(notes.advice
      ? [
          long(filled, {
            name: 'advice',
            label: 'Ton avis, consultatif',
            placeholder: 'Ni oui ni non : ce que tu en retiens.',
          }),
          long(filled, {
            name: 'warnings',
            label: 'Signaux d’alerte',
            placeholder: 'Ce qui pourrait coincer dans l’équipe.',
          }),
        ]
      : []),
    ...(notes.gives === 'signs'
      ? [
          {
            kind: 'choice' as const,
            name: 'recommended',
            label: 'Recommande-t-on ?',
            help: 'Le contact de référence recommanderait-il la personne pour une mission comme la vôtre ?',
            options: optionsOf(RECOMMENDED, RECOMMENDED_NAMES),
            value: 'unsaid',
            ...valueIn(filled, 'recommended'),
          },
        ]
      : []),
  ]
}

function long(
  filled: Values,
  field: { readonly name: string; readonly label: string; readonly placeholder: string },
): Field {
  return {
    kind: 'long-text',
    ...field,
    optional: true,
    maxLength: LONG,
    ...valueIn(filled, field.name),
  }
}

function questionField(guide: Guide, filled: Values): Field[] {
  const questions = guide.script.flatMap((section) => section.questions)
  if (questions.length === 0) return []
  const asked = filled['questions']
  return [
    {
      kind: 'several',
      name: 'questions',
      label: 'Questions posées',
      help: 'Pour que le prochain entretien ne les repose pas.',
      optional: true,
      options: questions.map(({ id, title }) => ({ value: id, label: title })),
      values: Array.isArray(asked) ? asked : [],
    },
  ]
}

function valueIn(filled: Values, name: string): { readonly value?: string } {
  const value = filled[name]
  return typeof value === 'string' && value !== '' ? { value } : {}
}
