import { describe, expect, test } from 'vitest'

import {
  checkedState,
  elementErrors,
  isExpired,
  makeState,
  toValues,
} from '../../../src/chat/mattermost/submission.ts'
import type { Form } from '../../../src/chat/port.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const opening = { person: 'p1', channel: 'c1', team: undefined, direct: true }
const form: Form = {
  form: 'noter',
  title: 'Noter',
  submit: 'ok',
  args: { interview: 'i1' },
  fields: [
    { kind: 'text', name: 'lien', label: 'Lien', maxLength: 500 },
    {
      kind: 'several',
      name: 'q',
      label: 'Questions',
      options: ['b', 'a'].map((value) => ({ value, label: value })),
    },
  ],
}

function stateOf(now = 0) {
  const state = checkedState('secret', makeState('secret', form, opening, now))
  if (state === undefined) throw new Error('the state was refused')
  return state
}

describe('the state of a dialog', () => {
  test('comes back as it was made, with an id of its own', () => {
    expect(stateOf()).toMatchObject({
      form: 'noter',
      args: { interview: 'i1' },
      person: 'p1',
      direct: true,
    })
    expect(stateOf().nonce).not.toBe(stateOf().nonce)
  })

  test('is refused when anything in it changed, or when another secret made it', () => {
    const state = makeState('secret', form, opening, 0)
    const [body = '', key] = state.split('.')
    const other = Buffer.from(body, 'base64url').toString().replace('"p1"', '"p2"')
    expect(
      checkedState('secret', `${Buffer.from(other).toString('base64url')}.${key}`),
    ).toBeUndefined()
    expect(checkedState('other', state)).toBeUndefined()
    expect(checkedState('secret', body)).toBeUndefined()
    expect(checkedState('secret', '')).toBeUndefined()
  })

  test('is good for a day', () => {
    expect(isExpired(stateOf(1000), 1000 + DAY_MS)).toBe(false)
    expect(isExpired(stateOf(1000), 1001 + DAY_MS)).toBe(true)
  })
})

describe('the values of a submission', () => {
  test('are trimmed, and absent when left empty', () => {
    const values = toValues(
      { a: ' x ', b: '  ', c: null, d: false, e: 12 },
      { several: {}, oneLine: [] },
    )
    expect(values).toEqual({ a: 'x', d: false, e: '12' })
  })

  test('gather the boxes of a field in the order of its options, none included', () => {
    const { shape } = stateOf()
    expect(toValues({ q__a: true, q__b: true }, shape)).toEqual({ q: ['b', 'a'] })
    expect(toValues({ q__a: false, q__b: false }, shape)).toEqual({ q: [] })
  })

  test('keep a line on one line when only a large box could hold it', () => {
    expect(toValues({ lien: 'https://x.fr/\n a ', q__a: false }, stateOf().shape)).toMatchObject({
      lien: 'https://x.fr/ a',
    })
  })

  test('keep the lines of a long text, whatever the keyboard sends for them', () => {
    expect(toValues({ p: 'un\r\ndeux' }, { several: {}, oneLine: [] })).toEqual({ p: 'un\ndeux' })
  })

  test('leave out the box that only stands in for a field', () => {
    expect(toValues({ seen: true }, { several: {}, oneLine: [] })).toEqual({})
  })
})

test('an error on a field of boxes shows on its first box', () => {
  expect(elementErrors({ q: 'Coche-en une.', lien: 'Invalide.' }, stateOf().shape)).toEqual({
    q__b: 'Coche-en une.',
    lien: 'Invalide.',
  })
})
