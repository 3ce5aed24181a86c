/** What the Events API says, reduced to what the bot looks at. */
import { z } from 'zod'

import { TOMBSTONE, toMessage, type SlackMessage } from './history.ts'

const text = z.string().default('')

const messageEvent = z.looseObject({
  type: z.literal('message'),
  subtype: text,
  channel: z.string(),
  channel_type: text,
  message: z.looseObject({ ts: z.string() }).optional(),
  previous_message: z.looseObject({ ts: z.string() }).optional(),
  deleted_ts: text,
})
const move = { channel: z.string(), user: z.string(), event_ts: text }
const event = z.discriminatedUnion('type', [
  messageEvent,
  z.object({ type: z.literal('member_joined_channel'), ...move }),
  z.object({ type: z.literal('member_left_channel'), ...move }),
  z.object({ type: z.literal('user_change'), user: z.object({ id: z.string() }) }),
  z.object({ type: z.literal('app_home_opened'), user: z.string(), tab: text }),
])
type MessageEvent = z.infer<typeof messageEvent>
export type SlackEvent = z.infer<typeof event>

/** The event, if it is of a kind that the bot looks at. */
export function readEvent(received: unknown): SlackEvent | undefined {
  return event.safeParse(received).data
}

export type Said =
  | { readonly kind: 'said' | 'edited'; readonly message: SlackMessage }
  | { readonly kind: 'deleted'; readonly message: SlackMessage }

/** Kinds of message that a person writes; the others are Slack's own remarks. */
const WRITTEN = new Set(['', 'file_share', 'me_message', 'thread_broadcast'])

/** What became of a message; nothing for what nobody wrote, such as a link being unfolded. */
export function whatWasSaid(received: MessageEvent): Said | undefined {
  const { subtype, message, previous_message: before } = received
  if (WRITTEN.has(subtype)) return { kind: 'said', message: toMessage(received) }
  if (subtype === 'message_deleted') {
    const ts = received.deleted_ts || before?.ts || ''
    return { kind: 'deleted', message: { ...toMessage({ ts, ...before }), ts } }
  }
  if (subtype !== 'message_changed' || message === undefined) return undefined
  const now = toMessage(message)
  // The first message of a thread leaves this in its place.
  if (now.subtype === TOMBSTONE) {
    return { kind: 'deleted', message: { ...toMessage({ ...message, ...before }), ts: now.ts } }
  }
  const then = before === undefined ? undefined : toMessage(before)
  const isEdited = now.edited !== undefined && now.edited.ts !== then?.edited?.ts
  return isEdited && WRITTEN.has(now.subtype) ? { kind: 'edited', message: now } : undefined
}
