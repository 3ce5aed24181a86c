/** What to type when the words do not say which guide. */
import type { Answer, Block } from '../../chat/port.ts'
import { code, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import { STAGES, type Craft, type Stage } from '../../process/vocabulary.ts'
import { say } from '../desk.ts'
import { CRAFT_NAMES, STAGE_NAMES } from '../french/words.ts'
import type { Asked } from './asked.ts'
import { CRAFT_TYPED, STAGE_TYPED } from './words.ts'

/** What tells apart crafts that people call by the same name. */
const SUITS: Readonly<Partial<Record<Craft, string>>> = {
  'deployment-junior': 'quand le déploiement est déjà organisé',
  'deployment-senior':
    'pour trouver les premières personnes qui adoptent le produit et installer l’usage',
}

/** Several crafts, or none of the five stages: one line to copy for each. */
export function askWhich(asked: Asked): Answer {
  const { crafts, stages } = asked
  const [stage] = stages
  if (crafts.length > 1) return askCraft(crafts, stages.length === 1 ? stage : undefined)
  return say(
    headline(asked),
    {
      kind: 'bullets',
      items: (stages.length > 0 ? stages : STAGES).map((one) => line(crafts[0], one)),
    },
    ...(crafts.length === 0 ? [anotherCraft('entretien')] : []),
  )
}

function headline(asked: Asked): Text {
  if (asked.stages.length > 0) return ['Laquelle de ces étapes ? Copie une ligne.']
  if (asked.unknown === undefined) {
    const [craft] = asked.crafts
    return craft === undefined
      ? ['Quelle étape ? Copie une ligne.']
      : text`${CRAFT_NAMES[craft]} : quelle étape ? Copie une ligne.`
  }
  return asked.meant === undefined ? text`${notKnown(asked)} Copie une ligne.` : notKnown(asked)
}

/** Longest word repeated back in full. */
const LONGEST = 40

/** Nothing when every word was understood. */
export function notKnown({ unknown = '', meant }: Asked): Text {
  if (unknown === '') return []
  const word = unknown.length > LONGEST ? `${unknown.slice(0, LONGEST)}…` : unknown
  return meant === undefined
    ? text`Je ne connais pas « ${word} ».`
    : text`Je ne connais pas « ${word} ». Tu voulais dire ${code(`/recrutement guide ${meant}`)} ?`
}

function line(craft: Craft | undefined, stage: Stage): Text {
  const typed = [...(craft === undefined ? [] : [CRAFT_TYPED[craft]]), STAGE_TYPED[stage]]
  return text`${code(`/recrutement guide ${typed.join(' ')}`)} ${STAGE_NAMES[stage]}`
}

function askCraft(crafts: readonly Craft[], stage: Stage | undefined): Answer {
  const isOneCraft = crafts.every((craft) => SUITS[craft] !== undefined)
  return say(
    isOneCraft ? 'Quel profil ? Copie une ligne.' : 'Quel métier ? Copie une ligne.',
    {
      kind: 'bullets',
      items: crafts.map((craft) => {
        const typed = [CRAFT_TYPED[craft], ...(stage === undefined ? [] : [STAGE_TYPED[stage]])]
        const what = isOneCraft ? (SUITS[craft] ?? '') : CRAFT_NAMES[craft]
        return text`${code(`/recrutement guide ${typed.join(' ')}`)} ${what}`
      }),
    },
    ...(isOneCraft
      ? [
          {
            kind: 'text' as const,
            text: [
              'Pour éprouver la valeur du produit sur le terrain, cherche un profil polyvalent : lis les deux.',
            ],
          },
        ]
      : []),
  )
}

/** How to ask for the guide of a craft by name. */
export function anotherCraft(stage: string): Block {
  return {
    kind: 'text',
    text: text`Pour un autre métier, nomme-le : ${code(`/recrutement guide design ${stage}`)}.`,
  }
}
