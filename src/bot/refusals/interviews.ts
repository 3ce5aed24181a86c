import { STAGE_WITH_ARTICLE } from '../french/words.ts'
import type { Sentences } from './sentences.ts'

/** Planning interviews and attending them. */
export const interviews = {
  'unknown-interview': () =>
    'Je ne trouve pas cet entretien. Tape `/recrutement candidat` pour voir ce qui est prévu.',
  'interview-cancelled': () =>
    'Cet entretien n’a plus lieu. Tape `/recrutement tâches` pour voir ce qui t’attend.',
  'interview-started': () =>
    'L’entretien a déjà commencé, il ne peut plus changer. S’il n’a pas eu lieu, dis-le depuis `/recrutement débrief`.',
  'interview-not-started': async ({ start }, { when }) =>
    `L’entretien commence ${await when(start)}. Tu pourras déposer tes notes à partir de là.`,
  'interview-not-ended': async ({ end }, { when }) =>
    `L’entretien se termine ${await when(end)}. Attends la fin.`,
  'stage-already-scheduled': async ({ start }, { when }) =>
    `Cette étape est déjà prévue ${await when(start)} pour cette personne. À venir, déplace-la avec \`/recrutement déplacer\`. Déjà passée, va au bout avec \`/recrutement débrief\`.`,
  'date-past': () => 'Cette date est passée. Choisis un moment à venir.',
  'date-at-night': () => 'C’est entre 22 h et 7 h. Si c’est voulu, coche « Heure tardive ».',
  'wrong-duration': ({ min, max }) => `La durée doit être entre ${min} et ${max} minutes.`,
  'no-scorer': ({ stage }) =>
    `Personne n’évalue encore ${STAGE_WITH_ARTICLE[stage]}. Nomme quelqu’un avec \`/recrutement équipe\`.`,
  'conductor-not-invited': () =>
    'La personne qui mène l’entretien doit y participer. Choisis quelqu’un qui est nommé pour cette étape.',
  overlap: async ({ person }, { name }) =>
    person === undefined
      ? 'Une personne de l’équipe a déjà un entretien à ce moment-là. Choisis un autre horaire, ou quelqu’un d’autre.'
      : `${await name(person)} a déjà un entretien à ce moment-là. Choisis un autre horaire, ou quelqu’un d’autre.`,
  'not-invited': () => 'Tu ne participes pas à cet entretien.',
} satisfies Partial<Sentences>
