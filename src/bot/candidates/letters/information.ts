/** Before the first meeting: how one is assessed, and what becomes of one's data. */
import type { LetterContext, PlannedMeeting } from './context.ts'
import { lengthWords } from './context.ts'
import { bullets, greeting, paragraphs, subject, wordsFor } from './words.ts'

/** To one person, or the same to several; `tracked` says that reports go on Welcome to the Jungle. */
export function informationLetter(
  context: LetterContext,
  { name, tracked }: { readonly name: string | undefined; readonly tracked: boolean },
): string {
  const { owner, retention, meetings } = context
  const { to, thisProcess } = wordsFor(context)
  const trackers = tracked
    ? ', ainsi que celles qui suivent l’offre sur Welcome to the Jungle, où vont les comptes rendus'
    : ''
  const references = meetings.some(({ stage }) => stage === 'references')
    ? ` Les notes de prise de références le sont dès la fin de ${thisProcess}.`
    : ''
  return paragraphs(
    greeting(name),
    `Merci pour ta candidature ${to} ${subject(context)}. Avant notre premier échange, voici comment elle sera évaluée et ce que deviennent tes données.`,
    `Les étapes\n${bullets(meetings.map(stageLine))}\nOn peut s’arrêter à chaque étape, d’un côté comme de l’autre. Tu reçois une réponse dans tous les cas.`,
    `L’évaluation\nLes critères sont écrits avant le premier entretien, les mêmes pour tout le monde. Des membres de l’équipe et des personnes du métier te rencontrent. Chaque personne note à part des faits et des exemples, critère par critère. La décision revient à ${owner}, jamais à un programme.`,
    `Tes données\nNous gardons ton nom, tes coordonnées, le lien de ton dossier et les notes des entretiens. Elles servent seulement à ${thisProcess}. Seules les personnes qui y participent les lisent${trackers}. Si ta candidature s’arrête, tout est effacé au plus tard ${retention} après notre dernier échange.${references}`,
    `Tes droits\nTu peux demander à lire ce qui te concerne, à le faire corriger ou effacer, t’opposer à son usage, ou te retirer. Réponds à ce message : ${owner} s’en occupe. Si la réponse ne te convient pas, tu peux saisir la CNIL (cnil.fr).`,
    `À bientôt,\n${owner}`,
  )
}

function stageLine(meeting: PlannedMeeting): string {
  return `${stageName(meeting)} (${lengthWords(meeting.minutes)}) : ${stageAim(meeting)}`
}

function stageName({ stage, merged }: PlannedMeeting): string {
  switch (stage) {
    case 'prequalification':
      return 'Premier échange'
    case 'interview':
      return merged ? 'Premier entretien' : 'Entretien métier'
    case 'case-study':
      return 'Mise en situation'
    case 'collaboration':
      return 'Rencontre avec l’équipe'
    case 'references':
      return 'Prise de références'
  }
}

function stageAim({ stage, merged }: PlannedMeeting): string {
  switch (stage) {
    case 'prequalification':
      return 'faire connaissance et vérifier l’essentiel'
    case 'interview':
      return merged
        ? 'faire connaissance, puis parler de ce que tu as déjà réalisé'
        : 'parler de ce que tu as déjà réalisé'
    case 'case-study':
      return 'un cas concret, le même pour tout le monde, traité en direct'
    case 'collaboration':
      return 'parler de la façon de travailler ensemble'
    case 'references':
      return 'avec ton accord, un appel à des personnes que tu choisis'
  }
}
