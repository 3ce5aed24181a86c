import { describe, expect, test, vi } from 'vitest'

import { type Message } from '../../../src/chat/port.ts'
import { type Scene, nothing, say } from './scene.ts'

const checklist = (done: readonly string[]): Message => ({
  headline: ['Avant l’appel'],
  blocks: [
    {
      kind: 'checklist',
      action: 'cocher',
      args: { brief: 'b1' },
      items: ['Relire', 'Préparer', 'Tester'].map((label) => ({
        id: label.toLowerCase(),
        label,
        done: done.includes(label.toLowerCase()),
      })),
    },
  ],
})

const button = (label: string) =>
  ({ kind: 'buttons', buttons: [{ label, action: label.toLowerCase() }] }) as const

export function buttonsPromises(scene: Scene): void {
  const { newKey, inChannel, seen, saying, sees } = scene

  describe('a button', () => {
    test('sends its action and ids, and says who pressed it on which message', async () => {
      const { chat, zoe } = scene.platform
      const args = { interview: 'i1', person: 'p 2' }
      const blocks = [
        { kind: 'buttons', buttons: [{ label: 'Je viens', action: 'venir', args }] },
      ] as const
      const ref = await chat.post(inChannel(), { headline: ['Invitation'], blocks }, newKey())
      await zoe.press(scene.platform.channel, 'Je viens')
      expect(scene.heard).toMatchObject([
        { kind: 'button', action: 'venir', args, by: zoe.id, message: ref, direct: false },
      ])
      expect(scene.heard[0]).toMatchObject({
        channel: scene.platform.channel,
        team: scene.platform.team,
      })
    })

    test('ticks a box of a checklist, which stays ticked and in order', async () => {
      const { chat, zoe } = scene.platform
      scene.answer = async (interaction) =>
        interaction.kind === 'button'
          ? { kind: 'replace', message: checklist([interaction.args['item'] ?? '']) }
          : nothing()
      const ref = await chat.post(inChannel(), checklist([]), newKey())
      await zoe.press(scene.platform.channel, '☐ Préparer')
      expect(scene.heard).toMatchObject([
        { action: 'cocher', args: { brief: 'b1', item: 'préparer' }, message: ref },
      ])
      await vi.waitFor(async () => {
        const message = (await seen()).find(({ post }) => post === ref.post)
        expect(message?.buttons).toEqual(['☐ Relire', '☑ Préparer', '☐ Tester'])
      })
    })

    test('can be answered to whoever pressed it, and nobody else', async () => {
      const { chat, zoe, marc } = scene.platform
      const blocks = [{ kind: 'buttons', buttons: [{ label: 'Voir', action: 'voir' }] }] as const
      await chat.post(inChannel(), { headline: ['Résultat'], blocks }, newKey())
      scene.answer = () => Promise.resolve({ kind: 'private', message: say('Réponse discrète') })
      await zoe.press(scene.platform.channel, 'Voir')
      await sees('Réponse discrète')
      expect(await saying('Réponse discrète', marc)).toEqual([])
    })

    test('can be answered privately with buttons of their own, which work', async () => {
      const { chat, zoe, marc } = scene.platform
      await chat.post(inChannel(), { headline: ['Tâche'], blocks: [button('Détailler')] }, newKey())
      scene.answer = () =>
        Promise.resolve({
          kind: 'private',
          message: { headline: ['Le détail'], blocks: [button('Relancer')] },
        })
      await zoe.press(scene.platform.channel, 'Détailler')
      const places = [scene.platform.channel, await zoe.directChannel()]
      const place = await vi.waitFor(async () => {
        for (const channel of places) {
          if ((await saying('Le détail', zoe, channel)).length > 0) return channel
        }
        throw new Error('not answered')
      })
      expect(await saying('Le détail', marc)).toEqual([])
      scene.answer = nothing
      await zoe.press(place, 'Relancer')
      expect(scene.heard.at(-1)).toMatchObject({ kind: 'button', action: 'relancer', by: zoe.id })
    })

    test('forged by someone who knows the address is refused', async () => {
      expect(await scene.platform.forge('button')).toBe(401)
      expect(scene.heard).toEqual([])
    })
  })
}
