/** Taking down what somebody else wrote. */
import type { Logger } from 'pino'

import { describeFailure } from '../failures.ts'
import type { MessageRef, Removal } from '../port.ts'
import { codeOf, isOneOf, NO_MESSAGE, type Clients } from './client.ts'
import { readThread } from './history.ts'

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

/** Deletes a message with its files; one that has replies is left, since they would lose their subject. */
export async function removal(
  { calm, admin }: Clients,
  { channel, post }: MessageRef,
  log: Logger,
): Promise<Removal> {
  const thread = await readThread(calm, channel, post)
  const message = thread.find(({ ts }) => ts === post)
  if (message === undefined) return 'removed'
  if (thread.some(({ ts, thread_ts: root }) => root === post && ts !== post)) return 'has-replies'
  const client = admin ?? calm
  try {
    await client.chat.delete({ channel, ts: post })
  } catch (error) {
    if (isOneOf(error, NO_MESSAGE)) return 'removed'
    if (isOneOf(error, NO_RIGHT)) return 'no-right'
    throw error
  }
  for (const { id } of message.files) {
    await client.files.delete({ file: id }).catch((error: unknown) => {
      const code = codeOf(error) ?? ''
      if (code !== 'file_not_found' && code !== 'file_deleted') {
        log.warn({ ...describeFailure(error), refusal: code }, 'a file outlived its message')
      }
    })
  }
  return 'removed'
}
