import { STAGE_NAMES } from '../french/words.ts'
import type { Sentences } from './sentences.ts'

/** The framing, and the settings that bear on it. */
export const framing = {
  'unknown-criterion': () =>
    'Ce critère n’existe plus. Tape `/recrutement cadrage` pour voir la liste à jour.',
  'reason-needed': () =>
    'Le cadrage est clos. Pour le changer, indique la raison : elle apparaîtra dans les débriefs.',
  'framing-open': () =>
    'Le cadrage n’est pas encore clos. Tape `/recrutement cadrage` et clos-le d’abord : chaque entretien s’appuie dessus.',
  'framing-closed-already': () =>
    'Le cadrage est déjà clos. Il change encore, un critère à la fois et avec une raison : `/recrutement cadrage`.',
  'framing-without-criteria': () => 'Il faut au moins un critère : ajoutes-en un d’abord.',
  'criterion-without-stage': async ({ criteria: ids }, { criteria }) =>
    `Aucune étape ne vérifie ${await criteria(ids)}. Choisis-en une avec \`/recrutement cadrage\`.`,
  'criterion-verified-too-late': async ({ criteria: ids }, { criteria }) =>
    `Un critère obligatoire ou de poids 3 doit être vérifié avant les références : ajoute une étape à ${await criteria(ids)}.`,
  'too-many-at-prequalification': ({ count, most }) =>
    `La préqualification porte ${count} critères et reste courte : ${most} au plus. Reporte les autres sur l’entretien métier.`,
  'framing-changed-meanwhile': () =>
    'Le cadrage a changé depuis l’ouverture du formulaire. Copie ce que tu as écrit, puis rouvre tes notes.',
  'edited-meanwhile': () =>
    'Quelqu’un vient d’enregistrer une autre version. Copie ce que tu as écrit, puis rouvre le formulaire.',
  'setting-out-of-range': ({ min, max }) => `Choisis un nombre entier entre ${min} et ${max}.`,
  'owner-told-too-early': () =>
    'Je relance d’abord la personne en retard : choisis pour toi un délai au moins aussi long.',
  'every-stage-skipped': () => 'Garde au moins une étape.',
  'stage-skipped': ({ stage }) =>
    `L’étape « ${STAGE_NAMES[stage]} » est sautée ici. Pour la rétablir : \`/recrutement réglages\`.`,
  'nothing-changed': () => 'C’est déjà fait. La suite : `/recrutement cadrage`.',
} satisfies Partial<Sentences>
