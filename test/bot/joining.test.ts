import { describe, expect, test } from 'vitest'
import { digest, oneAfterTheOther } from '../../src/bot/joining.ts'
import type { Message } from '../../src/chat/port.ts'
import { bold, emphasised, italic, link, text } from '../../src/chat/text.ts'
import { shown } from '../support/shown.ts'

const HELP = { kind: 'text' as const, text: ['Si tu n’y arrives pas, dis-le à Camille.'] }

function reminder(name: string, ...blocks: NonNullable<Message['blocks']>): Message {
  const buttons = [
    { label: `Notes : ${name}`, action: 'file-notes', args: { interview: name } },
    { label: 'Autre chose', action: 'other' },
  ]
  return {
    headline: [`✍️ Tes notes sur ${name} manquent encore.`],
    blocks: [...blocks, { kind: 'buttons', buttons }],
  }
}

const file = (name: string) => ({ name, type: 'text/calendar', content: '' })

const done: Message = { headline: ['✅ Tu as lu le cadrage.'], blocks: [] }

describe('a list of reminders', () => {
  test('has one line and one button each, and says what they add once', () => {
    expect(shown(digest([reminder('Alix', HELP), reminder('Sacha', HELP)], true))).toBe(
      [
        '✍️ 2 choses t’attendent ce matin.',
        '- ✍️ Tes notes sur Alix manquent encore.',
        '- ✍️ Tes notes sur Sacha manquent encore.',
        'Si tu n’y arrives pas, dis-le à Camille.',
        '[Notes : Alix] [Notes : Sacha]',
      ].join('\n'),
    )
  })

  test.each([
    [5, 'Pour la dernière : /recrutement tâches.'],
    [7, 'Pour les 3 autres : /recrutement tâches.'],
  ])('of %i has four buttons, and says where the others are', (many, end) => {
    const names = Array.from({ length: many }, (_, i) => `n° ${i + 1}`)
    const lines = shown(
      digest(
        names.map((name) => reminder(name)),
        false,
      ),
    ).split('\n')
    expect(lines[0]).toBe(`✍️ ${many} choses t’attendent.`)
    expect(lines.slice(1, -2)).toHaveLength(many)
    expect(lines.at(-2)).toBe('[Notes : n° 1] [Notes : n° 2] [Notes : n° 3] [Notes : n° 4]')
    expect(lines.at(-1)).toBe(end)
  })

  test('counts what is still to be done', () => {
    expect(shown(digest([reminder('Alix'), done], false))).toMatch(/^✍️ 1 chose t’attend\.\n/)
    expect(shown(digest([done, done], true))).toMatch(/^✅ Tout est fait\.\n/)
    expect(digest([done, done], true).blocks?.map(({ kind }) => kind)).toEqual(['bullets'])
  })
})

describe('several messages in one', () => {
  test('keep their words, their buttons and their files, under one headline', () => {
    const first: Message = { headline: ['D’abord'], blocks: [HELP], files: [file('a.ics')] }
    const second: Message = { ...reminder('Alix'), files: [file('b.ics')] }
    const whole = oneAfterTheOther([first, second, { headline: ['Enfin'] }])
    expect(shown(whole)).toBe(
      [
        'D’abord',
        'Si tu n’y arrives pas, dis-le à Camille.',
        '*✍️ Tes notes sur Alix manquent encore.*',
        '[Notes : Alix] [Autre chose]',
        '*Enfin*',
      ].join('\n'),
    )
    expect(whole.files?.map(({ name }) => name)).toEqual(['a.ics', 'b.ics'])
  })

  test('of which there is one are that one', () => {
    expect(oneAfterTheOther([done])).toEqual(done)
  })
})

describe('a headline that starts a part', () => {
  test('is in bold all along, but for what leads somewhere', () => {
    const room = link('https://visio.exemple.gouv.fr/a', 'le lien')
    expect(
      emphasised(text`🗓 ${bold('Demain')} avec ${italic('Alix')} · ${room} ou ${room}`),
    ).toEqual([bold('🗓 Demain avec Alix ·'), ' ', room, ' ', bold('ou'), ' ', room])
    expect(emphasised([])).toEqual([])
    expect(emphasised([room, ' '])).toEqual([room, ' '])
  })
})
