/** What the bot said itself: it can be listed and taken back. */
import { describe, expect, test } from 'vitest'

import type { OwnMessage } from '../../../src/chat/port.ts'
import { type Scene, say } from './scene.ts'

const INSTEAD = ['Message effacé.']
const named = (own: readonly OwnMessage[], words: string) =>
  own.filter((message) => message.words.includes(words))

const longPart = (i: number) => `Partie ${i} ${'mot '.repeat(400)}`

export function ownPromises(scene: Scene): void {
  const { newKey, inChannel, saying, sees } = scene

  describe('the bot’s own messages', () => {
    test('are listed with all their words, in threads too, and nobody else’s', async () => {
      const { chat, marc, channel } = scene.platform
      const root = await chat.post(
        inChannel(),
        {
          headline: ['Sésame un'],
          blocks: [
            { kind: 'fields', fields: [{ label: 'Lieu', value: ['Sésame deux'] }] },
            { kind: 'buttons', buttons: [{ label: 'Sésame trois', action: 'press' }] },
          ],
          files: [{ name: 'sesame-quatre.txt', type: 'text/plain', content: 'Sésame cinq' }],
        },
        newKey(),
      )
      const reply = await chat.post({ ...inChannel(), thread: root }, say('Sésame six'), newKey())
      await marc.say(channel, 'Sésame sept')
      const own = await chat.ownMessages(inChannel(), 0)
      const [first] = named(own, 'Sésame un')
      expect(first).toMatchObject({ ref: root, hasFiles: true })
      expect(first?.words).toContain('Sésame deux')
      expect(first?.words).toContain('Sésame trois')
      expect(first?.words).toContain('sesame-quatre.txt')
      expect(named(own, 'Sésame six')).toMatchObject([{ ref: reply, hasFiles: false }])
      expect(named(own, 'Sésame sept')).toEqual([])
    })

    test('are those of that conversation, since that instant', async () => {
      const { chat, zoe, marc } = scene.platform
      await chat.post({ person: zoe.id }, say('Rien que pour Zoé'), newKey())
      expect(named(await chat.ownMessages({ person: zoe.id }, 0), 'Rien que')).toHaveLength(1)
      expect(named(await chat.ownMessages({ person: marc.id }, 0), 'Rien que')).toEqual([])
      expect(await chat.ownMessages({ person: zoe.id }, Date.now() + 60_000)).toEqual([])
    })

    test('are all listed, however many there are', async () => {
      const { chat } = scene.platform
      for (let i = 0; i < 210; i += 1) await chat.post(inChannel(), say(`Beaucoup ${i}`), newKey())
      expect(named(await chat.ownMessages(inChannel(), 0), 'Beaucoup')).toHaveLength(210)
    })
  })

  describe('a message that the bot takes back', () => {
    test('is seen no more, with all its parts and files; once more changes nothing', async () => {
      const { chat } = scene.platform
      const ref = await chat.post(
        inChannel(),
        {
          headline: ['À reprendre'],
          blocks: Array.from(
            { length: 14 },
            (_, i) => ({ kind: 'text', text: [longPart(i)] }) as const,
          ),
          files: [{ name: 'a-reprendre.txt', type: 'text/plain', content: 'contenu' }],
        },
        newKey(),
      )
      expect(await saying('Partie 13')).not.toEqual([])
      expect(await chat.retract(ref, INSTEAD)).toBe('gone')
      expect(await saying('À reprendre')).toEqual([])
      expect(await saying('Partie 13')).toEqual([])
      expect(await chat.filesOf(ref, 1000)).toEqual([])
      expect(await chat.retract(ref, INSTEAD)).toBe('gone')
    })

    test('to which somebody replied keeps the reply, and loses its own words and files', async () => {
      const { chat, marc, channel } = scene.platform
      const ref = await chat.post(
        inChannel(),
        {
          headline: ['Mots à perdre'],
          blocks: [{ kind: 'text', text: ['Bloc à perdre'] }],
          files: [{ name: 'a-perdre.txt', type: 'text/plain', content: 'contenu' }],
        },
        newKey(),
      )
      await sees('Mots à perdre', marc)
      await marc.say(channel, 'Réponse à garder', ref.post)
      expect(await chat.retract(ref, INSTEAD)).toBe('blanked')
      expect((await sees('Réponse à garder')).thread).toBe(ref.post)
      const left = (await saying('Message effacé.')).find(({ post }) => post === ref.post)
      expect(left).toMatchObject({ files: [] })
      expect(await saying('à perdre')).toEqual([])
    })

    test('in a thread leaves the thread', async () => {
      const { chat } = scene.platform
      const root = await chat.post(inChannel(), say('Fil qui reste'), newKey())
      const reply = await chat.post({ ...inChannel(), thread: root }, say('Mot de trop'), newKey())
      expect(await chat.retract(reply, INSTEAD)).toBe('gone')
      expect(await saying('Mot de trop')).toEqual([])
      await sees('Fil qui reste')
    })
  })
}
