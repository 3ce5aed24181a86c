/** Taking down what somebody wrote, or what the bot itself did. */
import type { Logger } from 'pino'

import { describeFailure } from '../failures.ts'
import type { MessageRef, PersonId, Removal, Retraction } from '../port.ts'
import type { Text } from '../text.ts'
import {
  codeOf,
  isOneOf,
  NO_MESSAGE,
  orPermanent,
  type Clients,
  type SlackClient,
} from './client.ts'
import { readMessage, readThread, type SlackMessage } from './history.ts'
import { content, isMine, partsOf, takeDown } from './parts.ts'
import { renderMessage } from './render.ts'

/** A bot deletes its own messages only; an administrator may, where the workspace lets them. */
const NO_RIGHT: ReadonlySet<string> = new Set([
  'cant_delete_message',
  'channel_not_found',
  'compliance_exports_prevent_deletion',
  'is_archived',
  'missing_scope',
  'no_permission',
  'not_in_channel',
  'restricted_action',
])

/** What Slack says of a token that was taken back, or whose owner is gone. */
const NO_TOKEN: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_allowed_token_type',
  'token_expired',
  'token_revoked',
])

/** Deletes a message with its files; one that has replies is left, since they would lose their subject. */
export async function removal(
  { calm, admin }: Clients,
  { channel, post }: MessageRef,
  log: Logger,
): Promise<Removal> {
  const client = admin ?? calm
  let message: SlackMessage | undefined
  try {
    const thread = await readThread(calm, channel, post)
    message = thread.find(({ ts }) => ts === post)
    if (message === undefined) return 'removed'
    if (thread.some(({ ts, thread_ts: root }) => root === post && ts !== post)) return 'has-replies'
    await client.chat.delete({ channel, ts: post })
  } catch (error) {
    if (isOneOf(error, NO_MESSAGE)) return 'removed'
    if (isOneOf(error, NO_RIGHT)) return 'no-right'
    if (admin !== undefined && isOneOf(error, NO_TOKEN)) {
      log.warn({ refusal: codeOf(error) }, 'the administrator’s token is of no use')
      return 'no-right'
    }
    throw error
  }
  for (const { id } of message.files) {
    await deleteFile(client, id).catch((error: unknown) => {
      log.warn({ ...describeFailure(error), refusal: codeOf(error) }, 'a file outlived its message')
    })
  }
  return 'removed'
}

/** Takes back a message of the bot: see `Chat.retract`. A file does not go with its message on Slack. */
export async function retraction(
  client: SlackClient,
  me: PersonId,
  ref: MessageRef,
  instead: Text,
): Promise<Retraction> {
  const { channel, post } = ref
  const first = await orPermanent(readMessage(client, ref))
  if (first === undefined) return 'gone'
  const thread = await orPermanent(readThread(client, channel, first.thread_ts || post))
  for (const [index, part] of await partsOf(client, me, channel, first)) {
    if (index > 0) await takeDown(client, { channel, post: part.ts })
  }
  for (const { id } of first.files) await orPermanent(deleteFile(client, id))
  const isAnswered = thread.some(
    (reply) => reply.thread_ts === post && reply.ts !== post && !isMine(reply, me),
  )
  if (!isAnswered) {
    await takeDown(client, ref)
    return 'gone'
  }
  const [part] = renderMessage({ headline: instead })
  if (part !== undefined) {
    await orPermanent(client.chat.update({ channel, ts: post, ...content(part) }))
  }
  return 'blanked'
}

/** Gone already is as good. */
const NO_FILE: ReadonlySet<string> = new Set(['file_deleted', 'file_not_found'])

async function deleteFile(client: SlackClient, file: string): Promise<void> {
  await client.files.delete({ file }).catch((error: unknown) => {
    if (!isOneOf(error, NO_FILE)) throw error
  })
}
