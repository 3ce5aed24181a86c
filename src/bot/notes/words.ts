/** How notes are worded. */
import type { Option } from '../../chat/port.ts'
import type { Recommendation, Sign } from '../../process/scorecard.ts'
import type { Fact, Level } from '../../process/vocabulary.ts'
import { optionsOf } from '../fields.ts'

/** Chosen for a criterion on which nothing was seen or heard. */
export const NOT_ASSESSED = 'none'

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  3: 'démontré, preuves fortes',
  2: 'validé',
  1: 'partiel',
  0: 'non validé',
}
export const LEVELS: readonly Level[] = [3, 2, 1, 0]
export const LEVEL_OPTIONS: readonly Option[] = [
  ...LEVELS.map((level) => ({ value: String(level), label: `${level} · ${LEVEL_NAMES[level]}` })),
  { value: NOT_ASSESSED, label: 'non évalué' },
]

export const SIGNS = ['confirms', 'qualifies', 'contradicts'] as const
export const SIGN_NAMES: Readonly<Record<Sign, string>> = {
  confirms: 'confirme',
  qualifies: 'nuance',
  contradicts: 'contredit',
}
export const SIGN_OPTIONS: readonly Option[] = [
  ...optionsOf(SIGNS, SIGN_NAMES),
  { value: NOT_ASSESSED, label: 'pas abordé' },
]

export const RECOMMENDATIONS = ['continue', 'stop', 'discuss'] as const
export const RECOMMENDATION_NAMES: Readonly<Record<Recommendation, string>> = {
  continue: 'poursuivre',
  stop: 'arrêter',
  discuss: 'à discuter',
}

/** Whether a referee would recommend the person. */
export const RECOMMENDED = ['yes', 'no', 'unsaid'] as const
export const RECOMMENDED_NAMES: Readonly<Record<(typeof RECOMMENDED)[number], string>> = {
  yes: 'oui',
  no: 'non',
  unsaid: 'ne s’est pas prononcé',
}

export const FACT_NAMES: Readonly<Record<Fact, string>> = {
  availability: 'Disponible à partir de',
  rhythm: 'Rythme souhaité',
  'remote-work': 'Télétravail',
  'references-agreed': 'Accord références',
  'other-processes': 'Autres pistes',
  price: 'Prix attendu',
}
