/** Before a meeting: what it is, how long it takes, how to prepare. */
import type { Text } from '../../../chat/text.ts'
import { code } from '../../../chat/text.ts'
import { webLink } from '../../fields.ts'
import type { LetterContext, Meeting, PlannedMeeting } from './context.ts'
import { lengthWords } from './context.ts'
import { bullets, greeting, paragraphs, subject, wordsFor } from './words.ts'

/** When and where, once it is known. */
export interface Slot {
  /** « jeudi 3 décembre à 14 h (heure de Paris) ». */
  readonly when: string
  readonly place: string
}

export function preparationLetter(
  context: LetterContext,
  meeting: PlannedMeeting,
  { name, slot }: { readonly name: string; readonly slot: Slot | undefined },
): Text {
  const { thing } = wordsFor(context)
  const { called, what, how } = preparation(context, meeting)
  const isCall = meeting.stage === 'references'
  const before = paragraphs(
    greeting(name),
    `Voici de quoi préparer ${called}, pour ${thing} ${subject(context)}. ${what}`,
    ...(slot ? [`Quand : ${slot.when}`] : []),
  )
  const after = paragraphs(
    `${isCall ? 'Durée de chaque appel' : 'Durée'} : ${lengthWords(meeting.minutes)}`,
    `Pour t’y préparer\n${bullets(how)}`,
    isCall ? CALL_END : MEETING_END,
    `À bientôt,\n${context.owner}`,
  )
  return slot
    ? [`${before}\nOù : `, webLink(slot.place) ? code(slot.place) : slot.place, `\n${after}`]
    : [paragraphs(before, after)]
}

const MEETING_END =
  'Un besoin particulier (temps, support, accessibilité) ? Dis-le-moi : on s’organise, et cela n’entre pas dans l’évaluation. Un empêchement ? Préviens-moi, on trouve un autre moment.'
const CALL_END =
  'Rien ne se fait sans ton accord. Si tu préfères qu’une personne ne soit pas jointe, dis-le-moi simplement.'

interface Preparation {
  /** After « préparer ». */
  readonly called: string
  readonly what: string
  readonly how: readonly string[]
}

function preparation({ contract }: LetterContext, { stage, merged }: Meeting): Preparation {
  const isMission = contract === 'contractor'
  const ofIt = isMission ? 'de la mission' : 'du poste'
  const achievements = `Choisis deux ou trois réalisations proches ${ofIt} : le contexte, ta part, le résultat, ce que tu en retiens.`
  const practical = isMission
    ? 'Note tes disponibilités, le rythme et le prix que tu proposes, et ce qui te ferait choisir cette mission.'
    : 'Note tes disponibilités, tes souhaits de télétravail, et ce qui te ferait choisir ce poste.'
  switch (stage) {
    case 'prequalification':
      return {
        called: 'notre premier échange',
        what: 'Il sert à faire connaissance et à vérifier l’essentiel, des deux côtés.',
        how: [INTRODUCTION, achievements, practical, QUESTIONS],
      }
    case 'interview':
      return merged
        ? {
            called: 'notre premier entretien',
            what: 'Il sert à faire connaissance, puis à parler de ton métier à partir de ce que tu as déjà réalisé.',
            how: [INTRODUCTION, achievements, PRODUCT, practical, QUESTIONS],
          }
        : {
            called: 'l’entretien métier',
            what: 'Il porte sur ce que tu as déjà réalisé.',
            how: [achievements, PRODUCT, QUESTIONS],
          }
    case 'case-study':
      return {
        called: 'la mise en situation',
        what: `Elle part d’un cas proche ${ofIt}, le même pour tout le monde.`,
        how: [
          'Rien à préparer : tu découvres le cas en direct, avec du temps pour lire, questionner et réfléchir.',
          'Installe-toi au calme, avec de quoi écrire ou partager ton écran.',
          'Pense à voix haute : ta démarche compte plus que la réponse.',
        ],
      }
    case 'collaboration':
      return {
        called: 'ta rencontre avec l’équipe',
        what: 'Elle porte sur la façon de travailler ensemble.',
        how: [
          'Repense à une collaboration qui a bien marché, et à une qui a été difficile.',
          'Demande-toi de quoi tu as besoin pour bien travailler.',
          isMission
            ? 'Pose toutes tes questions sur le produit, ses valeurs et le quotidien de l’équipe auprès de laquelle tu interviendrais.'
            : 'Pose toutes tes questions sur le quotidien, les valeurs et l’organisation de l’équipe.',
        ],
      }
    case 'references':
      return {
        called: 'la prise de références',
        what: 'Avec ton accord, nous aimerions échanger avec des personnes qui ont travaillé avec toi.',
        how: [
          'Choisis deux ou trois personnes qui connaissent bien ton travail.',
          'Demande-leur leur accord et dis-leur qu’il s’agit d’un appel court, sur le travail fait ensemble.',
          'Envoie-moi leur nom, le cadre dans lequel vous avez travaillé, et comment les joindre.',
        ],
      }
  }
}

const INTRODUCTION = 'Prépare une présentation de quelques minutes, centrée sur ce qui compte ici.'
const PRODUCT = 'Regarde le produit : ce que tu en comprends nous intéresse, même incomplet.'
const QUESTIONS = 'Garde tes questions : un temps leur est réservé.'
