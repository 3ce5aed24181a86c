/** Brings an answer to whoever acted, or to everyone where they asked for that. */
import { PermanentChatError, type Interaction, type Message, type MessageRef } from '../port.ts'
import { isOneOf } from './client.ts'
import type { Settled } from './interact.ts'
import type { Posting } from './posting.ts'
import type { Reader, Respond } from './respond.ts'

/** `on`: the message that carries the button that was pressed. */
export type Deliver = (
  answer: Settled,
  interaction: Interaction,
  reader: Reader,
  on?: MessageRef,
) => Promise<void>

/** How late Slack may deliver the same interaction again. */
export const REDELIVERED_WITHIN_MS = 10 * 60_000
/** The bot is not in this channel, or has no business reading it since it is public. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'channel_not_found',
  'missing_scope',
  'not_in_channel',
])

export function deliverer(
  posting: Pick<Posting, 'post' | 'find' | 'update'>,
  respond: Respond,
): Deliver {
  /** Once per interaction, however often it is delivered. */
  async function share(message: Message, { id, channel }: Interaction, url: string): Promise<void> {
    const key = `shared/${id}`
    try {
      const before = await posting.find({ channel }, key, Date.now() - REDELIVERED_WITHIN_MS)
      if (!before) await posting.post({ channel }, message, key)
    } catch (error) {
      const cause = error instanceof PermanentChatError ? error.cause : error
      if (!isOneOf(cause, ELSEWHERE) || url === '') throw error
      // Whoever asked is in the channel, and Slack lets them show it.
      await respond.openly(url, message)
    }
  }

  return async (answer, interaction, reader, on) => {
    switch (answer.kind) {
      case 'nothing':
        return
      case 'shared':
        return share(answer.message, interaction, reader.responseUrl ?? '')
      case 'private':
        return respond.privately(reader, answer.message)
      case 'replace':
        if (on !== undefined) return posting.update(on, answer.message)
        if (reader.responseUrl === undefined) return
        return respond.replace(reader.responseUrl, answer.message)
      case 'invalid':
        return respond.privately(reader, refusalOf(answer))
    }
  }
}

/** What a refused form says, for whoever does not have it in front of them any more. */
export function refusalOf({
  message,
  fields = {},
}: Extract<Settled, { kind: 'invalid' }>): Message {
  const lines = [message, ...Object.values(fields)].filter((line) => line !== undefined)
  return { headline: [lines.join('\n')] }
}
