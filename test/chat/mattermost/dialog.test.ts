import { describe, expect, test } from 'vitest'

import { FormTooLongError, toDialog } from '../../../src/chat/mattermost/dialog.ts'
import { byteLength, shorten } from '../../../src/chat/mattermost/limits.ts'
import type { Field, Form } from '../../../src/chat/port.ts'

const options = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six'].map((value) => ({
  value,
  label: `Option ${value}`,
}))

function dialogOf(...fields: Field[]) {
  const form: Form = { form: 'f', title: 'Titre', submit: 'Envoyer', args: {}, fields }
  return toDialog(form, 'state', () => undefined)
}

function choiceType(count: number, optional = false) {
  const some = options.slice(0, count)
  return dialogOf({ kind: 'choice', name: 'c', label: 'Choix', options: some, optional })
    .elements[0]?.type
}

describe('a dialog', () => {
  test('shows short labels as they are and says nothing more', () => {
    const { elements, introduction_text } = dialogOf({ kind: 'text', name: 't', label: 'Poste' })
    expect(elements).toEqual([
      { type: 'text', name: 't', display_name: 'Poste', optional: false, max_length: 150 },
    ])
    expect(introduction_text).toBe('')
  })

  test('shortens what is too long in bytes, and gives it in full in the introduction', () => {
    const label = 'Qu’as-tu vu ou entendu pendant l’entretien ?'
    const help = 'Un fait, une citation, une situation. '.repeat(6).trim()
    const dialog = dialogOf({ kind: 'long-text', name: 'p', label, help })
    const [element] = dialog.elements
    expect(element?.display_name).toBe('Qu’as-tu vu ou…')
    expect(byteLength(element?.display_name ?? '')).toBeLessThanOrEqual(24)
    expect(byteLength(element?.help_text ?? '')).toBeLessThanOrEqual(150)
    expect(dialog.introduction_text.replaceAll('\u200b', '')).toBe(`**${label}** : ${help}`)
  })

  test('keeps a long title whole in the introduction', () => {
    const form = {
      form: 'f',
      submit: 'ok',
      args: {},
      fields: [],
      title: 'Ouvrir un nouveau recrutement',
    }
    const dialog = toDialog(form, 'state', () => undefined)
    expect(dialog.title).toBe('Ouvrir un nouveau…')
    expect(dialog.introduction_text).toBe('**Ouvrir un nouveau recrutement**')
  })

  test('always has an element, because a phone shows nothing otherwise', () => {
    expect(dialogOf().elements).toMatchObject([{ type: 'bool', optional: true }])
  })

  test('gives a large box to a line that may be longer than the small one', () => {
    const types = [150, 151].map(
      (maxLength) => dialogOf({ kind: 'text', name: 't', label: 'Lien', maxLength }).elements[0],
    )
    expect(types).toMatchObject([
      { type: 'text', max_length: 150 },
      { type: 'textarea', max_length: 151 },
    ])
  })

  test('takes a value up to 3000 characters, and refuses to cut a longer one', () => {
    const field = { kind: 'long-text', name: 'p', label: 'Preuve' } as const
    expect(dialogOf({ ...field, value: 'x'.repeat(3000) }).elements[0]).toMatchObject({
      default: 'x'.repeat(3000),
      max_length: 3000,
    })
    expect(() => dialogOf({ ...field, value: 'x'.repeat(3001) })).toThrow(FormTooLongError)
  })

  test('shows few options at a glance, and many or optional ones in a list', () => {
    expect([choiceType(4), choiceType(6), choiceType(4, true)]).toEqual([
      'radio',
      'select',
      'select',
    ])
  })

  test('shows one box per option when several can be chosen, those chosen before ticked', () => {
    const { elements } = dialogOf({
      kind: 'several',
      name: 'q',
      label: 'Questions posées pendant l’entretien',
      options: options.slice(0, 2),
      values: ['deux'],
    })
    expect(elements).toMatchObject([
      { type: 'bool', name: 'q__un', placeholder: 'Option un', default: 'false', optional: true },
      {
        type: 'bool',
        name: 'q__deux',
        placeholder: 'Option deux',
        default: 'true',
        optional: true,
      },
    ])
    for (const { display_name } of elements)
      expect(byteLength(display_name)).toBeLessThanOrEqual(24)
  })

  test('chooses people among the users', () => {
    expect(dialogOf({ kind: 'person', name: 'qui', label: 'Qui', value: 'p1' }).elements).toEqual([
      {
        type: 'select',
        name: 'qui',
        display_name: 'Qui',
        optional: false,
        data_source: 'users',
        default: 'p1',
      },
    ])
  })
})

describe('shortening', () => {
  test('stops at a word, within the bytes, and never cuts a sign in two', () => {
    expect(shorten('court', 24)).toBe('court')
    expect(shorten('Une phrase qui dépasse largement', 20)).toBe('Une phrase qui…')
    expect(shorten('é'.repeat(20), 11)).toBe('éééé…')
    expect(shorten('🧑‍💻🧑‍💻🧑‍💻', 20)).toBe('🧑‍💻…')
  })
})
