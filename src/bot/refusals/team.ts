import type { Sentences } from './sentences.ts'

/** Who may do what, and who takes part. */
export const team = {
  'not-a-member': () =>
    'Tu ne participes à aucun recrutement ici. Pour en ouvrir un, tape `/recrutement nouveau`.',
  'owner-only': async ({ owner }, { name }) =>
    `Cette décision revient à ${await name(owner)}. Demande-lui.`,
  'owner-or-deputy-only': async ({ owner, deputy }, { name }) => {
    const people = [owner, ...(deputy === undefined ? [] : [deputy])]
    return `Cela revient à ${(await Promise.all(people.map(name))).join(' ou à ')}. Demande-lui.`
  },
  'owner-still-here': async ({ owner }, { name }) =>
    `${await name(owner)} a toujours un compte actif : c’est à cette personne de passer la main, avec \`/recrutement équipe\`.`,
  'owner-is-not-deputy': () => 'Choisis quelqu’un d’autre que toi pour te remplacer.',
  'not-the-advisor': () => 'Cette confirmation revient à la personne référente du métier.',
  'advisor-missing': () =>
    'Pour un premier recrutement, choisis la personne référente du métier : son avis est demandé sur le cadrage.',
  'advisor-is-owner': () =>
    'La personne référente doit être quelqu’un d’autre que toi. Choisis un autre nom.',
  'advisor-must-confirm': async ({ advisor }, { name }) =>
    `${await name(advisor)} n’a pas encore confirmé votre échange sur le cadrage. Un message l’attend déjà : relance de vive voix, puis clos le cadrage.`,
  'advisor-confirmed-already': () =>
    'La personne référente a déjà confirmé votre échange : tu n’as plus besoin d’en changer.',
  'advisor-not-needed': () =>
    'Ce métier n’a pas de personne référente : tu peux clore le cadrage sans elle.',
  'member-without-stage': () => 'Choisis au moins une étape pour cette personne.',
  'unknown-member': () =>
    'Cette personne ne fait plus partie de l’équipe. Tape `/recrutement équipe` pour voir la liste.',
  'last-scorer': () =>
    'Cette personne est seule à évaluer un entretien prévu. Fais-la d’abord remplacer à cet entretien, ou annule-le avec `/recrutement annuler`.',
  'reason-to-let-off-needed': () =>
    'Ses notes sont attendues : indique la raison. Elle vaut dispense, et apparaîtra dans le débrief.',
  'already-there': () => 'Cette personne participe déjà à cet entretien.',
  'not-attended': () =>
    'L’entretien a commencé : seule une personne qui y assistait peut maintenant l’évaluer.',
} satisfies Partial<Sentences>
