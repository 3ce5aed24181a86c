/** Hands that act through the official client. */
import { eyesOn } from './hands.ts'
import type { Means } from './hands.ts'
import { notesIn } from './notes.ts'

export const api: Means = {
  async hands(world, channel) {
    const { people } = world
    const eyes = eyesOn(world, channel)
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
  },
  release: async () => {},
}
