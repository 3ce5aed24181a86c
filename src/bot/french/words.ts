/** How the product names things in French. */
import type { Interview } from '../../process/recruitment.ts'
import type { Craft, Contract, Stage } from '../../process/vocabulary.ts'

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  prequalification: 'Préqualification',
  interview: 'Entretien métier',
  'case-study': 'Mise en situation',
  collaboration: 'Cadre de collaboration',
  references: 'Prise de références',
}

/** A meeting that stands for prequalification and interview. */
export const MERGED_NAME = 'Premier entretien'

/** The stages that it stands for. */
export function isMerged(stage: Stage): boolean {
  return stage === 'prequalification' || stage === 'interview'
}

/** What a meeting is called. */
export function meetingName({ stage, merged }: Pick<Interview, 'stage' | 'merged'>): string {
  return merged ? MERGED_NAME : STAGE_NAMES[stage]
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

export interface ContractWords {
  /** In a form. */
  readonly name: string
  readonly process: string
  readonly thisProcess: string
  /** What it fills: « un poste », « une mission ». */
  readonly job: string
  readonly toThisJob: string
}

/** The contract decides the vocabulary (product.md section 1). */
export const CONTRACT_WORDS: Readonly<Record<Contract, ContractWords>> = {
  agent: {
    name: 'Agent public (poste)',
    process: 'Recrutement',
    thisProcess: 'ce recrutement',
    job: 'un poste',
    toThisJob: 'à ce poste',
  },
  contractor: {
    name: 'Prestation (mission)',
    process: 'Sélection',
    thisProcess: 'cette sélection',
    job: 'une mission',
    toThisJob: 'à cette mission',
  },
}

const conjunction = new Intl.ListFormat('fr', { type: 'conjunction' })

/** « Inès, Yann et Léa ». */
export function enumerate(names: readonly string[]): string {
  return conjunction.format(names)
}

/** « de Malik », « d’Inès »: before one name or several. */
export function ofNames(names: string): string {
  return /^[aeiouh]/i.test(names.normalize('NFD')) ? `d’${names}` : `de ${names}`
}

/** « 1 critère », « 2 critères ». */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${n} ${n < 2 ? singular : plural}`
}

/** « une fois », « 3 fois ». */
export function times(n: number): string {
  return n === 1 ? 'une fois' : `${n} fois`
}
