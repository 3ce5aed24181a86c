/** The two gentle guards on what is written (product.md section 9): said once, never blocking. */
import type { Message } from '../../chat/port.ts'
import { bold, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Interview } from '../../process/recruitment.ts'
import { RECRUITMENT_ARG, message } from '../desk.ts'
import type { Case } from '../topic.ts'
import { sensitiveWords } from './guards/sensitive.ts'
import type { SensitiveTopic } from './guards/sensitive.ts'
import { weakEvidence } from './guards/weak-evidence.ts'
import type { Scorecard } from './reading.ts'
import type { NamedSubject } from './subjects.ts'

export type Remark =
  | { readonly kind: 'copied' | 'adjectives-only'; readonly label: string }
  | { readonly kind: 'sensitive'; readonly topic: SensitiveTopic; readonly words: string }

/** What is worth a second look before filing. */
export function remarksOn(
  { evidence, verdict }: Scorecard,
  subjects: readonly NamedSubject[],
): readonly Remark[] {
  const labelOf = (id: string) => subjects.find((one) => one.id === id)?.label ?? '…'
  const free = [
    ...Object.values(evidence.criteria),
    ...Object.values(evidence.facts ?? {}),
    evidence.deciding,
    verdict.advice,
    verdict.warnings,
  ].filter((one) => one !== undefined)
  return [
    ...weakEvidence(evidence.criteria).map(({ criterion, reason }): Remark => ({
      kind: reason,
      label: labelOf(criterion),
    })),
    ...sensitiveWords(free.join('\n')).map((found): Remark => ({ kind: 'sensitive', ...found })),
  ]
}

/** The notes are a draft by now, so that nothing is lost and nothing is read in the meantime. */
export function remarksMessage(
  { id }: Case,
  interview: Interview,
  candidate: string,
  remarks: readonly Remark[],
): Message {
  const isSensitive = remarks.some(({ kind }) => kind === 'sensitive')
  const args = { [RECRUITMENT_ARG]: id, interview: interview.id }
  return message(
    text`Tes notes sur ${candidate} sont gardées, pas encore déposées : relis ceci, puis dépose-les.`,
    { kind: 'bullets', items: remarks.map(lineOf) },
    ...(isSensitive
      ? [
          {
            kind: 'text' as const,
            text: [
              'Ces sujets ne peuvent pas servir à choisir quelqu’un, et la personne peut demander à lire tes notes. Retire-les, sauf si c’est le sujet même du produit.',
            ],
          },
        ]
      : []),
    {
      kind: 'buttons',
      buttons: [
        { label: 'Corriger', action: 'correct-notes', args, style: 'primary' },
        {
          label: isSensitive ? 'C’est lié à la mission, garder' : 'Déposer telles quelles',
          action: 'file-draft',
          args,
        },
      ],
    },
  )
}

function lineOf(remark: Remark): Text {
  switch (remark.kind) {
    case 'copied':
      return text`${bold(remark.label)} : la même preuve sert à un autre critère. Qu’as-tu vu pour celui-ci ?`
    case 'adjectives-only':
      return text`${bold(remark.label)} : ce sont des qualificatifs. Quel fait, quelle citation les montre ?`
    case 'sensitive':
      return text`« ${remark.words} » touche ${TOPIC_NAMES[remark.topic]}.`
  }
}

const TOPIC_NAMES: Readonly<Record<SensitiveTopic, string>> = {
  family: 'à la famille',
  pregnancy: 'à la grossesse',
  health: 'à la santé',
  origin: 'à l’origine',
  religion: 'à la religion',
  opinions: 'aux opinions',
  union: 'au syndicat',
  age: 'à l’âge',
  address: 'au lieu de vie',
  sexuality: 'à la vie privée',
  appearance: 'à l’apparence',
  money: 'à la situation financière',
  justice: 'au passé judiciaire',
}
