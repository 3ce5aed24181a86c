import { STAGE_NAMES } from '../french/words.ts'
import type { Sentences } from './sentences.ts'

/** Candidates, decisions and the end of a recruitment. */
export const applications = {
  'unknown-application': () =>
    'Je ne trouve pas cette candidature. Tape `/recrutement candidat` pour voir la liste.',
  'candidate-not-informed': () =>
    'Avant son premier entretien, la personne doit savoir comment elle sera évaluée et ce que deviennent ses données. Envoie-lui le message prêt à copier (`/recrutement candidat`, puis son nom) et coche la case.',
  'withdrawn-already': () => 'Cette personne s’est déjà retirée.',
  'not-in-the-running': () =>
    'Cette candidature n’est plus en cours. Pour la reprendre : `/recrutement candidat`, puis son nom.',
  'decision-awaited': async ({ owner }, { name }) =>
    `${await name(owner)} n’a pas encore décidé de la suite pour cette personne. Attends sa décision, ou demande-la.`,
  'stage-reached-already': ({ stage }) =>
    `Cette personne est déjà passée par l’étape « ${STAGE_NAMES[stage]} ». Choisis une étape suivante, ou un entretien de plus.`,
  'stage-not-reached': ({ stage }) =>
    `Cette personne n’a pas encore atteint l’étape « ${STAGE_NAMES[stage]} ». Choisis plutôt de poursuivre.`,
  'too-many-at-collaboration': ({ most }) =>
    `Déjà ${most} personnes sont au cadre de collaboration, le maximum habituel. Pour une de plus, indique la raison.`,
  'notes-owed-first': () =>
    'Tu dois encore des notes sur cette candidature. Dépose-les avant de choisir : `/recrutement notes`.',
  'mandatory-not-validated': async ({ criteria: ids }, { criteria }) =>
    `Cette personne ne peut pas être retenue : ${await criteria(ids)} est obligatoire et n’est pas validé. Si ce critère ne l’est plus, change le cadrage pour tout le monde, avec une raison.`,
  'mandatory-not-assessed': async ({ criteria: ids }, { criteria }) =>
    `Personne n’a encore vérifié ${await criteria(ids)}, qui est obligatoire. Prévois un entretien pour cela avant de retenir.`,
  'applications-undecided': async ({ applications: ids }, { candidates }) =>
    `Il reste à décider pour ${await candidates(ids)}. Fais-le avec \`/recrutement décision\`.`,
  'candidates-unanswered': async ({ applications: ids }, { candidates }) =>
    `Il reste à répondre à ${await candidates(ids)}. Les modèles sont dans \`/recrutement candidat\`.`,
  'someone-is-chosen': () =>
    'Quelqu’un est déjà retenu. Clos le recrutement avec `/recrutement clore`, ou reprends d’abord sa candidature.',
  'recruitment-closed': () =>
    'Ce recrutement est clos, plus rien n’y change. Pour en ouvrir un autre : `/recrutement nouveau`.',
  'erase-while-running': () =>
    'Cette candidature est encore en cours. Enregistre d’abord son retrait ou arrête-la (`/recrutement candidat`, puis son nom) ; tu pourras ensuite l’effacer.',
  'erase-while-chosen': () =>
    'Cette personne est retenue. Clos d’abord le recrutement avec `/recrutement clore` ; tu pourras ensuite effacer sa candidature.',
  'unknown-follow-up': () => 'Ce suivi n’existe pas ici. Tape `/recrutement tâches` pour la liste.',
} satisfies Partial<Sentences>
