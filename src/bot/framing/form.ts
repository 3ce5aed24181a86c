import type { Field, Form, Values } from '../../chat/port.ts'
import type { Criterion } from '../../process/recruitment.ts'
import { STAGES } from '../../process/vocabulary.ts'
import type { Stage, Weight } from '../../process/vocabulary.ts'
import { LONG, oneOf, optionsOf, severalOf, ticked, typed } from '../fields.ts'
import { STAGE_NAMES } from '../french/words.ts'

const WEIGHTS = ['3', '2', '1'] as const
const WEIGHT_NAMES = { '3': '3, déterminant', '2': '2, important', '1': '1, un plus' } as const

/** Longest criterion: a sentence, not a paragraph. */
const SENTENCE = 300

const REASON: Field = {
  kind: 'text',
  name: 'reason',
  label: 'Raison du changement',
  help: 'Le cadrage est clos : la raison sera montrée dans les débriefs.',
  maxLength: SENTENCE,
}

/** One criterion, new or as it stands; a closed framing asks for the reason of the change. */
export function criterionForm(
  args: Readonly<Record<string, string>>,
  frozen: boolean,
  current?: { readonly label: string; readonly criterion: Criterion },
): Form {
  return {
    form: 'criterion',
    title: current ? 'Changer un critère' : 'Nouveau critère',
    submit: 'Enregistrer',
    args,
    fields: [
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
        options: optionsOf(WEIGHTS, WEIGHT_NAMES),
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
        options: optionsOf(STAGES, STAGE_NAMES),
        values: current?.criterion.stages ?? [],
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
      ...(frozen ? [REASON] : []),
    ],
  }
}

export interface TypedCriterion {
  readonly label: string
  readonly weight: Weight
  readonly mandatory: boolean
  readonly stages: readonly Stage[]
  readonly remove: boolean
  readonly reason?: string
}

export function readCriterion(
  values: Values,
): TypedCriterion | { readonly fields: Readonly<Record<string, string>> } {
  const label = typed(values, 'label')
  const stages = severalOf(values, 'stages', STAGES)
  const reason = typed(values, 'reason')
  const remove = ticked(values, 'remove')
  if (!label) return { fields: { label: 'Écris le critère en une phrase.' } }
  if (label.length > SENTENCE) {
    return { fields: { label: `Raccourcis le critère : ${SENTENCE} caractères au plus.` } }
  }
  if (stages.length === 0 && !remove) {
    return { fields: { stages: 'Choisis au moins une étape pour le vérifier.' } }
  }
  const weight = oneOf(values, 'weight', WEIGHTS) ?? '2'
  return {
    label,
    weight: weight === '3' ? 3 : weight === '2' ? 2 : 1,
    mandatory: ticked(values, 'mandatory'),
    stages,
    remove,
    ...(reason !== undefined && { reason }),
  }
}

export function caseForm(
  args: Readonly<Record<string, string>>,
  frozen: boolean,
  current: string | undefined,
): Form {
  return {
    form: 'case',
    title: 'Le cas à traiter',
    intro: [
      'Le même pour toutes les candidatures. Il s’affiche dans la fiche de la mise en situation.',
    ],
    submit: 'Enregistrer',
    args,
    fields: [
      {
        kind: 'long-text',
        name: 'case',
        label: 'Le cas',
        placeholder: 'Le contexte, la consigne, puis deux ou trois questions à creuser.',
        maxLength: LONG,
        ...(current !== undefined && { value: current }),
      },
      ...(frozen ? [REASON] : []),
    ],
  }
}
