/** Names of stages and crafts in the titles of imported guides, and sentences for what a page lacks. */
import type { Level, Stage } from '../../process/vocabulary.ts'
import type { ImportedGuide } from './imported.ts'

const STAGE_TITLES: Readonly<Record<Stage, string>> = {
  prequalification: 'Préqualification',
  interview: 'Entretien métier',
  'case-study': 'Mise en situation',
  collaboration: 'Cadre de collaboration',
  references: 'Prise de références',
}

const CRAFT_TITLES: Readonly<Record<ImportedGuide['craft'], string>> = {
  generic: '',
  developer: 'développement',
  'product-manager': 'gestion de produit',
  designer: 'design',
  coach: 'coaching',
  'deployment-junior': 'déploiement, profil débutant',
  'deployment-senior': 'déploiement, profil confirmé',
  other: 'autre métier',
}

export const stageTitle = (stage: Stage): string => STAGE_TITLES[stage]

export function craftTitle(craft: ImportedGuide['craft']): string {
  return craft === 'generic' ? 'tous métiers' : CRAFT_TITLES[craft]
}

export function titleOf({ craft, stage }: ImportedGuide): string {
  return [STAGE_TITLES[stage], CRAFT_TITLES[craft]].filter((part) => part !== '').join(', ')
}

/** The aim of a stage whose page does not tell it. */
export const USUAL_AIM: Readonly<Record<Stage, string>> = {
  prequalification: "Vérifier les points essentiels avant d'aller plus loin.",
  interview: 'Trouver la preuve des compétences du métier.',
  'case-study': "Voir la personne à l'œuvre, sur un cas proche de la mission.",
  collaboration: 'Vérifier que le cadre de travail convient à tout le monde.',
  references: "Recueillir l'avis d'une personne qui a travaillé avec elle.",
}

/** What every level means, until somebody describes it for the criterion. */
export const USUAL_ANCHORS: Readonly<Record<Level, string>> = {
  3: 'Démontré, avec des preuves fortes.',
  2: 'Validé.',
  1: 'Partiel.',
  0: 'Non validé.',
}

export const ON_BIAS =
  'Méfie-toi de la première impression et de ce qui te ressemble : appuie-toi sur des faits.'

export const NOT_ASKED =
  "Rien sur la famille, une grossesse, la santé, l'origine, la religion, les opinions, un syndicat, l'âge ou l'adresse : ne le demande pas, ne le note pas."
