/** Every refusal as one sentence in French: what is wrong, and what to do. */
import type { PersonId } from '../process/events.ts'
import type { Refusal } from '../process/refusal.ts'
import { moment } from './french/times.ts'
import { STAGE_WITH_ARTICLE, enumerate } from './french/words.ts'
import type { Case, Desk } from './topic.ts'

/** Says it to `reader`, naming only what that person may know. */
export async function explain(
  desk: Desk,
  on: Case | undefined,
  refusal: Refusal,
  reader: PersonId,
): Promise<string> {
  const name = async (id: PersonId) => (await desk.person(id)).name || 'une personne partie'
  const when = async (at: Parameters<typeof moment>[0]) =>
    moment(at, (await desk.person(reader)).zone ?? desk.defaultZone, desk.clock.now())
  const criteria = (ids: readonly string[]) => quoteCriteria(desk, on, reader, ids)
  switch (refusal.code) {
    case 'not-a-member':
      return 'Tu ne participes à aucun recrutement ici. Pour en ouvrir un, tape `/recrutement nouveau`.'
    case 'owner-only':
      return `Cette décision revient à ${await name(refusal.owner)}. Demande-lui.`
    case 'owner-or-deputy-only': {
      const people = [refusal.owner, ...(refusal.deputy === undefined ? [] : [refusal.deputy])]
      const names = await Promise.all(people.map(name))
      return `Cela revient à ${names.join(' ou à ')}. Demande-lui.`
    }
    case 'not-the-advisor':
      return 'Cette confirmation revient à la personne référente du métier.'
    case 'advisor-missing':
      return 'Pour un premier recrutement, choisis la personne référente du métier : son avis est demandé sur le cadrage.'
    case 'advisor-is-owner':
      return 'La personne référente doit être quelqu’un d’autre que toi. Choisis un autre nom.'
    case 'advisor-must-confirm':
      return `${await name(refusal.advisor)} n’a pas encore confirmé votre échange sur le cadrage. Un message l’attend déjà : relance de vive voix, puis clos le cadrage.`
    case 'unknown-criterion':
      return 'Ce critère n’existe plus. Tape `/recrutement cadrage` pour voir la liste à jour.'
    case 'reason-needed':
      return 'Le cadrage est clos. Pour le changer, indique la raison : elle apparaîtra dans les débriefs.'
    case 'framing-open':
      return 'Le cadrage n’est pas encore clos. Tape `/recrutement cadrage` et clos-le d’abord : chaque entretien s’appuie dessus.'
    case 'framing-closed-already':
      return 'Le cadrage est déjà clos.'
    case 'framing-without-criteria':
      return 'Il n’y a pas encore de critère. Ajoutes-en au moins un avant de clore le cadrage.'
    case 'criterion-without-stage':
      return `Choisis l’étape qui vérifie ${await criteria(refusal.criteria)}.`
    case 'criterion-verified-too-late':
      return `Un critère obligatoire ou de poids 3 doit être vérifié avant les références : ajoute une étape à ${await criteria(refusal.criteria)}.`
    case 'too-many-at-prequalification':
      return `La préqualification porte ${refusal.count} critères et reste courte : ${refusal.most} au plus. Reporte les autres sur l’entretien métier.`
    case 'member-without-stage':
      return 'Choisis au moins une étape pour cette personne.'
    case 'owner-is-not-deputy':
      return 'Choisis quelqu’un d’autre que toi pour te remplacer.'
    case 'unknown-member':
      return 'Cette personne ne fait plus partie de l’équipe. Tape `/recrutement équipe` pour voir la liste.'
    case 'member-still-expected':
      return refusal.interviews === 1
        ? 'Ses notes sont attendues sur un entretien. Attends le débrief, dispense cette personne, ou annule l’entretien s’il est à venir.'
        : `Ses notes sont attendues sur ${refusal.interviews} entretiens. Attends les débriefs, dispense cette personne, ou annule ceux qui sont à venir.`
    case 'unknown-application':
      return 'Je ne trouve pas cette candidature. Tape `/recrutement candidat` pour voir la liste.'
    case 'unknown-interview':
      return 'Je ne trouve pas cet entretien. Tape `/recrutement candidat` pour voir ce qui est prévu.'
    case 'interview-cancelled':
      return 'Cet entretien n’a plus lieu. Tape `/recrutement tâches` pour voir ce qui t’attend.'
    case 'interview-started':
      return 'L’entretien a déjà commencé, il ne peut plus changer. S’il n’a pas eu lieu, dis-le depuis `/recrutement débrief`.'
    case 'interview-not-started':
      return `L’entretien commence ${await when(refusal.start)}. Tu pourras déposer tes notes à partir de là.`
    case 'interview-not-ended':
      return `L’entretien se termine ${await when(refusal.end)}. Attends la fin.`
    case 'stage-already-scheduled':
      return `Cette étape est déjà prévue ${await when(refusal.start)} pour cette personne. À venir, déplace-la avec \`/recrutement déplacer\`. Déjà passée, va au bout avec \`/recrutement débrief\`.`
    case 'date-past':
      return 'Cette date est passée. Choisis un moment à venir.'
    case 'date-at-night':
      return 'C’est entre 22 h et 7 h. Si c’est voulu, coche « Heure tardive ».'
    case 'wrong-duration':
      return `La durée doit être entre ${refusal.min} et ${refusal.max} minutes.`
    case 'no-scorer':
      return `Personne n’évalue encore ${STAGE_WITH_ARTICLE[refusal.stage]}. Nomme quelqu’un avec \`/recrutement équipe\`.`
    case 'overlap':
      return refusal.person === undefined
        ? 'Une personne de l’équipe a déjà un entretien à ce moment-là. Choisis un autre horaire.'
        : `${await name(refusal.person)} a déjà un entretien à ce moment-là. Choisis un autre horaire.`
    case 'not-invited':
      return 'Tu ne participes pas à cet entretien.'
    case 'not-a-scorer':
      return 'Tu assistes à cet entretien sans l’évaluer : tu n’as pas de notes à déposer.'
    case 'notes-exist':
      return 'Des notes ont déjà été déposées : l’entretien a donc eu lieu.'
    case 'notes-filed-meanwhile':
      return `Tu as déjà déposé des notes ${await when(refusal.at)}, depuis une autre fenêtre. Copie ce que tu viens d’écrire, rouvre tes notes et complète-les.`
    case 'level-without-evidence':
      return `Un niveau a besoin d’une preuve : écris ce que tu as vu ou entendu pour ${await criteria(refusal.criteria)}, ou choisis « non évalué ».`
    case 'level-not-allowed':
      return 'Une prise de références ne donne pas de niveau : dis si elle confirme, nuance ou contredit.'
    case 'criterion-not-verified-here':
      return 'Le cadrage a changé depuis l’ouverture du formulaire. Copie ce que tu as écrit, puis rouvre tes notes.'
    case 'recommendation-not-allowed':
      return 'Cette étape ne demande pas de recommandation : l’avis y est consultatif.'
    case 'recommendation-missing':
      return 'Il manque ta recommandation : poursuivre, arrêter ou à discuter.'
    case 'nothing-owed':
      return 'Cette personne a déjà déposé ses notes, ou n’en doit plus.'
    case 'reminded-recently':
      return 'Tu viens de relancer cette personne. Laisse-lui un peu de temps, ou appelle-la.'
    case 'waive-oneself':
      return 'Tu ne peux pas te dispenser toi-même. Dépose tes notes, même brèves.'
    case 'waive-last':
      return 'Il faut les notes d’au moins une personne. Attends-les, ou dis que l’entretien n’a pas eu lieu : le bouton est dans `/recrutement débrief`.'
    case 'waived-already':
      return 'Cette personne est déjà dispensée.'
    case 'debrief-open-already':
      return 'Le débrief est déjà ouvert.'
    case 'debrief-shut':
      return 'Le débrief est encore fermé. Tape `/recrutement débrief` pour savoir qui est attendu.'
    case 'framing-changed-meanwhile':
      return 'Le cadrage a changé depuis l’ouverture du formulaire. Copie ce que tu as écrit, puis rouvre tes notes.'
    case 'sent-otherwise-before':
      return 'Ton premier envoi est bien enregistré. Pour y ajouter ce que tu viens de changer, copie-le, puis rouvre le formulaire.'
    case 'nothing-changed':
      return 'C’est déjà fait. La suite : `/recrutement cadrage`.'
  }
}

async function quoteCriteria(
  desk: Desk,
  on: Case | undefined,
  reader: PersonId,
  ids: readonly string[],
): Promise<string> {
  const labels = on?.state.framing.criteria.filter(({ id }) => ids.includes(id)) ?? []
  if (!on || labels.length === 0) return 'ce critère'
  const texts = await desk.store.texts(
    on.id,
    on.state,
    reader,
    labels.map(({ label }) => label),
  )
  return enumerate(labels.map(({ label }) => `« ${texts.get('criterion', label) ?? '…'} »`))
}
