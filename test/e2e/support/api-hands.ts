/** Hands that act as the screen of a messenger does, without a screen. */
import { eyesOn } from './hands.ts'
import type { Hands, Means } from './hands.ts'
import { notesIn } from './notes.ts'
import type { Scene } from './scene.ts'
import { createWorld } from './world.ts'

/** On the practice server, by its official client. */
export const api: Means = { scene: createWorld, hands: withoutScreen, release: async () => {} }

export async function withoutScreen(scene: Scene, channel: () => string): Promise<Hands> {
  const { people } = scene
  const eyes = eyesOn(scene, channel)
  return {
    command: (who, line) => people[who].command(channel(), line),
    async press(who, place, label) {
      const found = await eyes.button(who, place, label)
      await people[who].press(found.channel, label)
    },
    async fill(who, values) {
      const form = await people[who].form()
      const outcome = await form.submit(values)
      if (!outcome.closed) throw new Error(`« ${form.title} » refuses ${JSON.stringify(outcome)}`)
    },
    async fillNotes(who, level) {
      const form = await people[who].form()
      const outcome = await form.submit(notesIn(form.fields, level))
      if (!outcome.closed) throw new Error(`« ${form.title} » refuses ${JSON.stringify(outcome)}`)
    },
    async sees(who, place, words) {
      await eyes.words(who, place, words)
    },
  }
}
