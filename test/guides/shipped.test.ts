import { describe, expect, test } from 'vitest'
import { readGuides } from '../../src/guides/load.ts'
import { questionFor } from '../../src/guides/proof.ts'
import { FACTS, type Guide } from '../../src/guides/guide.ts'
import { SHIPPED } from './folder.ts'

const guides = await readGuides(SHIPPED)
const named = guides.map((guide) => [`${guide.craft} ${guide.stage}`, guide] as const)
const questionsOf = (guide: Guide) => guide.script.flatMap(({ questions }) => questions)

test('every stage has its number of criteria and questions, and its duration', () => {
  const counts = guides.map((guide) => {
    const { min, max } = guide.duration
    const { length } = questionsOf(guide)
    return `${guide.craft} ${guide.stage}: ${guide.criteria.length}, ${length}, ${min}–${max} min`
  })
  expect(counts.toSorted()).toEqual([
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
  ])
})

test('the case study gives each of its moments the time it needs', () => {
  for (const guide of guides.filter(({ stage }) => stage === 'case-study')) {
    const lengths = guide.script.map(({ title, from, to }) => `${title}: ${to - from}`)
    expect(lengths).toEqual([
      'Accueil: 2',
      'Consigne: 8',
      'Reformulation: 8',
      'Préparation seule: 18',
      'Présentation: 19',
      'Conclusion: 5',
    ])
  }
})

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

  test('opens in two minutes at most, closes with words for both outcomes', () => {
    const [opening, closing] = [guide.script.at(0), guide.script.at(-1)]
    expect(opening?.to).toBe(guide.stage === 'references' ? 1 : 2)
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

/** How many sentences a text has, not counting those inside a quotation. */
function sentences(text: string): number {
  return text
    .replaceAll(/«.*?»/g, '')
    .split(/[.?!](?:\s|$)/)
    .filter((sentence) => sentence.trim() !== '').length
}
