import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { actionMaker, checkedContext } from '../../../src/chat/mattermost/buttons.ts'
import { POST_LIMIT } from '../../../src/chat/mattermost/limits.ts'
import { renderMessage } from '../../../src/chat/mattermost/render.ts'
import { splitText } from '../../../src/chat/mattermost/split.ts'
import type { Block, Button } from '../../../src/chat/port.ts'
import { plain } from '../../../src/chat/text.ts'

const action = actionMaker('secret', 'http://bot/mattermost/action', false)
const rendering = { usernames: () => undefined, action }
const parts = (...blocks: Block[]) => renderMessage({ headline: ['Titre'], blocks }, rendering)
const button = (label: string, args?: Record<string, string>): Button => ({
  label,
  action: 'faire',
  ...(args === undefined ? {} : { args }),
})

/** Length as the server counts it, text and attachments together. */
function sizeOf({ message, attachments }: ReturnType<typeof parts>[number]): number {
  return message.length + attachments.reduce((sum, { text = '' }) => sum + text.length, 0)
}

describe('a message', () => {
  test('puts what comes before the first buttons in the post, and the rest under it', () => {
    const [part] = parts(
      { kind: 'text', text: ['Avant'] },
      { kind: 'buttons', buttons: [button('Un')] },
      { kind: 'text', text: ['Entre'] },
      { kind: 'buttons', buttons: [button('Deux')] },
      { kind: 'text', text: ['Après'] },
    )
    expect(part?.message).toBe('Titre\n\nAvant')
    expect(part?.attachments.map(({ text, actions }) => [text, actions?.[0]?.name])).toEqual([
      [undefined, 'Un'],
      ['Entre', 'Deux'],
      ['Après', undefined],
    ])
  })

  test('numbers a list from 1, or from where an earlier message stopped, each item under its own', () => {
    const items = [['Un\nen détail'], ['Deux']]
    expect(parts({ kind: 'numbered', items })[0]?.message).toBe(
      'Titre\n\n1. Un\n   en détail\n2. Deux',
    )
    expect(parts({ kind: 'numbered', items, first: 9 })[0]?.message).toBe(
      'Titre\n\n9. Un\n   en détail\n10. Deux',
    )
  })

  test('shows a checklist as one button each', () => {
    const items = [
      { id: 'a', label: 'Relire les comptes rendus', done: true },
      { id: 'b', label: 'Tester', done: false },
    ]
    const [part] = parts({ kind: 'checklist', action: 'cocher', args: {}, items })
    const [list] = part?.attachments ?? []
    expect(list?.text).toBeUndefined()
    expect(list?.actions?.map(({ name }) => name)).toEqual([
      '☑ Relire les comptes rendus',
      '☐ Tester',
    ])
  })

  test('shows a checklist in full above its buttons when a label is too long for one', () => {
    const items = [
      {
        id: 'a',
        label: 'Relire les comptes rendus précédents de la personne avant de la rencontrer',
        done: true,
      },
      { id: 'b', label: 'Tester', done: false },
    ]
    const [part] = parts({ kind: 'checklist', action: 'cocher', args: { brief: 'x' }, items })
    const [list] = part?.attachments ?? []
    expect(list?.text).toBe(
      '☑ Relire les comptes rendus précédents de la personne avant de la rencontrer\n☐ Tester',
    )
    expect(list?.actions?.map(({ name }) => name)).toEqual([
      '☑ Relire les comptes rendus précédents de la personne…',
      '☐ Tester',
    ])
    expect(list?.actions?.[1]?.integration.context.args).toEqual({ brief: 'x', item: 'b' })
  })

  test('shows a table with its cells on one line each', () => {
    const [part] = parts({
      kind: 'table',
      head: ['Critère', 'Zoé | Marc'],
      rows: [
        [['Écrit\nbien'], ['2 | 3']],
        [['Teste'], ['']],
      ],
    })
    expect(part?.message.split('\n\n')[1]).toBe(
      [
        '| Critère | Zoé \\| Marc |',
        '| --- | --- |',
        '| Écrit bien | 2 \\| 3 |',
        '| Teste |  |',
      ].join('\n'),
    )
  })

  test('never exceeds what a post can hold, and loses none of its words', () => {
    const words = fc.array(
      fc.constantFrom('preuve', '*gras*', '\n', '\n\n', '@all', 'x'.repeat(300)),
      {
        maxLength: 3_000,
        size: 'max',
      },
    )
    const kind = fc.constantFrom('text', 'quote', 'bullets', 'table', 'fields')
    fc.assert(
      fc.property(words, kind, (typed, shape) => {
        const text = [typed.join(' ')]
        const block: Record<typeof shape, Block> = {
          text: { kind: 'text', text },
          quote: { kind: 'quote', text },
          bullets: { kind: 'bullets', items: [text, ['fin']] },
          table: {
            kind: 'table',
            head: ['Nom', 'Preuve'],
            rows: [
              [['A'], text],
              [['B'], ['fin']],
            ],
          },
          fields: { kind: 'fields', fields: [{ label: 'Preuve', value: text }] },
        }
        const rendered = parts(block[shape])
        expect(Math.max(...rendered.map(sizeOf))).toBeLessThanOrEqual(POST_LIMIT)
        const shown = rendered.map(({ message }) => message).join(' ')
        for (const word of ['preuve', 'gras', 'all', 'x'.repeat(300)]) {
          const count = typed.filter((one) => one.includes(word)).length
          expect(shown.split(word).length - 1).toBeGreaterThanOrEqual(count)
        }
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })

  test('repeats the head of a table that goes on in another post', () => {
    const rows = Array.from({ length: 600 }, (_, i) => [
      [`Ligne ${i}`],
      ['une preuve notée avec soin'],
    ])
    const rendered = parts({ kind: 'table', head: ['Nom', 'Preuve'], rows })
    expect(rendered.length).toBeGreaterThan(1)
    for (const { message } of rendered) expect(message).toContain('| Nom | Preuve |\n| --- | --- |')
  })

  test('is cut between words only, keeping every one of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const pieces = splitText([typed], 300)
        expect(pieces.map(plain).join('')).toBe(typed)
      }),
    )
  })
})

describe('a button', () => {
  test('has an id of letters and digits that depends on what it does, not on its place', () => {
    const [one, two, again] = [
      action(button('A', { x: '1' })),
      action(button('A', { x: '2' })),
      action(button('B', { x: '1' })),
    ]
    expect(one.id).toMatch(/^[a-z0-9]+$/u)
    expect(one.id).not.toBe(two.id)
    expect(one.id).toBe(again.id)
  })

  test('is recognised whatever the order in which its ids come back', () => {
    const { context } = action(button('A', { x: '1', y: '2' })).integration
    const back = { ...context, args: { y: '2', x: '1' } }
    expect(checkedContext('secret', back)).toEqual(back)
  })

  test('is refused when its action, its ids or its privacy changed', () => {
    const { context } = action(button('A', { x: '1' })).integration
    for (const change of [
      { action: 'autre' },
      { args: { x: '2' } },
      { private: true },
      { key: '' },
    ]) {
      expect(checkedContext('secret', { ...context, ...change })).toBeUndefined()
    }
    expect(checkedContext('other', context)).toBeUndefined()
    expect(checkedContext('secret', undefined)).toBeUndefined()
  })
})
