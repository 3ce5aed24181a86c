/** What scorers wrote beside the criteria. */
import type { Block } from '../../chat/port.ts'
import { bold, joinTexts, text } from '../../chat/text.ts'
import type { Text } from '../../chat/text.ts'
import type { Evidence } from '../../process/scorecard.ts'
import { FACTS } from '../../process/vocabulary.ts'
import { FACT_NAMES, RECOMMENDATION_NAMES } from '../notes/words.ts'
import type { Notes } from './written.ts'

/** Facts and what decides the candidate, then recommendations and advice. */
export const CONCLUSIONS: readonly {
  readonly title: string
  readonly pick: (notes: Pick<Notes, 'evidence' | 'verdict'>) => string | undefined
}[] = [
  { title: 'Côté pratique', pick: ({ evidence }) => factsOf(evidence) },
  { title: 'Ce qui décidera la personne', pick: ({ evidence }) => evidence?.deciding },
  {
    title: 'Recommandation',
    pick: ({ verdict }) => verdict?.recommendation && RECOMMENDATION_NAMES[verdict.recommendation],
  },
  { title: 'Avis consultatif', pick: ({ verdict }) => verdict?.advice },
  { title: 'Signaux d’alerte', pick: ({ verdict }) => verdict?.warnings },
  {
    title: 'Recommanderait la personne',
    pick: ({ verdict }) =>
      verdict?.recommended === undefined ? undefined : verdict.recommended ? 'oui' : 'non',
  },
]
function factsOf(evidence: Evidence | undefined): string | undefined {
  const said = FACTS.flatMap((fact) => {
    const value = evidence?.facts?.[fact]
    return value === undefined ? [] : [`${FACT_NAMES[fact].toLowerCase()} : ${value}`]
  })
  return said.length === 0 ? undefined : said.join(' ; ')
}

export function conclusions(notes: readonly Notes[]): Block[] {
  return CONCLUSIONS.flatMap(({ title, pick }): Block[] => {
    const said = notes.flatMap((one): Text[] => {
      const words = pick(one)
      return words === undefined ? [] : [text`${bold(one.name)} : ${words}`]
    })
    return said.length === 0 ? [] : [{ kind: 'section', title, text: joinTexts(said, '\n') }]
  })
}
