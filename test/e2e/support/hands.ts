/** How a person acts in front of the messenger: through its API, or on its page. */
import type { Values } from '../../../src/chat/port.ts'
import type { ShownMessage } from '../../contract/platform.ts'
import { notesIn } from './notes.ts'
import { sees, seesButton } from './story.ts'
import type { Name, World } from './world.ts'

export interface Hands {
  /** Types a command in the recruitment's channel. */
  command(who: Name, line: string): Promise<void>
  /** Presses the latest button of that label, in the channel or in the direct messages. */
  press(who: Name, place: Place, label: string): Promise<void>
  /** Fills in the form that has just opened and sends it; it closes. */
  fill(who: Name, values: Values): Promise<void>
  /** Fills in the form that has just opened; gives what it refuses, by field, and leaves it open. */
  tryFilling(who: Name, values: Values): Promise<string>
  /** Files notes in the form that has just opened: that level or sign everywhere. */
  fillNotes(who: Name, level: string, values?: Values): Promise<void>
  /** Waits until a message with that text is shown. */
  sees(who: Name, place: Place, words: string): Promise<void>
}
/** A private answer comes where the person is looking, or in the direct messages: `either`. */
export type Place = 'channel' | 'direct' | 'either'

/** Acts through the official client, as the sandbox's API shows things to each person. */
export function apiHands(world: World, channel: () => string): Hands {
  const { people } = world
  const where = async (who: Name, place: Place) => {
    const direct = await people[who].directChannel()
    if (place === 'either') return [channel(), direct]
    return [place === 'channel' ? channel() : direct]
  }
  const see = async (who: Name, place: Place, words: string): Promise<ShownMessage> =>
    Promise.any((await where(who, place)).map((one) => sees(people[who], one, words)))
  return {
    command: (who, line) => people[who].command(channel(), line),
    async press(who, place, label) {
      const places = await where(who, place)
      const shown = await Promise.any(
        places.map((one) => seesButton(people[who], one, label).then(() => one)),
      )
      await people[who].press(shown, label)
    },
    async fill(who, values) {
      const form = await people[who].form()
      const outcome = await form.submit(values)
      if (!outcome.closed) throw new Error(`« ${form.title} » refuses: ${JSON.stringify(outcome)}`)
    },
    async tryFilling(who, values) {
      const form = await people[who].form()
      const outcome = await form.submit(values)
      return JSON.stringify(outcome.errors)
    },
    async fillNotes(who, level, values = {}) {
      const form = await people[who].form()
      const outcome = await form.submit({ ...notesIn(form.fields, level), ...values })
      if (!outcome.closed) throw new Error(`the notes are refused: ${JSON.stringify(outcome)}`)
    },
    async sees(who, place, words) {
      await see(who, place, words)
    },
  }
}
