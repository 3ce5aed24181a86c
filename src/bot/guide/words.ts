/** What people call crafts and stages, and how to say one so that the command understands it. */
import type { Craft, Stage } from '../../process/vocabulary.ts'

/** Accents and plurals do not matter; a word typed in part is enough from four letters on. */
export const CRAFT_WORDS: Readonly<Record<Craft, readonly string[]>> = {
  developer: 'développement développeur développeuse dev tech code fullstack'.split(' '),
  'product-manager': 'produit product pm po gestion gestionnaire owner'.split(' '),
  designer: 'design designer designeur designeuse ux ui ergonomie ergonome'.split(' '),
  coach: 'coaching coach coache'.split(' '),
  'deployment-junior': 'déploiement bizdev business growth sales'.split(' '),
  'deployment-senior': 'déploiement bizdev business growth sales'.split(' '),
  other: 'autre générique commune commun général générale'.split(' '),
}

/** Tell apart what the other words do not. */
export const LEVEL_WORDS: Readonly<Partial<Record<Craft, readonly string[]>>> = {
  'deployment-junior': 'débutant débutante junior'.split(' '),
  'deployment-senior': 'confirmé confirmée senior expérimenté expérimentée'.split(' '),
}

export const STAGE_WORDS: Readonly<Record<Stage, readonly string[]>> = {
  prequalification: 'préqualification préqualif qualification qualif'.split(' '),
  interview: 'entretien intra'.split(' '),
  'case-study': 'situation cas pratique exercice'.split(' '),
  collaboration: 'collaboration cadre adéquation culture culturelle'.split(' '),
  references: 'référence référent référente ref'.split(' '),
}

/** Part of how people say the others; nothing by themselves. */
export const FILLERS =
  'a à au aux avec chargé chargée chef cheffe d de des du en et étape full guide l la le les manager métier mise pour pré prise profil stack sur trame un une'.split(
    ' ',
  )

/** As it is typed after `/recrutement guide`. */
export const CRAFT_TYPED: Readonly<Record<Craft, string>> = {
  developer: 'développement',
  'product-manager': 'produit',
  designer: 'design',
  coach: 'coaching',
  'deployment-junior': 'déploiement débutant',
  'deployment-senior': 'déploiement confirmé',
  other: 'autre',
}

export const STAGE_TYPED: Readonly<Record<Stage, string>> = {
  prequalification: 'préqualification',
  interview: 'entretien',
  'case-study': 'situation',
  collaboration: 'collaboration',
  references: 'références',
}
