/** The forms in which an owner decides. */
import type { Field, Form } from '../../chat/port.ts'
import type { Text } from '../../chat/text.ts'
import { stagesHeld } from '../../process/progress.ts'
import type { Recruitment } from '../../process/recruitment.ts'
import { precedes } from '../../process/vocabulary.ts'
import type { Stage } from '../../process/vocabulary.ts'
import { LONG, optionsOf } from '../fields.ts'
import { STAGE_NAMES } from '../french/words.ts'

export type Choice = 'advance' | 'another' | 'stop' | 'choose'

const reason = (help: string): Field => ({
  kind: 'long-text',
  name: 'reason',
  label: 'Pourquoi',
  help,
  optional: true,
  maxLength: LONG,
})

export interface Deciding {
  readonly candidate: string
  readonly state: Recruitment
  readonly reached: Stage
  readonly next: Stage | undefined
  readonly args: Readonly<Record<string, string>>
  /** What the owner should know before. */
  readonly warnings: readonly string[]
}

export function decisionForm(choice: Choice, deciding: Deciding): Form {
  return FORMS[choice](deciding)
}

const FORMS: Readonly<Record<Choice, (deciding: Deciding) => Form>> = {
  advance: ({ candidate, state, reached, next, args, warnings }) => {
    const ahead = stagesHeld(state).filter((stage) => precedes(reached, stage))
    return {
      form: 'decide-advance',
      title: 'Poursuivre',
      intro: introduction(`${candidate} passe à l’étape suivante.`, warnings),
      submit: 'Poursuivre',
      args,
      fields: [
        stageField(ahead, next),
        reason(
          'Montré dans le fil du débrief. Nécessaire pour une quatrième personne au cadre de collaboration.',
        ),
      ],
    }
  },
  another: ({ candidate, state, reached, args, warnings }) => ({
    form: 'decide-another',
    title: 'Un entretien de plus',
    intro: introduction(
      `${candidate} reste à la même étape, le temps de lever un doute.`,
      warnings,
    ),
    submit: 'Demander',
    args,
    fields: [
      stageField(
        stagesHeld(state).filter((stage) => !precedes(reached, stage)),
        reached,
      ),
      reason('Ce qu’il reste à vérifier. Montré dans le fil du débrief.'),
    ],
  }),
  stop: ({ candidate, args, warnings }) => ({
    form: 'decide-stop',
    title: 'Arrêter',
    intro: introduction(
      `La candidature de ${candidate} s’arrête, ses entretiens à venir sont annulés. Tu pourras la reprendre.`,
      warnings,
    ),
    submit: 'Arrêter',
    args,
    fields: [
      reason('Pour l’équipe, dans le fil du débrief. La personne recevra ta réponse à part.'),
    ],
  }),
  choose: ({ candidate, args, warnings }) => ({
    form: 'decide-choose',
    title: 'Retenir',
    intro: introduction(`Tu retiens ${candidate}.`, warnings),
    submit: 'Retenir',
    args,
    fields: [reason('Montré dans le fil du débrief.')],
  }),
}

function stageField(stages: readonly Stage[], value: Stage | undefined): Field {
  return {
    kind: 'choice',
    name: 'stage',
    label: 'Étape',
    options: optionsOf(stages, STAGE_NAMES),
    ...(value !== undefined && stages.includes(value) && { value }),
  }
}

function introduction(what: string, warnings: readonly string[]): Text {
  return [[what, ...warnings].join('\n')]
}
