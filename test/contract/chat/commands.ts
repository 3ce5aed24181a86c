import { describe, expect, test } from 'vitest'

import { type Answer } from '../../../src/chat/port.ts'
import { type Scene, nothing, say } from './scene.ts'

export function commandsPromises(scene: Scene): void {
  const { saying, sees } = scene

  describe('a command', () => {
    test('comes with its words and is answered to its author only', async () => {
      const { zoe, marc } = scene.platform
      scene.answer = () => Promise.resolve({ kind: 'private', message: say('Voilà l’état') })
      await zoe.command(scene.platform.channel, `${scene.platform.command} statut Camille  D.`)
      expect(scene.heard).toMatchObject([
        {
          kind: 'command',
          text: 'statut Camille  D.',
          by: zoe.id,
          team: scene.platform.team,
          direct: false,
        },
      ])
      await sees('Voilà l’état')
      expect(await saying('Voilà l’état', marc)).toEqual([])
    })

    test('is answered to everyone where it was typed, when the answer is shared', async () => {
      const { zoe, marc } = scene.platform
      scene.answer = () => Promise.resolve({ kind: 'shared', message: say('Pour tout le monde') })
      await zoe.command(scene.platform.channel, scene.platform.command)
      await sees('Pour tout le monde')
      expect(await saying('Pour tout le monde', marc)).toHaveLength(1)
    })

    test('typed in the direct messages with the bot says so', async () => {
      const { zoe } = scene.platform
      await zoe.command(await zoe.directChannel(), scene.platform.command)
      expect(scene.heard).toMatchObject([{ kind: 'command', text: '', direct: true }])
    })

    test('with buttons in its answer gives buttons that work, for its author only', async () => {
      const { zoe } = scene.platform
      const buttons = [{ label: 'Mes notes', action: 'notes', args: { a: 'b' } }]
      scene.answer = () =>
        Promise.resolve({
          kind: 'private',
          message: { headline: ['Tes tâches'], blocks: [{ kind: 'buttons', buttons }] },
        })
      await zoe.command(scene.platform.channel, scene.platform.command)
      await sees('Tes tâches')
      scene.answer = nothing
      await zoe.press(scene.platform.channel, 'Mes notes')
      expect(scene.heard.at(-1)).toMatchObject({
        kind: 'button',
        action: 'notes',
        args: { a: 'b' },
      })
      expect(scene.heard.at(-1)).not.toHaveProperty('message')
    })

    test('is acknowledged in under three seconds whatever the bot does, then answered', async () => {
      const gate = Promise.withResolvers<Answer>()
      scene.answer = () => gate.promise
      const before = performance.now()
      await scene.platform.zoe.command(scene.platform.channel, `${scene.platform.command} lent`)
      expect(performance.now() - before).toBeLessThan(3_000)
      expect(scene.heard).toHaveLength(1)
      gate.resolve({ kind: 'private', message: say('Enfin la réponse') })
      await sees('Enfin la réponse')
    })

    test('that the bot fails to handle is answered with words that say what to do', async () => {
      scene.answer = () => Promise.reject(new Error('database down'))
      await scene.platform.zoe.command(scene.platform.channel, `${scene.platform.command} cassé`)
      const message = await sees('réessaie dans une minute')
      expect(message.text).not.toContain('database')
    })

    test('forged by someone who knows the address is refused', async () => {
      expect(await scene.platform.forge('command')).toBe(401)
      expect(scene.heard).toEqual([])
    })
  })
}
