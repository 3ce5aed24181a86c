import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageJson } from '../../../src/guides/import/json.ts'
import { wordsIn } from '../../../src/guides/import/lines.ts'
import { readPage } from '../../../src/guides/import/read-page.ts'
import { toGuides } from '../../../src/guides/import/to-guides.ts'
import { parseGuide } from '../../../src/guides/parse.ts'
import { writeGuide } from '../../../src/guides/write.ts'
import { PAGE, read } from './page.ts'

type Change = (lines: readonly string[], word: string) => readonly string[]

const place = fc.nat({ max: PAGE.split('\n').length - 1 })

/** Ways to add words to a page. */
const PASSAGES: readonly ((word: string) => readonly string[])[] = [
  (word) => ['', `Un paragraphe ${word} de plus.`, ''],
  (word) => ['', `* une puce ${word}`, '* une autre', ''],
  (word) => ['', `1. un numéro ${word}`, ''],
  (word) => ['', `## Un titre ${word}`, ''],
  (word) => ['', `##### Un titre ${word}`, ''],
  (word) => ['', `**Des mots gras ${word}**`, ''],
  (word) => ['', `_Des mots penchés ${word}_`, ''],
  (word) => [`| une cellule ${word} | une autre |`],
  (word) => ['', `> une citation ${word}`, ''],
  (word) => ['', '```', word, '```', ''],
  (word) => [`<!-- une note ${word} -->`],
  (word) => ['', `<details><summary>Une boîte ${word}</summary>`, ''],
  (word) => ['', '</details>', word, ''],
  (word) => ['', '{% hint style="danger" %}', word, '{% endhint %}', ''],
  (word) => ['', `<un mot entre chevrons ${word}>`, ''],
  (word) => ['', `${word} est capable de tout\\`, `- ${word} aussi`, ''],
]

const addition: fc.Arbitrary<Change> = fc.tuple(place, fc.constantFrom(...PASSAGES)).map(
  ([at, passage]) =>
    (lines, word) =>
      lines.toSpliced(at, 0, ...passage(word)),
)

const longerTitle: fc.Arbitrary<Change> = place.map((from) => (lines, word) => {
  const at = lines.findIndex((line, index) => index >= from && /^#|<summary>/.test(line))
  const line = lines[at]
  if (line === undefined) return lines
  const longer = line.startsWith('#') ? `${line} ${word}` : line.replace('</', ` ${word}</`)
  return lines.with(at, longer)
})

/** Without any word of its own: what the page says must still be found. */
const shuffle: fc.Arbitrary<Change> = fc
  .tuple(place, fc.integer({ min: 1, max: 12 }), place)
  .map(([from, count, to]) => (lines) => {
    const moved = lines.slice(from, from + count)
    return lines.toSpliced(from, count).toSpliced(to, 0, ...moved)
  })

const removal: fc.Arbitrary<Change> = place.map((at) => (lines) => lines.toSpliced(at, 1))

const damage: fc.Arbitrary<Change> = fc
  .tuple(
    place,
    fc.nat({ max: 60 }),
    fc.constantFrom('*', '_', '|', '<', '>', '`', '[', ']', '\\', '<br>', ' : '),
  )
  .map(([at, column, mark]) => (lines) => {
    const line = lines[at] ?? ''
    return lines.with(
      Math.min(at, lines.length - 1),
      line.slice(0, column) + mark + line.slice(column),
    )
  })

const changes = fc.array(fc.oneof(addition, addition, longerTitle, shuffle, removal, damage), {
  minLength: 1,
  maxLength: 6,
})

function changed(list: readonly Change[]): { source: string; words: readonly string[] } {
  const words = list.map((_, index) => `nouveau${index}mot`)
  const lines = list.reduce<readonly string[]>(
    (all, change, index) => change(all, words[index] ?? ''),
    PAGE.split('\n'),
  )
  return { source: lines.join('\n'), words }
}

test('whatever is changed in a page, new words are in a guide or listed, and its files load', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const { source, words } = changed(list)
      const reading = readPage(Buffer.from(source))
      if ('faults' in reading) {
        for (const { line, message } of reading.faults) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(source.split('\n').length)
          expect(message).toMatch(/^\p{Lu}.*[^.]\.$/su)
        }
        return
      }
      const { page } = reading
      const told = pageJson(page)
      expect(words.filter((word) => source.includes(word) && !told.includes(word))).toEqual([])
      for (const { line } of page.unplaced) {
        expect(source.split('\n')[line - 1]).toMatch(/[\p{L}\p{N}]/u)
      }
      for (const { guide } of toGuides(page.guides, NOTHING_AROUND)) {
        expect(parseGuide('guide.md', writeGuide(guide))).toEqual({ guide })
      }
    }),
    { numRuns: 100 },
  )
})

const NOTHING_AROUND = { elsewhere: () => new Map(), completed: () => new Map() }

/** What titles, headings of tables and labels say is in the names of the JSON instead. */
const STRUCTURE = new Set(
  wordsIn(
    'Trames pour parler aux candidats Attention aux biais Guides par étape Guides par métier Préqualification Mise en situation Coachs Critères de recrutement Développeur développeuse Critères évalués à cette étape La trame L entretien intra métier Designers Compétences chargé chargée de déploiement junior senior Questions Exemples Conseil 1 2 3',
  ),
)

test('every word of every line of a page is in a guide, or is structure', () => {
  const told = new Set(wordsIn(pageJson(read(PAGE)).replaceAll(String.raw`\n`, ' ')))
  const lost = PAGE.split('\n').flatMap((line, index) =>
    wordsIn(line.replaceAll(/<[^>]*>|\(http[^)]*\)|(?=La trame)/g, ' '))
      .filter((word) => !told.has(word) && !STRUCTURE.has(word))
      .map((word) => `${index + 1}: ${word}`),
  )
  expect(lost).toEqual([])
})

test('a passage under no title that means something is listed with its line', () => {
  const source = PAGE.replace(
    '## Guides par étape',
    '| a | b |\n| - | - |\n| c | d |\n\n## Guides par étape',
  )
  const line = source.split('\n').indexOf('| a | b |') + 1
  expect(read(source).unplaced).toEqual([
    { line, text: 'a' },
    { line, text: 'b' },
    { line: line + 2, text: 'c' },
    { line: line + 2, text: 'd' },
  ])
})

test('what a reader of the page would not see is listed too', () => {
  const source = `${PAGE}\n<!-- Relire avant de publier. -->\n`
  expect(read(source).unplaced).toEqual([
    { line: source.trimEnd().split('\n').length, text: '<!-- Relire avant de publier. -->' },
  ])
})
