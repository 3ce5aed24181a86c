import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'
import { z } from 'zod'

import { LIMITS } from '../../../src/chat/slack/limits.ts'
import { faultsOfMessage, faultsOfView, KINDS } from './support/block-kit.ts'

const FOLDER = new URL('../../../../shared/specs/block-kit/', import.meta.url)
const missing = !existsSync(FOLDER)
const skipped = missing ? ' (skipped: no specification here)' : ''

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8'))
const most = z.looseObject({ max_length: z.number().optional(), max_items: z.number().optional() })

/** Where the published limits say what ours say. */
const PUBLISHED: Readonly<Partial<Record<keyof typeof LIMITS, string>>> = {
  text: 'text',
  actionId: 'action_id',
  blockId: 'block_id',
  buttonText: 'button.text',
  buttonValue: 'button.value',
  optionText: 'option.text',
  optionValue: 'option.value',
  optionGroupLabel: 'option_group.label',
  optionGroupOptions: 'option_group.options',
  selectPlaceholder: 'select.placeholder',
  selectOptions: 'select.options',
  selectGroups: 'select.option_groups',
  checkboxes: 'checkboxes.options',
  radioButtons: 'radio_buttons.options',
  actionsElements: 'actions.elements',
  header: 'header.text',
  inputLabel: 'input.label',
  inputHint: 'input.hint',
  viewBlocks: 'view.blocks',
  viewMetadata: 'view.private_metadata',
  viewTitle: 'view.title',
  viewButton: 'view.submit',
}

const words = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) })
const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
})
const button = (over: object) => ({
  type: 'button',
  action_id: 'a',
  text: words(5),
  ...over,
})
const option = (over: object = {}) => ({ text: words(5), value: 'v', ...over })
const options = (count: number) =>
  Array.from({ length: count }, (_, i) => option({ value: `v${i}` }))
const input = (element: object, over: object = {}) => ({
  type: 'input',
  block_id: 'b',
  label: words(5),
  element,
  ...over,
})
const modal = (over: object) => ({
  type: 'modal',
  title: words(5),
  submit: words(5),
  blocks: [rich('a')],
  ...over,
})
const cells = (count: number) =>
  Array.from({ length: count }, () => ({ type: 'raw_text', text: 'a' }))
const table = (rows: object[][], over: object = {}) => ({ type: 'table', rows, ...over })
const group = (over: object) => ({ label: words(5), options: options(1), ...over })
const select = (over: object) => input({ type: 'static_select', ...over })
const several = <T>(count: number, one: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => one(i))

const inMessage = (block: object) => faultsOfMessage([block])
const inModal = (block: object) => faultsOfView(modal({ blocks: [block] }))
const pressing = (over: object) => inMessage({ type: 'actions', elements: [button(over)] })

/** One payload for each published case about blocks that the bot sends. */
const INVALID: Readonly<Record<string, () => readonly string[]>> = {
  'text-empty': () => inMessage(rich('')),
  'text-too-long': () => inMessage(rich('x'.repeat(3_001))),
  'button-action-id-too-long': () => pressing({ action_id: 'x'.repeat(256) }),
  'button-text-too-long': () => pressing({ text: words(76) }),
  'button-url-too-long': () => pressing({ url: 'x'.repeat(3_001) }),
  'button-value-too-long': () => pressing({ value: 'x'.repeat(2_001) }),
  'button-accessibility-label-too-long': () => pressing({ accessibility_label: 'x'.repeat(76) }),
  'option-text-too-long': () => inModal(select({ options: [option({ text: words(76) })] })),
  'option-value-too-long': () => inModal(select({ options: [option({ value: 'x'.repeat(151) })] })),
  'option-url-too-long': () => inModal(select({ options: [option({ url: 'x' })] })),
  'option-description-too-long': () =>
    inModal(select({ options: [option({ description: words(76) })] })),
  'option-group-label-too-long': () =>
    inModal(select({ option_groups: [group({ label: words(76) })] })),
  'option-group-empty': () => inModal(select({ option_groups: [group({ options: [] })] })),
  'option-group-too-many-options': () =>
    inModal(select({ option_groups: [group({ options: options(101) })] })),
  'select-placeholder-too-long': () =>
    inModal(select({ options: options(1), placeholder: words(151) })),
  'select-too-many-options': () => inModal(select({ options: options(101) })),
  'select-too-many-option-groups': () =>
    inModal(select({ option_groups: several(101, () => group({})) })),
  'static-select-options-and-groups': () =>
    inModal(select({ options: options(1), option_groups: [group({})] })),
  'checkboxes-empty': () => inModal(input({ type: 'checkboxes', options: [] })),
  'checkboxes-too-many-options': () => inModal(input({ type: 'checkboxes', options: options(11) })),
  'radio-buttons-empty': () => inModal(input({ type: 'radio_buttons', options: [] })),
  'radio-buttons-too-many-options': () =>
    inModal(input({ type: 'radio_buttons', options: options(11) })),
  'plain-text-input-max-length-too-large': () =>
    inModal(input({ type: 'plain_text_input', max_length: 3_001 })),
  'actions-too-many-elements': () =>
    inMessage({ type: 'actions', elements: several(26, (i) => button({ action_id: `a${i}` })) }),
  'input-label-too-long': () =>
    inModal(input({ type: 'plain_text_input' }, { label: words(2_001) })),
  'input-hint-too-long': () => inModal(input({ type: 'plain_text_input' }, { hint: words(2_001) })),
  'input-invalid-element': () => inModal(input(button({}))),
  'block-id-too-long': () => inMessage({ ...rich('a'), block_id: 'x'.repeat(256) }),
  'table-too-many-rows': () => inMessage(table(several(101, () => cells(1)))),
  'table-ragged-rows': () => inMessage(table([cells(2), cells(1)])),
  'table-column-settings-mismatch': () =>
    inMessage(table([cells(1)], { column_settings: several(2, () => ({})) })),
  'view-missing-blocks': () => faultsOfView(modal({ blocks: [] })),
  'view-too-many-blocks': () => faultsOfView(modal({ blocks: several(101, () => rich('a')) })),
  'view-private-metadata-too-long': () =>
    faultsOfView(modal({ private_metadata: 'x'.repeat(3_001) })),
  'view-callback-id-too-long': () => faultsOfView(modal({ callback_id: 'x'.repeat(256) })),
  'view-title-too-long': () => faultsOfView(modal({ title: words(25) })),
  'view-close-too-long': () => faultsOfView(modal({ close: words(25) })),
  'view-submit-too-long': () => faultsOfView(modal({ submit: words(25) })),
}

/** Fixtures of blocks that the bot sends, which the checker must take. */
const VALID: Readonly<Record<string, z.ZodType>> = {
  'blocks/table_block.json': KINDS.table,
  'blocks/rich_text_block_basic.json': KINDS.richText,
  'elements/button_basic.json': KINDS.button,
  'elements/button_style.json': KINDS.button,
  'elements/button_text_at_limit.json': KINDS.button,
  'elements/multi_select_static.json': KINDS.element,
  'elements/select_menu_static.json': KINDS.element,
  'elements/plaintext_input_basic.json': KINDS.element,
  'elements/select_menu_user.json': KINDS.element,
  'objects/option_value_at_limit.json': KINDS.option,
}

describe('the payloads that the checker is tried on', () => {
  test('are taken when nothing is wrong with them', () => {
    expect(inMessage(rich('x'.repeat(3_000)))).toEqual([])
    expect(pressing({ text: words(75), value: 'x'.repeat(2_000) })).toEqual([])
    expect(inModal(select({ options: options(100) }))).toEqual([])
    expect(inModal(select({ option_groups: [group({})] }))).toEqual([])
    expect(inModal(input({ type: 'checkboxes', options: options(10) }))).toEqual([])
    expect(inModal(input({ type: 'radio_buttons', options: options(10) }))).toEqual([])
    expect(inModal(input({ type: 'plain_text_input', max_length: 3_000 }))).toEqual([])
    expect(inMessage(table([cells(2), cells(2)]))).toEqual([])
    expect(faultsOfView(modal({ title: words(24), close: words(24) }))).toEqual([])
  })

  test.each(Object.entries(INVALID))('are refused: %s', (_id, faults) => {
    expect(faults()).not.toEqual([])
  })
})

describe.skipIf(missing)(`the published limits${skipped}`, () => {
  test('are those of the source', () => {
    const published = z.record(z.string(), z.unknown()).parse(read('limits.json'))
    const source: Readonly<Record<string, number>> = LIMITS
    for (const [ours, path] of Object.entries(PUBLISHED)) {
      const found = path
        .split('.')
        .reduce<unknown>((at, key) => z.record(z.string(), z.unknown()).parse(at)[key], published)
      const { max_length: length, max_items: items } = most.parse(found)
      expect([ours, length ?? items]).toEqual([ours, source[ours]])
    }
  })

  test('are kept by the checker: each invalid case that concerns what the bot sends is refused', () => {
    const { cases } = z
      .object({ cases: z.array(z.object({ id: z.string(), constraint: z.string() })) })
      .parse(read('fixtures/invalid/manifest.json'))
    const sent =
      /^(?:text|action_id|block_id|button|option|option_group|select|static_select|checkboxes|radio_buttons|plain_text_input|actions|input|table|view)\./u
    const ids = cases.filter(({ constraint }) => sent.test(constraint)).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(30)
    expect(ids.filter((id) => !(id in INVALID))).toEqual([])
  })

  test('of other blocks are kept by sending none of them', () => {
    const blocks = readdirSync(new URL('fixtures/valid/blocks/', FOLDER))
    const others = blocks.filter((name) => !/^(?:rich_text|table|input|actions)/u.test(name))
    expect(others.length).toBeGreaterThan(15)
    for (const name of others) {
      expect(faultsOfMessage([read(`fixtures/valid/blocks/${name}`)])).not.toEqual([])
    }
  })

  test.each(Object.entries(VALID))('are not made tighter by the checker: %s', (name, schema) => {
    expect(schema.safeParse(read(`fixtures/valid/${name}`)).error?.issues).toBeUndefined()
  })
})
