/** Takes what Slack sends, however it comes, and acknowledges it once it is safe to. */
import type { App } from '@slack/bolt'

import { duringRequest } from '../../log.ts'
import { cache } from '../cache.ts'

/** What an acknowledgement may carry back: errors of a form, a view. */
export type Acknowledge = (response?: object) => Promise<void>
type Body = Readonly<Record<string, unknown>>

/** Rejects when the event could not be handled; nothing is acknowledged then. */
export type Take = (app: App, body: Body, acknowledge: Acknowledge) => Promise<void>

/** Slack delivers an event again at once, after one and after five minutes. */
const REDELIVERED_WITHIN_MS = 15 * 60_000
const REMEMBERED = 20_000

/**
 * Events are acknowledged once handled: until then Slack may deliver them again, which is recognised, and
 * an event that failed is delivered again. Everything else acknowledges itself within its time limit.
 */
export function taker(): Take {
  /** Events handled or under way; marked before the work, and forgotten if it fails. */
  const events = cache<Promise<void>>(REMEMBERED, REDELIVERED_WITHIN_MS)

  async function taken(app: App, body: Body, acknowledge: Acknowledge): Promise<void> {
    if (body['type'] !== 'event_callback') {
      await app.processEvent({ body, ack: async (response) => acknowledge(asObject(response)) })
      return
    }
    const id = String(body['event_id'])
    const work = events.get(id) ?? app.processEvent({ body, ack: () => Promise.resolve() })
    events.set(id, work)
    try {
      await work
    } catch (error) {
      events.delete(id)
      throw error
    }
    await acknowledge()
  }

  return (app, body, acknowledge) => duringRequest(() => taken(app, body, acknowledge))
}

function asObject(response: unknown): object | undefined {
  return typeof response === 'object' && response !== null ? response : undefined
}
