import type { Sentences } from './sentences.ts'

/** Notes, the debrief that waits for them, and their reports. */
export const notes = {
  'not-a-scorer': () =>
    'Tu assistes à cet entretien sans l’évaluer : tu n’as pas de notes à déposer.',
  'notes-exist': () => 'Des notes ont déjà été déposées : l’entretien a donc eu lieu.',
  'notes-filed-meanwhile': async ({ at }, { when }) =>
    `Tu as déjà déposé des notes ${await when(at)}, depuis une autre fenêtre. Copie ce que tu viens d’écrire, rouvre tes notes et complète-les.`,
  'level-without-evidence': async ({ criteria: ids }, { criteria }) =>
    `Un niveau a besoin d’une preuve : écris ce que tu as vu ou entendu pour ${await criteria(ids)}, ou choisis « non évalué ».`,
  'level-not-allowed': () =>
    'Une prise de références ne donne pas de niveau : dis si elle confirme, nuance ou contredit.',
  'criterion-not-verified-here': () =>
    'Le cadrage a changé depuis l’ouverture du formulaire. Copie ce que tu as écrit, puis rouvre tes notes.',
  'recommendation-not-allowed': () =>
    'Cette étape ne demande pas de recommandation : l’avis y est consultatif.',
  'recommendation-missing': () =>
    'Il manque ta recommandation : poursuivre, arrêter ou à discuter.',
  'nothing-owed': () => 'Cette personne a déjà déposé ses notes, ou n’en doit plus.',
  'reminded-recently': () =>
    'Tu viens de relancer cette personne. Laisse-lui un peu de temps, ou appelle-la.',
  'waive-oneself': () => 'Tu ne peux pas te dispenser toi-même. Dépose tes notes, même brèves.',
  'waive-last': () =>
    'Il faut les notes d’au moins une personne. Attends-les, ou dis que l’entretien n’a pas eu lieu : le bouton est dans `/recrutement débrief`.',
  'waived-already': () => 'Cette personne est déjà dispensée.',
  'debrief-open-already': () => 'Le débrief est déjà ouvert.',
  'debrief-shut': () =>
    'Le débrief est encore fermé. Tape `/recrutement débrief` pour savoir qui est attendu.',
  'unknown-held': () =>
    'Ce message n’est pas le tien : seule la personne qui l’a écrit peut choisir.',
  'held-settled': () => 'Ton choix pour ce message est déjà fait.',
  'held-quoted': () =>
    'Le débrief est ouvert : ton message y est déjà cité. Réponds dans son fil pour le préciser.',
  'held-still-seen': () => 'Ton message se voit encore dans le canal : il n’y a rien à republier.',
  'no-report': () => 'Il n’y a pas de compte rendu à ajouter pour cet entretien.',
  'not-your-report': () =>
    'Ce compte rendu est celui de quelqu’un d’autre. Les tiens sont dans `/recrutement tâches`.',
  'owner-needs-access': () =>
    'Ce recrutement est le tien : demande un accès à Welcome to the Jungle à ton équipe de recrutement, puis ajoute le compte rendu.',
  'sent-otherwise-before': () =>
    'Ton premier envoi est bien enregistré. Pour y ajouter ce que tu viens de changer, copie-le, puis rouvre le formulaire.',
} satisfies Partial<Sentences>
