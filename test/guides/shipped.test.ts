import { describe, expect, test } from 'vitest'
import { readGuides } from '../../src/guides/load.ts'
import { questionFor } from '../../src/guides/proof.ts'
import type { Guide } from '../../src/guides/guide.ts'
import { CRAFTS, FACTS, type Craft } from '../../src/process/vocabulary.ts'
import { SHIPPED } from './folder.ts'

const guides = await readGuides(SHIPPED)
/** The coach's plan gives a whole part to presentations; elsewhere they are a matter of minutes. */
const OPENINGS: readonly { suits: (guide: Guide) => boolean; minutes: number }[] = [
  { suits: ({ craft }) => craft === 'coach', minutes: 5 },
  { suits: ({ stage }) => stage === 'references', minutes: 1 },
  { suits: () => true, minutes: 2 },
]
const named = guides.map((guide) => [`${guide.craft} ${guide.stage}`, guide] as const)
const questionsOf = (guide: Guide) => guide.script.flatMap(({ questions }) => questions)

test('every stage has its number of criteria and questions, and its duration', () => {
  const counts = guides.map((guide) => {
    const { min, max } = guide.duration
    const { length } = questionsOf(guide)
    return `${guide.craft} ${guide.stage}: ${guide.criteria.length}, ${length}, ${min}–${max} min`
  })
  expect(counts.toSorted()).toEqual([
    'coach interview: 9, 7, 45–45 min',
    'deployment-junior case-study: 3, 2, 60–60 min',
    'deployment-junior collaboration: 3, 5, 45–60 min',
    'deployment-junior interview: 5, 4, 45–60 min',
    'deployment-junior prequalification: 4, 5, 20–30 min',
    'deployment-senior case-study: 4, 2, 60–60 min',
    'deployment-senior collaboration: 3, 5, 45–60 min',
    'deployment-senior interview: 5, 4, 45–60 min',
    'deployment-senior prequalification: 4, 5, 20–30 min',
    'designer case-study: 3, 2, 60–60 min',
    'designer collaboration: 2, 5, 45–60 min',
    'designer interview: 4, 4, 45–60 min',
    'designer prequalification: 3, 5, 20–30 min',
    'developer case-study: 3, 2, 60–60 min',
    'developer collaboration: 2, 5, 45–60 min',
    'developer interview: 4, 4, 45–60 min',
    'developer prequalification: 4, 5, 20–30 min',
    'developer references: 2, 3, 10–15 min',
    'generic case-study: 0, 2, 60–60 min',
    'generic collaboration: 0, 5, 45–60 min',
    'generic interview: 0, 4, 45–60 min',
    'generic prequalification: 0, 5, 20–30 min',
    'generic references: 0, 3, 10–15 min',
    'product-manager case-study: 2, 2, 60–60 min',
    'product-manager collaboration: 2, 5, 45–60 min',
    'product-manager interview: 3, 4, 45–60 min',
    'product-manager prequalification: 2, 5, 20–30 min',
    'product-manager references: 2, 3, 10–15 min',
  ])
})

test('the interview of a coach follows its plan of 45 minutes', () => {
  const interview = guides.find(({ craft }) => craft === 'coach')
  expect(interview?.script.map(({ title, from, to }) => `${title}: ${to - from}`)).toEqual([
    'Présentation: 5',
    'Contexte: 5',
    'Culture: 10',
    'Technique: 15',
    'Questions et réponses: 10',
  ])
})

test('deployment has its skills in five families, each verified at one stage', () => {
  expect(familiesOf('deployment-junior')).toEqual({
    Expérience: 2,
    Posture: 6,
    'Outils et connaissances': 2,
    'Partenariats et relations avec le public': 3,
    'Développement du produit': 2,
  })
  expect(familiesOf('deployment-senior')).toEqual({
    'Qualités humaines et vie d’équipe': 4,
    'Partenariats et relations avec le public': 3,
    'Outils et connaissances': 5,
    Posture: 2,
    'Développement du produit': 2,
  })
})

test('deployment says which seniority suits which moment of the product', () => {
  const early = guides.filter(
    ({ craft, stage }) =>
      craft.startsWith('deployment') && (stage === 'prequalification' || stage === 'interview'),
  )
  expect(early).toHaveLength(4)
  for (const { warnings } of early) {
    expect(warnings.join('\n')).toMatch(
      /confirmé pour trouver les premières personnes.*polyvalent pour éprouver sa valeur sur le terrain.*débutant quand le déploiement est déjà organisé/,
    )
  }
})

test('design separates what everyone in the craft masters from the specialities', () => {
  const early = guides.filter(
    ({ craft, stage }) =>
      craft === 'designer' && (stage === 'prequalification' || stage === 'interview'),
  )
  expect(early).toHaveLength(2)
  for (const { warnings } of early) {
    const said = warnings.join('\n')
    expect(said).toMatch(/socle du métier : parcours, ergonomie et recherche/)
    expect(said).toMatch(/Visuel, ateliers, contenus et accessibilité sont des spécialités/)
    expect(said).toMatch(/dépend du moment du produit/)
  }
})

test.each(CRAFTS.filter((craft) => craft !== 'other'))(
  'something is decisive for %s, and not everything',
  (craft) => {
    const criteria = guides.filter((guide) => guide.craft === craft).flatMap((one) => one.criteria)
    const ids = new Set(criteria.map(({ id }) => id))
    const mandatory = new Set(criteria.filter((one) => one.mandatory).map(({ id }) => id))
    expect(mandatory.size).toBeGreaterThan(0)
    expect(mandatory.size).toBeLessThanOrEqual(ids.size / 3)
  },
)

test('prequalification collects every practical fact, in one question', () => {
  for (const guide of guides.filter(({ stage }) => stage === 'prequalification')) {
    expect(
      questionsOf(guide)
        .map(({ facts }) => facts)
        .filter(({ length }) => length > 0),
    ).toEqual([[...FACTS]])
  }
})

describe.each(named)('%s', (_, guide) => {
  test('fits a phone: short titles, a short purpose, two sentences per section', () => {
    const titles = [guide.title, ...questionsOf(guide).map(({ title }) => title)]
    const purposes = questionsOf(guide).map(({ purpose }) => purpose)
    const texts = guide.script.map(({ text }) => text)
    expect(titles.filter(({ length }) => length >= 70)).toEqual([])
    expect(purposes.filter((purpose) => purpose.length >= 80 || sentences(purpose) > 1)).toEqual([])
    expect(texts.filter((text) => sentences(text) > 2)).toEqual([])
  })

  test('opens in its time, closes with words for both outcomes', () => {
    const [opening, closing] = [guide.script.at(0), guide.script.at(-1)]
    expect(opening?.to).toBe(OPENINGS.find((one) => one.suits(guide))?.minutes)
    expect(closing?.text).toMatch(/Si nous continuons.*si nous nous arrêtons|se fasse ou non/)
  })

  test('every question has a tip and ready wordings; every criterion of a framing has a question', () => {
    for (const { tip, examples } of questionsOf(guide)) {
      expect(tip).toBeDefined()
      expect(examples.length).toBeGreaterThan(0)
    }
    expect(questionFor(guide, 'added-by-the-team')).toBeDefined()
  })

  test('reminds of the cold debrief, of the report, of bias and of what may not be asked', () => {
    const warnings = guide.warnings.join('\n')
    expect(warnings).toMatch(/Pas de débrief à chaud/)
    expect(warnings).toMatch(/Welcome to the Jungle/)
    expect(warnings).toMatch(/première impression/)
    expect(warnings).toMatch(
      /famille.*grossesse.*santé.*origine.*religion.*opinions.*syndicat.*âge/,
    )
  })

  test('avoids the words of employment, midpoints and exclamation marks', () => {
    const all = JSON.stringify(guide)
    expect(all).not.toMatch(/recrut|embauch|rejoindre|intégrer|agrandir|responsable de|salari/i)
    expect(all).not.toMatch(/\p{L}·\p{L}|\p{L}\.e\b|!/u)
  })

  test('says vous to referees and tu to candidates', () => {
    const said = questionsOf(guide)
      .flatMap(({ examples }) => examples)
      .join('\n')
    const toCandidates = /\b(tu|te|toi|tes|ton|ta)\b/i
    const toReferees = /\b(vous|votre|vos)\b/i
    const isReference = guide.stage === 'references'
    expect(said).toMatch(isReference ? toReferees : toCandidates)
    expect(said).not.toMatch(isReference ? toCandidates : toReferees)
  })
})

test('criteria are sentences about the person', () => {
  for (const { label } of guides.flatMap(({ criteria }) => criteria)) {
    expect(label).toMatch(/^La personne (est capable d|maîtrise |fait preuve d)/)
  }
})

/** How many criteria a craft has in each family, each criterion once. */
function familiesOf(craft: Craft): Record<string, number> {
  const criteria = guides.filter((guide) => guide.craft === craft).flatMap((one) => one.criteria)
  expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length)
  const families: Record<string, number> = {}
  for (const { family = 'none' } of criteria) families[family] = (families[family] ?? 0) + 1
  return families
}

/** How many sentences a text has, not counting those inside a quotation. */
function sentences(text: string): number {
  return text
    .replaceAll(/«.*?»/g, '')
    .split(/[.?!](?:\s|$)/)
    .filter((sentence) => sentence.trim() !== '').length
}
