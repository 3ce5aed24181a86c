/** What clients ask over their websocket. */
import { z } from 'zod'
import { channelMembership } from '../permissions.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Session } from '../store/entities.ts'
import { SERVER_VERSION } from '../version.ts'

export interface SocketRequest {
  readonly seq: number
  readonly action: string
  readonly data: Readonly<Record<string, unknown>>
}

const typingSchema = z.object({ channel_id: z.string(), parent_id: z.string().default('') })
const idsSchema = z.object({ user_ids: z.array(z.string()) })

/** Asked for, and of no consequence here. */
const ACCEPTED = new Set([
  'authentication_challenge',
  'presence',
  'user_update_active_status',
  'posted_notify_ack',
])

function announceTyping(
  { store, hub }: Sandbox,
  userId: string,
  data: SocketRequest['data'],
): void {
  const typing = typingSchema.safeParse(data).data
  if (!typing || !channelMembership(store, typing.channel_id, userId)) return
  hub.publish({
    event: 'typing',
    data: { parent_id: typing.parent_id, user_id: userId },
    to: { kind: 'channel', id: typing.channel_id },
    omit: [userId],
  })
}

function statuses(
  { store, hub }: Sandbox,
  asked: readonly string[] | undefined,
): Record<string, string> {
  const ids = asked ?? store.users.find(`body->>'delete_at' = 0`).map(({ id }) => id)
  return Object.fromEntries(ids.map((id) => [id, hub.isOnline(id) ? 'online' : 'offline']))
}

const refusal = (seq: number, id: string, status: number): Record<string, unknown> => ({
  status: 'FAIL',
  seq_reply: seq,
  error: { id, message: id, detailed_error: '', status_code: status },
})

/** The reply to a request. Only `ping` is answered before authentication. */
export function answerRequest(
  sandbox: Sandbox,
  session: Session | undefined,
  { seq, action, data }: SocketRequest,
): Record<string, unknown> {
  const ok = { status: 'OK', seq_reply: seq }
  if (action === 'ping')
    return {
      ...ok,
      data: {
        text: 'pong',
        version: SERVER_VERSION,
        server_time: sandbox.clock.now(),
        node_id: '',
      },
    }
  if (!session) return refusal(seq, 'api.web_socket_router.not_authenticated.app_error', 401)
  if (ACCEPTED.has(action)) return ok
  switch (action) {
    case 'user_typing':
      announceTyping(sandbox, session.user_id, data)
      return ok
    case 'get_statuses':
      return { ...ok, data: statuses(sandbox, undefined) }
    case 'get_statuses_by_ids':
      return { ...ok, data: statuses(sandbox, idsSchema.safeParse(data).data?.user_ids ?? []) }
    default:
      return refusal(seq, 'api.web_socket_router.bad_action.app_error', 400)
  }
}
