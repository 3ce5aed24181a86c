/** How a person acts in front of the messenger: through its API, or on its page. */
import type { Values } from '../../../src/chat/port.ts'
import type { ShownMessage } from '../../contract/platform.ts'
import type { Name, Scene } from './scene.ts'
import { sees, seesButton } from './story.ts'

export interface Hands {
  /** Types a command where the recruitment is, or is about to be. */
  command(who: Name, line: string): Promise<void>
  /** Presses the latest button of that label, in the channel or in the direct messages. */
  press(who: Name, place: Place, label: string): Promise<void>
  /** Fills in the form that has just opened and sends it; it closes. */
  fill(who: Name, values: Values): Promise<void>
  /** Files notes in the form that has just opened: that level or sign everywhere. */
  fillNotes(who: Name, level: string): Promise<void>
  /** Waits until a message with that text is shown. */
  sees(who: Name, place: Place, words: string): Promise<void>
}
/** A private answer comes where the person is looking, or in the direct messages: `either`. */
export type Place = 'channel' | 'direct' | 'either'

/** Where a story is told, and what the hands act with; `channel` is where commands are typed at that moment. */
export interface Means<S extends Scene = Scene> {
  readonly scene: () => Promise<S>
  readonly hands: (scene: S, channel: () => string) => Promise<Hands>
  /** Lets go of what the hands held. */
  readonly release: () => Promise<void>
}

export interface Found {
  readonly channel: string
  readonly message: ShownMessage
}

/** Finds where a person is shown something, waiting for it. */
export interface Eyes {
  button(who: Name, place: Place, label: string): Promise<Found>
  words(who: Name, place: Place, words: string): Promise<Found>
}

export function eyesOn({ people }: Scene, channel: () => string): Eyes {
  async function first(
    who: Name,
    place: Place,
    find: (channel: string) => Promise<ShownMessage>,
  ): Promise<Found> {
    const direct = await people[who].directChannel()
    const places = { channel: [channel()], direct: [direct], either: [channel(), direct] }[place]
    return Promise.any(
      places.map(async (one) => ({ channel: one, message: await find(one) })),
    ).catch(({ errors }: AggregateError) => Promise.reject(errors[0]))
  }
  return {
    button: (who, place, label) => first(who, place, (one) => seesButton(people[who], one, label)),
    words: (who, place, words) => first(who, place, (one) => sees(people[who], one, words)),
  }
}
