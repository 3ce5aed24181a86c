import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Guide } from '../../src/guides/guide.ts'
import { readGuides } from '../../src/guides/load.ts'
import { parseGuide } from '../../src/guides/parse.ts'
import { guideFile, writeGuide } from '../../src/guides/write.ts'
import { SAMPLE } from './sample.ts'

const guides = await readGuides()

test.each(guides.map((guide) => [guideFile(guide), guide] as const))(
  '%s is the same guide once written and read again',
  (_, guide) => {
    expect(parseGuide('guide.md', writeGuide(guide))).toEqual({ guide })
  },
)

/** Words with all that Markdown and YAML would take for marks of their own. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'mot',
        '[à remplir]',
        '- a',
        '1.',
        '#',
        '*b*',
        '_c_',
        '`d`',
        '<br>',
        '<div>',
        '&amp;',
        '\\',
        '| e |',
        '> f',
        'g : h',
        '"i"',
        "l'un",
        '« j »',
        '---',
        '![k](l)',
        '{ m: n }',
        'https://exemple.fr',
        '~~o~~',
        '+',
        '==',
      ),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' ').replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && text.length <= 80)

test('any words are read again as they were, in every line of a guide', () => {
  const read = parseGuide('guide.md', SAMPLE)
  if (!('guide' in read)) throw new Error('the sample is sound')
  fc.assert(
    fc.property(words, words, (first, second) => {
      const guide = sampleSaying(read.guide, first, second)
      expect(parseGuide('guide.md', writeGuide(guide))).toEqual({ guide })
    }),
    { numRuns: 200, examples: [[String.raw`mot \ https://exemple.fr`, 'mot ! ! ! ! !!']] },
  )
})

function sampleSaying(sample: Guide, first: string, second: string): Guide {
  return {
    ...sample,
    title: first,
    aim: second,
    criteria: sample.criteria.map((criterion) => ({
      ...criterion,
      label: first,
      family: second,
      anchors: { 0: first, 1: second, 2: first, 3: second },
    })),
    script: sample.script.map((section) => ({
      ...section,
      title: first,
      text: `${second} ${'encore des mots '.repeat(10)}${first}`,
      questions: section.questions.map((question) => ({
        ...question,
        title: second,
        purpose: first,
        tip: second,
        examples: [first, second],
      })),
    })),
    warnings: [first, second],
  }
}
