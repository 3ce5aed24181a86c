import { describe, expect, test } from 'vitest'

import { bold, person, text } from '../../../src/chat/text.ts'
import { type Scene, say } from './scene.ts'

const HOSTILE_NAMES = [
  '@all',
  '@channel <!channel> @here',
  'Zoé | `rm -rf` *x* _y_ [a](https://x.fr)',
  '# Titre',
  '- item',
  '1. un',
  '> cité',
  ':smile: ~town-square #urgent www.x.fr',
  '&lt;b&gt; <b>gras</b> \\*',
  '🧑‍💻 ' + 'long '.repeat(60).trim(),
]

export function messagesPromises(scene: Scene): void {
  const { newKey, inChannel, seen, saying, sees } = scene

  describe('a message', () => {
    test('is shown to everyone in the channel, and found again by its key', async () => {
      const { chat } = scene.platform
      const since = Date.now()
      const key = newKey()
      const ref = await chat.post(inChannel(), say('Bonjour à tout le monde'), key)
      expect((await sees('Bonjour à tout le monde', scene.platform.marc)).post).toBe(ref.post)
      expect(await chat.find(inChannel(), key, since)).toEqual(ref)
      expect(await chat.find(inChannel(), newKey(), since)).toBeUndefined()
    })

    test('to one person is read by that person only', async () => {
      const { chat, zoe, marc } = scene.platform
      const key = newKey()
      await chat.post({ person: zoe.id }, say('Pour toi seule'), key)
      await sees('Pour toi seule', zoe, await zoe.directChannel())
      expect(await saying('Pour toi seule', marc, await marc.directChannel())).toEqual([])
      expect(await saying('Pour toi seule', marc)).toEqual([])
      expect(await chat.find({ person: zoe.id }, key, 0)).toBeDefined()
      expect(await chat.find({ person: marc.id }, key, 0)).toBeUndefined()
    })

    test('can answer in a thread, where it is found too', async () => {
      const { chat } = scene.platform
      const key = newKey()
      const root = await chat.post(inChannel(), say('Un fil'), newKey())
      const to = { ...inChannel(), thread: root }
      const reply = await chat.post(to, say('Dans le fil'), key)
      expect((await sees('Dans le fil')).thread).toBe(root.post)
      expect(await chat.find(to, key, 0)).toEqual(reply)
    })

    test('shows its blocks in order, with emphasis, people and buttons', async () => {
      const { chat, zoe } = scene.platform
      await chat.post(
        inChannel(),
        {
          headline: text`Demain 14 h avec ${person(zoe.id)}`,
          blocks: [
            { kind: 'section', title: 'L’objectif', text: ['Vérifier la prise de notes.'] },
            { kind: 'fields', fields: [{ label: 'Durée', value: ['60 min'] }] },
            { kind: 'bullets', items: [[bold('Un')], ['Deux']] },
            { kind: 'quote', text: ['Première ligne\nseconde ligne'] },
            { kind: 'buttons', buttons: [{ label: 'Je serai là', action: 'venir' }] },
          ],
        },
        newKey(),
      )
      const message = await sees('Demain 14 h')
      const order = ['Demain', 'L’objectif', 'Durée', '60 min', 'Un', 'Deux', 'seconde ligne']
      const places = order.map((words) => message.text.indexOf(words))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places).not.toContain(-1)
      expect(message.marks).toContain('mention')
      expect(message.marks).toContain('strong')
      expect(message.buttons).toEqual(['Je serai là'])
    })

    test('keeps every word when it is longer than a post can be, in one thread', async () => {
      const { chat } = scene.platform
      const key = newKey()
      const lines = Array.from({ length: 900 }, (_, i) => `Ligne ${i} : une preuve de plus, notée.`)
      const long = {
        headline: ['Compte rendu long'],
        blocks: [{ kind: 'text', text: [lines.join('\n')] }],
      } as const
      const ref = await chat.post(inChannel(), long, key)
      const all = (await seen()).filter(
        ({ post, thread }) => post === ref.post || thread === ref.post,
      )
      const words = all.map((message) => message.text).join('\n')
      expect(all.length).toBeGreaterThan(1)
      for (const line of lines) expect(words).toContain(line)
      expect(await chat.find(inChannel(), key, 0)).toEqual(ref)

      await chat.update(ref, say('Compte rendu court'))
      const left = (await seen()).filter(
        ({ post, thread }) => post === ref.post || thread === ref.post,
      )
      expect(left.map((message) => message.text)).toEqual(['Compte rendu court'])
    })

    test('is rewritten in place and still found by its key', async () => {
      const { chat } = scene.platform
      const key = newKey()
      const ref = await chat.post(inChannel(), say('Avant la réécriture'), key)
      await chat.update(ref, say('Après la réécriture'))
      expect((await sees('Après la réécriture')).post).toBe(ref.post)
      expect(await saying('Avant la réécriture')).toEqual([])
      expect(await chat.find(inChannel(), key, 0)).toEqual(ref)
    })

    test('deleted since is left alone by an update', async () => {
      await expect(
        scene.platform.chat.update(
          { channel: scene.platform.channel, post: 'x'.repeat(26) },
          say('Trop tard'),
        ),
      ).resolves.toBeUndefined()
      expect(await saying('Trop tard')).toEqual([])
    })

    test('carries files', async () => {
      const files = [{ name: 'entretien.ics', type: 'text/calendar', content: 'BEGIN:VCALENDAR' }]
      await scene.platform.chat.post(
        inChannel(),
        { ...say('Voici le rendez-vous'), files },
        newKey(),
      )
      expect((await sees('Voici le rendez-vous')).files).toEqual(['entretien.ics'])
    })

    test.each(HOSTILE_NAMES)('shows %j as typed, and interprets nothing of it', async (typed) => {
      const key = newKey()
      const table = {
        kind: 'table',
        head: ['Nom', 'Étape'],
        rows: [[[typed], ['débrief']]],
      } as const
      const ref = await scene.platform.chat.post(
        inChannel(),
        {
          headline: [typed],
          blocks: [{ kind: 'fields', fields: [{ label: 'Nom', value: [typed] }] }],
        },
        key,
      )
      const message = (await seen()).find(({ post }) => post === ref.post)
      expect(message?.text.split(typed)).toHaveLength(3)
      expect(message?.marks).toEqual(['strong'])
      await scene.platform.chat.update(ref, { headline: ['Tableau'], blocks: [table] })
      const after = (await seen()).find(({ post }) => post === ref.post)
      expect(after?.marks.filter((mark) => mark !== 'table')).toEqual([])
    })
  })
}
