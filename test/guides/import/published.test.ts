import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ImportedPage } from '../../../src/guides/import/imported.ts'
import { pageJson } from '../../../src/guides/import/json.ts'
import { wordsIn } from '../../../src/guides/import/lines.ts'
import { toGuides } from '../../../src/guides/import/to-guides.ts'
import { parseGuide } from '../../../src/guides/parse.ts'
import { writeGuide } from '../../../src/guides/write.ts'
import { guideOf, read } from './page.ts'

const PUBLISHED = join(
  import.meta.dirname,
  '../../../../shared/seeds/guide-entretien-par-profil.md',
)
const absent = !existsSync(PUBLISHED)

describe.skipIf(absent)(
  `the published page${absent ? ' (SKIPPED: it is not beside the repository)' : ''}`,
  () => {
    let source: string
    let page: ImportedPage

    beforeAll(() => {
      source = readFileSync(PUBLISHED, 'utf8')
      page = read(source)
    })

    test('has its guides, with their questions, criteria and durations', () => {
      const counts = page.guides.map(({ craft, stage, duration, questions, criteria }) => {
        const { min, max } = duration
        return `${craft} ${stage}: ${questions.length} questions, ${criteria.length} criteria, ${min}–${max} min`
      })
      expect(counts).toEqual([
        'generic prequalification: 5 questions, 0 criteria, 20–30 min',
        'generic interview: 4 questions, 0 criteria, 45–60 min',
        'generic case-study: 2 questions, 0 criteria, 60–60 min',
        'generic collaboration: 5 questions, 0 criteria, 45–60 min',
        'generic references: 3 questions, 0 criteria, 10–15 min',
        'developer prequalification: 5 questions, 4 criteria, 20–30 min',
        'developer interview: 4 questions, 4 criteria, 45–60 min',
        'developer case-study: 2 questions, 3 criteria, 60–60 min',
        'developer collaboration: 5 questions, 2 criteria, 45–60 min',
        'developer references: 3 questions, 2 criteria, 10–15 min',
        'product-manager prequalification: 5 questions, 2 criteria, 20–30 min',
        'product-manager interview: 4 questions, 3 criteria, 45–60 min',
        'product-manager case-study: 2 questions, 2 criteria, 60–60 min',
        'product-manager collaboration: 5 questions, 2 criteria, 45–60 min',
        'product-manager references: 3 questions, 2 criteria, 10–15 min',
        'designer interview: 0 questions, 0 criteria, 45–60 min',
        'coach interview: 0 questions, 9 criteria, 45–45 min',
        'deployment-junior interview: 0 questions, 15 criteria, 45–60 min',
        'deployment-senior interview: 0 questions, 16 criteria, 45–60 min',
      ])
      expect(page.unplaced).toEqual([])
    })

    test('has five timed parts for coaches, which add up to 45 minutes', () => {
      const parts = guideOf(page, 'coach', 'interview').sections.flatMap(
        ({ duration }) => duration ?? [],
      )
      expect(parts.map(({ max }) => max)).toEqual([5, 5, 10, 15, 10])
    })

    test('has the four moments of every case study', () => {
      for (const craft of ['generic', 'developer', 'product-manager']) {
        const timed = guideOf(page, craft, 'case-study').sections.flatMap(
          ({ duration }) => duration ?? [],
        )
        expect(timed.map(({ min, max }) => `${min}–${max}`)).toEqual([
          '2–2',
          '5–10',
          '5–10',
          '10–20',
          '10–20',
        ])
      }
    })

    test('has five families of skills for each level of deployment', () => {
      for (const craft of ['deployment-junior', 'deployment-senior']) {
        const { criteria } = guideOf(page, craft, 'interview')
        expect(new Set(criteria.map(({ family }) => family)).size).toBe(5)
      }
    })

    test('sends designers to another page', () => {
      const [section] = guideOf(page, 'designer', 'interview').sections
      expect(section?.text).toMatch(/\(\.\.\/\S+design\.md\)$/)
    })

    test('has no criterion that ends in the title of the next part', () => {
      const labels = page.guides.flatMap(({ criteria }) => criteria.map(({ label }) => label))
      expect(labels.filter((label) => /trame\s*$/i.test(label))).toEqual([])
    })

    test('keeps its preamble, its words on bias, and its words to open and close with', () => {
      for (const guide of page.guides.filter(({ craft }) => craft === 'generic')) {
        const titles = guide.sections.map(({ title }) => title)
        expect(titles).toEqual(expect.arrayContaining(['Préambule', 'La trame', 'Clôture']))
        expect(guide.sections[0]?.text.length).toBeGreaterThan(2000)
        expect(guide.warnings.some((warning) => warning.includes('biais cognitifs'))).toBe(true)
        const opening = guide.sections.find(({ title }) => title === 'La trame')
        expect(opening?.duration?.max).toBe(guide.stage === 'references' ? 1 : 2)
      }
    })

    test('marks what was written for another product', () => {
      const products = page.guides.flatMap(({ questions }) =>
        questions.flatMap(({ otherProducts }) => otherProducts),
      )
      expect(products).toEqual(['MISTRAL Pénal', 'ROMIN'])
    })

    test('says the same after it was taken for another charset', () => {
      for (const charset of ['macintosh', 'windows-1252']) {
        const misread = new TextDecoder(charset).decode(readFileSync(PUBLISHED))
        expect(pageJson(read(misread))).toBe(pageJson(page))
      }
      const latin1 = readFileSync(PUBLISHED).toString('latin1')
      expect(pageJson(read(latin1))).toBe(pageJson(page))
    })

    test('loses no word: each is in a guide, or in a title or a heading', () => {
      const told = new Set(wordsIn(pageJson(page).replaceAll(String.raw`\n`, ' ')))
      const lost = source.split('\n').flatMap((line, index) => {
        if (/^#|^\*\*|<summary>|\*\*Questions\*\*/.test(line)) return []
        const visible = line.replaceAll(
          /<[^>]*>|\]\([^)]*\)|^\d+\.|Conseil(?= :)|(?=La trame$)/g,
          ' ',
        )
        return wordsIn(visible)
          .filter((word) => !told.has(word) && word !== 'trame')
          .map((word) => `${index + 1}: ${word}`)
      })
      expect(lost).toEqual([])
    })

    test('gives files that load', () => {
      const around = { elsewhere: () => new Map(), completed: () => new Map() }
      const files = toGuides(page.guides, around)
      expect(files).toHaveLength(18)
      for (const { guide } of files) {
        expect(parseGuide('guide.md', writeGuide(guide))).toEqual({ guide })
      }
    })
  },
)
