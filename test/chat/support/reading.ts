/** The turn of an instance that is alone; marks last as long as `kept` does. */
import type { Reading } from '../../../src/chat/reading.ts'

export function aloneReading(kept = new Map<string, number>()): Reading {
  return {
    takeTurn: async () => true,
    endTurn: async () => undefined,
    marks: async () => new Map(kept),
    mark: async (channel, until) => {
      kept.set(channel, Math.max(kept.get(channel) ?? 0, until))
    },
  }
}
