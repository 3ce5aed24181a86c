/** How the product names things in French. */
import type { Craft, Contract, Stage } from '../../process/vocabulary.ts'

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  prequalification: 'Préqualification',
  interview: 'Entretien métier',
  'case-study': 'Mise en situation',
  collaboration: 'Cadre de collaboration',
  references: 'Prise de références',
}

/** After « pour » or « de » : « la mise en situation ». */
export const STAGE_WITH_ARTICLE: Readonly<Record<Stage, string>> = {
  prequalification: 'la préqualification',
  interview: 'l’entretien métier',
  'case-study': 'la mise en situation',
  collaboration: 'l’entretien sur le cadre de collaboration',
  references: 'la prise de références',
}

export const CRAFT_NAMES: Readonly<Record<Craft, string>> = {
  developer: 'Développement',
  'product-manager': 'Gestion de produit',
  designer: 'Design',
  coach: 'Coaching',
  'deployment-junior': 'Déploiement, profil débutant',
  'deployment-senior': 'Déploiement, profil confirmé',
  other: 'Autre métier',
}

/** The contract decides the vocabulary (product.md section 1). */
export const CONTRACT_WORDS: Readonly<
  Record<Contract, { readonly name: string; readonly process: string }>
> = {
  agent: { name: 'Agent public (poste)', process: 'Recrutement' },
  contractor: { name: 'Prestation (mission)', process: 'Sélection' },
}

const conjunction = new Intl.ListFormat('fr', { type: 'conjunction' })

/** « Inès, Yann et Léa ». */
export function enumerate(names: readonly string[]): string {
  return conjunction.format(names)
}

/** « 1 critère », « 2 critères ». */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${n} ${n < 2 ? singular : plural}`
}
