/** The French words that a guide file may use, and what they mean to the code. */
import { CRAFTS, FACTS, STAGES, type Craft, type Fact, type Stage } from '../process/vocabulary.ts'

const CRAFT_NAMES: Readonly<Record<Craft | 'generic', string>> = {
  generic: 'generique',
  developer: 'developpement',
  'product-manager': 'produit',
  designer: 'design',
  coach: 'coaching',
  'deployment-junior': 'deploiement-junior',
  'deployment-senior': 'deploiement-senior',
  other: 'autre',
}

const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  prequalification: 'prequalification',
  interview: 'entretien',
  'case-study': 'mise-en-situation',
  collaboration: 'collaboration',
  references: 'references',
}

const FACT_NAMES: Readonly<Record<Fact, string>> = {
  availability: 'disponibilité',
  rhythm: 'rythme',
  'remote-work': 'télétravail',
  'references-agreed': 'accord pour les références',
  'other-processes': 'autres démarches',
  price: 'prix',
}

/** Without accents, case or spare spaces, so that people need not think about them. */
export function normalise(words: string): string {
  return words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

export const craftWord = (craft: Craft | 'generic'): string => CRAFT_NAMES[craft]
export const stageWord = (stage: Stage): string => STAGE_NAMES[stage]

export const factWord = (fact: Fact): string => FACT_NAMES[fact]

export const readCraft = reader(['generic', ...CRAFTS], CRAFT_NAMES)
export const readStage = reader(STAGES, STAGE_NAMES)
export const readFact = reader(FACTS, FACT_NAMES)

/** The accepted words, for sentences that list them. */
export const craftWords = Object.values(CRAFT_NAMES).join(', ')
export const stageWords = Object.values(STAGE_NAMES).join(', ')
export const factWords = Object.values(FACT_NAMES).join(', ')

function reader<Code extends string>(
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
) {
  const byWord = new Map(codes.map((code) => [normalise(names[code]), code]))
  return (word: string): Code | undefined => byWord.get(normalise(word))
}
