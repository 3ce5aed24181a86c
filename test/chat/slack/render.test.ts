import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Block, Button } from '../../../src/chat/port.ts'
import { renderMessage } from '../../../src/chat/slack/render.ts'
import { splitText } from '../../../src/chat/slack/split.ts'
import { bold, link, person, plain, text } from '../../../src/chat/text.ts'
import { faultsOfMessage } from './support/block-kit.ts'
import { shownIn } from './support/shown.ts'

const parts = (...blocks: Block[]) => renderMessage({ headline: ['Titre'], blocks })
const button = (label: string, args?: Record<string, string>): Button => ({
  label,
  action: 'faire',
  ...(args === undefined ? {} : { args }),
})
const bare = (words: string) => words.replace(/\s+/gu, '')
const faults = (all: ReturnType<typeof parts>) =>
  all.flatMap(({ blocks }) => faultsOfMessage(blocks))

describe('a message', () => {
  test('says its headline alone beside the blocks, for notifications', () => {
    const [part] = renderMessage({
      headline: text`Demain avec ${person('U0ZOE')} & <!channel>`,
      blocks: [{ kind: 'text', text: ['Le contenu'] }],
    })
    expect(part?.text).toBe('Demain avec <@U0ZOE> &amp; &lt;!channel&gt;')
  })

  test.each([
    '<!channel>',
    '<@U0ZOE>',
    '*x* _y_ `z` ~t~',
    ':smile:',
    '&lt;',
    'https://x.fr',
    '> a',
  ])('shows %j as typed, and interprets nothing of it', (typed) => {
    const [part] = renderMessage({ headline: [typed] })
    expect(shownIn(part?.blocks ?? [])).toEqual({ text: typed, marks: [], links: [], buttons: [] })
  })

  test('makes emphasis, links and mentions of nothing but what asks for it', () => {
    const [part] = renderMessage({
      headline: text`${bold('gras')} ${link('https://x.fr/a', 'ici')} ${person('U0ZOE')} ${person('?')}`,
    })
    expect(shownIn(part?.blocks ?? [])).toMatchObject({
      text: 'gras ici @U0ZOE une personne inconnue',
      marks: ['strong', 'link', 'mention'],
      links: ['https://x.fr/a'],
    })
  })

  test('shows the address of a link that is neither web nor mail', () => {
    const [part] = renderMessage({ headline: [link('javascript:alert(1)', 'ici')] })
    expect(shownIn(part?.blocks ?? [])).toMatchObject({
      text: 'ici (javascript:alert(1))',
      links: [],
    })
  })

  test('numbers a list from 1, or from where an earlier message stopped', () => {
    const items = [['Un'], ['Deux']]
    const list = (first?: number) =>
      parts({ kind: 'numbered', items, ...(first === undefined ? {} : { first }) })[0]?.blocks[1]
    expect(list()).toMatchObject({ elements: [{ style: 'ordered' }] })
    expect(list()).not.toHaveProperty('elements.0.offset')
    expect(list(9)).toMatchObject({ elements: [{ style: 'ordered', offset: 8 }] })
  })

  test('keeps an item too long for a block in order, and numbers the next one rightly', () => {
    const long = 'Une phrase de plus. '.repeat(300)
    const all = parts({ kind: 'numbered', items: [['Un'], [long], ['Trois']] })
    expect(faults(all)).toEqual([])
    const lists = all
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
      .filter((element) => element.type === 'rich_text_list')
    expect(lists.at(-1)).toMatchObject({ offset: 2, elements: [{}] })
  })

  test('shows a checklist as one button each, with the whole label when it is cut', () => {
    const items = [
      { id: 'a', label: 'Relire les comptes rendus', done: true },
      { id: 'b', label: 'Préparer '.repeat(20).trim(), done: false },
    ]
    const [part] = parts({ kind: 'checklist', action: 'cocher', args: { brief: 'b' }, items })
    const shown = shownIn(part?.blocks ?? [])
    expect(shown.buttons[0]).toBe('☑ Relire les comptes rendus')
    expect(shown.buttons[1]).toMatch(/^☐ Préparer .*…$/u)
    expect(shown.text).toContain(`☐ ${items[1]?.label}`)
  })

  test('leaves buttons under the words that they are about', () => {
    const filling = Array.from({ length: 60 }, (_, i) => [
      { kind: 'text', text: [`Question ${i}. ${'Une phrase. '.repeat(30)}`] } as const,
      { kind: 'buttons', buttons: [button(`Voir ${i}`)] } as const,
    ]).flat()
    const all = parts(...filling)
    expect(all.length).toBeGreaterThan(1)
    expect(faults(all)).toEqual([])
    for (const { blocks } of all) expect(blocks[0]?.type).toBe('rich_text')
  })

  test('shows a table, with one head per message when it takes several', () => {
    const rows = Array.from({ length: 230 }, (_, i) => [[`Critère ${i}`], [bold('2')], []])
    const all = parts({ kind: 'table', head: ['Critère', 'Niveau', 'Preuve'], rows })
    expect(faults(all)).toEqual([])
    const tables = all.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'table')
    expect(tables.length).toBeGreaterThan(2)
    const words = all.map(({ blocks }) => shownIn(blocks).text).join('\n')
    for (const i of rows.keys()) expect(words).toContain(`Critère ${i} | 2`)
    for (const table of tables) expect(shownIn([table]).text).toMatch(/^Critère \| Niveau/u)
  })

  test('shows a table too wide or too long for Slack row by row, with no word lost', () => {
    const head = Array.from({ length: 25 }, (_, i) => `Colonne ${i}`)
    const wide = parts({ kind: 'table', head, rows: [head.map((name) => [`en ${name}`])] })
    const long = parts({ kind: 'table', head: ['A'], rows: [[['Une phrase. '.repeat(400)]]] })
    expect(faults([...wide, ...long])).toEqual([])
    expect(shownIn(wide[0]?.blocks ?? []).text).toContain('Colonne 24 : en Colonne 24')
  })

  test('is never refused nor cut short, whatever it holds', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.constantFrom('', ' ', '&'.repeat(3_500), 'x'.repeat(9_000), 'Une phrase. '.repeat(1_200)),
    )
    const inline = fc.oneof(
      words,
      words.map(bold),
      words.map((label) => link('https://x.fr', label)),
    )
    const content = fc.array(inline, { maxLength: 6 })
    const many = { maxLength: 40 }
    const block: fc.Arbitrary<Block> = fc.oneof(
      content.map((some) => ({ kind: 'text', text: some }) as const),
      fc.array(content, many).map((items) => ({ kind: 'bullets', items }) as const),
      fc.array(content, many).map((items) => ({ kind: 'numbered', items, first: 4 }) as const),
      content.map((some) => ({ kind: 'quote', text: some }) as const),
      fc
        .array(fc.array(content, { maxLength: 4 }), many)
        .map((rows) => ({ kind: 'table', head: ['A', 'B'], rows }) as const),
      fc.uniqueArray(words, many).map(
        (labels) =>
          ({
            kind: 'buttons',
            buttons: labels.map((l) => button(l, { l: l.slice(0, 200) })),
          }) as const,
      ),
    )
    fc.assert(
      fc.property(content, fc.array(block, { maxLength: 12 }), (headline, blocks) => {
        const all = renderMessage({ headline, blocks })
        expect(faults(all)).toEqual([])
        for (const part of all) expect(part.text.length).toBeLessThan(4_000)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a text too long for a block', () => {
  const sentences = Array.from({ length: 300 }, (_, i) => `Phrase ${i}, dite en entier. `)

  test('is cut after a sentence', () => {
    const pieces = splitText([sentences.join('')], 2_800)
    expect(pieces.length).toBeGreaterThan(2)
    for (const piece of pieces) expect(plain(piece).trim()).toMatch(/^Phrase .*en entier\.$/su)
  })

  test('is cut after a line when one ends late enough', () => {
    const lines = Array.from({ length: 100 }, (_, i) => `Ligne ${i}. Avec deux phrases.\n`)
    for (const piece of splitText([lines.join('')], 1_000)) {
      expect(plain(piece)).toMatch(/^Ligne .*deux phrases\.$/su)
    }
  })

  test('loses no word, and no piece is longer than the limit', () => {
    const content = fc.array(fc.oneof(fc.string(), fc.string().map(bold)), { maxLength: 60 })
    fc.assert(
      fc.property(content, fc.integer({ min: 600, max: 900 }), (parts, limit) => {
        const pieces = splitText(parts, limit)
        expect(bare(pieces.map(plain).join(''))).toBe(bare(plain(parts)))
        for (const piece of pieces) expect(plain(piece).length).toBeLessThanOrEqual(limit)
      }),
    )
  })
})
