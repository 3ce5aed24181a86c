import type { Event } from './events.ts'
import { EVENT_SCHEMA } from './events.ts'

/**
 * Lifts a stored event to today's shape. Each schema that is no longer written gets its step here; an
 * event from a newer version of the bot is refused rather than misread.
 */
export function upcast(schema: number, stored: Record<string, unknown>): Event {
  if (schema > EVENT_SCHEMA) {
    throw new Error(`Event schema ${schema} is newer than this version of the bot understands`)
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rows have the shape of their schema
  return stored as unknown as Event
}
