import type { Field, Form, Values } from '../../chat/port.ts'
import type { Criterion, Recruitment } from '../../process/recruitment.ts'
import type { Stage, Weight } from '../../process/vocabulary.ts'
import type { FieldsOfRefusals } from '../desk.ts'
import { LONG, SENTENCE, oneOf, ticked, typed } from '../fields.ts'
import { stageOptions, stagesShown, stagesTicked } from '../french/stages.ts'
import { showing } from '../versions.ts'
import { WEIGHT_NAMES } from './words.ts'

type Args = Readonly<Record<string, string>>

const WEIGHTS = [3, 2, 1] as const

const REASON: Field = {
  kind: 'text',
  name: 'reason',
  label: 'Raison du changement',
  help: 'Le cadrage est clos : la raison sera montrée dans les débriefs.',
  maxLength: SENTENCE,
}
const FROZEN_ARG = 'frozen'

/** A closed framing asks for the reason of the change. */
function asking(fields: readonly Field[], args: Args, { framing }: Recruitment) {
  return framing.closedAt
    ? { fields: [...fields, REASON], args: { ...args, [FROZEN_ARG]: 'yes' } }
    : { fields, args }
}

/** Where refusals of both forms are shown; a field that the form does not have shows nothing. */
export function fieldsOfRefusals(args: Args, removing: boolean): FieldsOfRefusals {
  const stages = removing ? 'remove' : 'stages'
  const mandatory = removing ? 'remove' : 'mandatory'
  return {
    ...(args[FROZEN_ARG] !== undefined && { 'reason-needed': 'reason' }),
    ...(removing && { 'framing-without-criteria': 'remove' }),
    // Lifting what is mandatory is a decision.
    'owner-only': mandatory,
    'criterion-without-stage': stages,
    'criterion-verified-too-late': stages,
    'too-many-at-prequalification': stages,
  }
}

/** One criterion, new or as it stands. */
export function criterionForm(
  state: Recruitment,
  args: Args,
  current?: { readonly label: string; readonly criterion: Criterion },
): Form {
  const fields: readonly Field[] = [
    {
      kind: 'text',
      name: 'label',
      label: 'Critère',
      help: 'Une phrase sur la personne : « … est capable de », « … maîtrise », « … fait preuve de ».',
      maxLength: SENTENCE,
      ...(current && { value: current.label }),
    },
    {
      kind: 'choice',
      name: 'weight',
      label: 'Poids',
      help: 'Ce qu’il compte dans la comparaison.',
      options: WEIGHTS.map((weight) => ({ value: String(weight), label: WEIGHT_NAMES[weight] })),
      value: String(current?.criterion.weight ?? 2),
    },
    {
      kind: 'boolean',
      name: 'mandatory',
      label: 'Obligatoire',
      help: 'S’il n’est pas validé, la personne ne peut pas être retenue.',
      optional: true,
      value: current?.criterion.mandatory ?? false,
    },
    {
      kind: 'several',
      name: 'stages',
      label: 'Vérifié pendant',
      options: stageOptions(state),
      values: stagesShown(state, current?.criterion.stages ?? []),
    },
    ...(current
      ? [
          {
            kind: 'boolean' as const,
            name: 'remove',
            label: 'Retirer ce critère',
            optional: true,
          },
        ]
      : []),
  ]
  return {
    form: 'criterion',
    title: current ? 'Changer un critère' : 'Nouveau critère',
    submit: 'Enregistrer',
    ...asking(fields, current ? showing(args, current.criterion) : args, state),
  }
}

export interface TypedCriterion {
  readonly label: string
  readonly weight: Weight
  readonly mandatory: boolean
  readonly stages: readonly Stage[]
  readonly reason?: string
}

/** What was typed about a criterion, or what is wrong, field by field. `before`: its stages until now. */
export function readCriterion(
  values: Values,
  state: Recruitment,
  before: readonly Stage[] | undefined,
): TypedCriterion | { readonly fields: Readonly<Record<string, string>> } {
  const label = typed(values, 'label')
  const reason = readReason(values)
  // One half of a merged meeting is enough, and leaves prequalification short if they part again.
  const half: readonly Stage[] = state.settings.merged ? ['interview'] : []
  const stages = stagesTicked(state, values, 'stages', before ?? half)
  const fields = {
    ...(!label && { label: 'Écris le critère en une phrase.' }),
    ...(label &&
      label.length > SENTENCE && {
        label: `Raccourcis le critère : ${SENTENCE} caractères au plus.`,
      }),
    ...(stages.length === 0 && { stages: 'Choisis au moins une étape pour le vérifier.' }),
    ...('fields' in reason && reason.fields),
  }
  if (!label || 'fields' in reason || Object.keys(fields).length > 0) return { fields }
  const weight =
    WEIGHTS.find((one) => String(one) === oneOf(values, 'weight', ['3', '2', '1'])) ?? 2
  return { label, weight, mandatory: ticked(values, 'mandatory'), stages, ...reason }
}

/** The reason, when there is one, if it is short enough. */
export function readReason(
  values: Values,
): { readonly reason?: string } | { readonly fields: { readonly reason: string } } {
  const reason = typed(values, 'reason')
  if (reason === undefined) return {}
  return reason.length > SENTENCE
    ? { fields: { reason: `Raccourcis la raison : ${SENTENCE} caractères au plus.` } }
    : { reason }
}

export function caseForm(state: Recruitment, args: Args, current: string | undefined): Form {
  const fields: readonly Field[] = [
    {
      kind: 'long-text',
      name: 'case',
      label: 'Le cas',
      placeholder: 'Le contexte, la consigne, puis deux ou trois questions à creuser.',
      maxLength: LONG,
      ...(current !== undefined && { value: current }),
    },
  ]
  return {
    form: 'case',
    title: 'Le cas à traiter',
    intro: [
      'Le même pour toutes les candidatures. Il s’affiche dans la fiche de la mise en situation.',
    ],
    submit: 'Enregistrer',
    ...asking(fields, showing(args, state.framing.case), state),
  }
}
