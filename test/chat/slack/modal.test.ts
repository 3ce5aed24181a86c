import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Field, Form } from '../../../src/chat/port.ts'
import { FormTooLargeError, formView, sayingView } from '../../../src/chat/slack/modal.ts'
import { makeMetadata, readMetadata, toValues } from '../../../src/chat/slack/submission.ts'
import { faultsOfView } from './support/block-kit.ts'
import { shownIn } from './support/shown.ts'

const form = (...fields: Field[]): Form => ({
  form: 'noter',
  title: 'Noter la mise en situation de Camille',
  submit: 'Déposer',
  args: { interview: 'i1' },
  fields,
})
const where = { channel: 'C1', team: 'T1', direct: false }
const viewOf = (...fields: Field[]) =>
  formView(form(...fields), makeMetadata(form(...fields), where))
const inputOf = (field: Field) => viewOf(field).blocks.find(({ type }) => type === 'input')

const options = (count: number, label = 'Une option') =>
  Array.from({ length: count }, (_, i) => ({ value: `v${i}`, label: `${label} ${i}` }))

const choice = (count: number) =>
  inputOf({ kind: 'choice', name: 'n', label: 'N', options: options(count), value: 'v1' })
const grouped = (name: string, group: string): Field => ({ kind: 'text', name, label: name, group })
const ticked = (...values: string[]) => ({ selected_options: values.map((value) => ({ value })) })

/** What Slack would send of a view nobody touched. */
function sent(view: ReturnType<typeof viewOf>, state: Record<string, object>) {
  const values = Object.entries(state).map(([name, value]) => [name, { value }] as const)
  return toValues({ blocks: view.blocks, state: { values: Object.fromEntries(values) } })
}

describe('a modal', () => {
  test('says its whole title above the fields when it is too long for the top', () => {
    const view = viewOf({ kind: 'text', name: 'titre', label: 'Titre' })
    expect(view.title.text).toBe('Noter la mise en…')
    expect(shownIn(view.blocks).text).toContain('Noter la mise en situation de Camille')
    expect(faultsOfView(view)).toEqual([])
  })

  test('keeps what its handler needs, and nobody takes two openings for one', () => {
    const [first, second] = [form(), form()].map((one) => readMetadata(makeMetadata(one, where)))
    expect(first).toMatchObject({ form: 'noter', args: { interview: 'i1' }, ...where })
    expect(first?.nonce).not.toBe(second?.nonce)
    expect(readMetadata('{}')).toBeUndefined()
    expect(readMetadata('not json')).toBeUndefined()
  })

  test('shows a few options side by side, many in a menu, hundreds in groups', () => {
    expect(choice(3)).toMatchObject({
      element: { type: 'radio_buttons', initial_option: { value: 'v1' } },
    })
    expect(choice(30)).toMatchObject({ element: { type: 'static_select' } })
    const many = choice(250)
    expect(many).toMatchObject({ element: { option_groups: [{}, {}, {}] } })
    expect(many).not.toHaveProperty('element.options')
  })

  test('shows in full the options that their box cuts', () => {
    const label = `Une question ${'longue '.repeat(20).trim()}`
    const view = viewOf({
      kind: 'several',
      name: 'q',
      label: 'Q',
      options: [{ value: 'a', label }],
    })
    expect(faultsOfView(view)).toEqual([])
    expect(shownIn(view.blocks).text).toContain(label)
  })

  test('says once what neighbouring fields are about', () => {
    const view = viewOf(
      grouped('a', 'Critère 1'),
      grouped('b', 'Critère 1'),
      grouped('c', 'Critère 2'),
    )
    const words = shownIn(view.blocks).text
    expect(words.split('Critère 1')).toHaveLength(2)
    expect(words.split('Critère 2')).toHaveLength(2)
  })

  test('takes back a value longer than a limit lowered since', () => {
    const value = 'x'.repeat(200)
    const input = inputOf({ kind: 'text', name: 't', label: 'T', value, maxLength: 100 })
    expect(input).toMatchObject({ element: { initial_value: value, max_length: 200 } })
  })

  test.each<[string, Field[]]>([
    [
      'a value longer than a box',
      [{ kind: 'long-text', name: 't', label: 'T', value: 'x'.repeat(3_001) }],
    ],
    [
      'more fields than blocks',
      options(101).map(({ value }) => ({ kind: 'text', name: value, label: 'T' })),
    ],
  ])('that cannot hold %s says so, so that a page is offered', (_what, fields) => {
    expect(() => viewOf(...fields)).toThrow(FormTooLargeError)
  })

  test('is never refused, whatever its words', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '&'.repeat(500), 'mot '.repeat(2_000), '<!channel>'),
    )
    const some = fc
      .uniqueArray(words, { minLength: 1, maxLength: 14 })
      .map((labels) => labels.map((label, i) => ({ value: `v${i}`, label })))
    const kind = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), placeholder: words }),
      fc.record({ kind: fc.constant('long-text' as const), help: words }),
      fc.record({ kind: fc.constant('choice' as const), options: some, optional: fc.boolean() }),
      fc.record({ kind: fc.constant('several' as const), options: some }),
      fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
    )
    const fields = fc
      .array(fc.tuple(kind, words), { maxLength: 5 })
      .map((all) => all.map(([one, label], i): Field => ({ ...one, label, name: `f${i}` })))
    fc.assert(
      fc.property(fields, words, words, (all, title, intro) => {
        const one = { ...form(...all), title, intro: [intro] }
        expect(faultsOfView(formView(one, makeMetadata(one, where)))).toEqual([])
      }),
      { numRuns: 60 },
    )
    expect(faultsOfView(sayingView('Un instant…', ['Je m’en occupe.']))).toEqual([])
  })
})

describe('what a modal sends', () => {
  test('is trimmed, and leaves out what was left empty', () => {
    const view = viewOf(
      { kind: 'text', name: 'titre', label: 'Titre' },
      { kind: 'long-text', name: 'preuve', label: 'Preuve', optional: true },
      { kind: 'person', name: 'qui', label: 'Qui', optional: true },
    )
    const state = {
      titre: { type: 'plain_text_input', value: '  Bien vu ' },
      preuve: { type: 'plain_text_input', value: null },
      qui: { type: 'users_select', selected_user: null },
    }
    expect(sent(view, state)).toEqual({ titre: 'Bien vu' })
  })

  test('gives boxes in the order they are shown, and says when none is ticked', () => {
    const view = viewOf(
      { kind: 'several', name: 'questions', label: 'Q', options: options(3) },
      { kind: 'several', name: 'autres', label: 'A', options: options(12) },
      { kind: 'boolean', name: 'relire', label: 'R' },
      { kind: 'boolean', name: 'garder', label: 'G' },
    )
    const state = {
      questions: { type: 'checkboxes', ...ticked('v2', 'v0') },
      autres: { type: 'multi_static_select', ...ticked() },
      relire: { type: 'checkboxes', ...ticked('true') },
      garder: { type: 'checkboxes', ...ticked() },
    }
    expect(sent(view, state)).toEqual({
      questions: ['v0', 'v2'],
      autres: [],
      relire: true,
      garder: false,
    })
  })
})
