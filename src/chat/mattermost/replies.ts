/** An answer in the terms of each kind of request: command, button, dialog. */
import type { Logger } from 'pino'

import type { Message, MessageRef } from '../port.ts'
import type { Reply } from './acknowledge.ts'
import { SEE_DIRECT } from '../answers.ts'
import type { MattermostClient } from './client.ts'
import { disarm } from './escape.ts'
import { describeFailure } from '../failures.ts'
import type { Settled } from './interact.ts'
import type { Posting } from './posting.ts'
import type { Reader, TellPrivately } from './private-answer.ts'
import { elementErrors } from './submission.ts'
import type { Shape } from './dialog.ts'

export interface Replies {
  command(answer: Settled, reader: Reader, responseUrl: string): Promise<Reply>
  button(answer: Settled, reader: Reader, on: MessageRef | undefined): Promise<Reply>
  dialog(answer: Settled, reader: Reader, shape: Shape): Promise<Reply>
}

/** Nothing more to say, in time or late. */
const DONE: Reply = { json: {}, late: async () => {} }

export function replies(
  client: MattermostClient,
  posting: Posting,
  tellPrivately: TellPrivately,
  log: Logger,
): Replies {
  async function privately(message: Message, reader: Reader): Promise<Reply> {
    const where = await tellPrivately(reader, message)
    return where === 'here' ? DONE : { ...DONE, json: { ephemeral_text: SEE_DIRECT } }
  }

  return {
    async command(answer, reader, responseUrl) {
      const message = toMessage(answer)
      if (message === undefined) return DONE
      if (hasFiles(message)) {
        const where = await tellPrivately(reader, message)
        return where === 'here' ? DONE : ephemeral(client, [{ text: SEE_DIRECT }], responseUrl)
      }
      const parts = await posting.render(message, true)
      const texts = parts.map(({ message: text, attachments }) => ({ text, attachments }))
      return ephemeral(client, texts, responseUrl)
    },
    async button(answer, reader, on) {
      if (answer.kind === 'replace' && on !== undefined) {
        const update = await posting.replacement(on, answer.message)
        if (update !== undefined) {
          return { json: { update }, late: () => posting.update(on, answer.message) }
        }
        await posting.update(on, answer.message)
        return DONE
      }
      const message = toMessage(answer)
      if (message === undefined) return DONE
      const [only, ...more] = await posting.render(message, true)
      const isText = more.length === 0 && only?.attachments.length === 0 && !hasFiles(message)
      if (!isText) return privately(message, reader)
      const json = { ephemeral_text: only.message, skip_slack_parsing: true }
      return { json, late: () => tellPrivately(reader, message) }
    },
    async dialog(answer, reader, shape) {
      if (answer.kind === 'invalid') {
        const errors = elementErrors(answer.fields ?? {}, shape)
        const error = answer.message === undefined ? {} : { error: disarm(answer.message) }
        return { ...DONE, json: { ...error, errors } }
      }
      const message = toMessage(answer)
      if (message === undefined) return DONE
      // What was sent is kept by now: failing to say so must not look like a refusal.
      await tellPrivately(reader, message).catch((error: unknown) => {
        log.error(describeFailure(error), 'a private answer was not delivered')
      })
      return DONE
    },
  }
}

function ephemeral(
  client: MattermostClient,
  texts: readonly { text: string; attachments?: readonly object[] }[],
  responseUrl: string,
): Reply {
  const [first, ...rest] = texts.map((text) => ({
    response_type: 'ephemeral',
    skip_slack_parsing: true,
    ...text,
  }))
  const json = { ...first, ...(rest.length > 0 ? { extra_responses: rest } : {}) }
  return { json, late: () => client.answerLater(responseUrl, json) }
}

/** What an answer says to a person, when it says anything. */
function toMessage(answer: Settled): Message | undefined {
  if (answer.kind === 'nothing') return undefined
  if (answer.kind !== 'invalid') return answer.message
  const lines = [answer.message, ...Object.values(answer.fields ?? {})]
  return { headline: [lines.filter((line) => line !== undefined).join('\n')] }
}

function hasFiles(message: Message): boolean {
  return (message.files?.length ?? 0) > 0
}
