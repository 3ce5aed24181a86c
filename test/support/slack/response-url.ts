/** Addresses at which an app answers what somebody did: five times, for half an hour. */
import { z } from 'zod'

import { checkedBlocks } from './blocks.ts'
import { Refusal } from './call.ts'
import { addMessage, changeMessage, deleteMessage, named } from './messages.ts'
import { letters, type Channel } from './state.ts'
import type { Workspace } from './workspace.ts'

const USES = 5
const TIME_MS = 30 * 60_000

/** Where and by whom something was done, and the message that it was done on. */
export interface Origin {
  readonly channel: Channel
  readonly user: string
  readonly on?: string
}

export interface ResponseUrls {
  make(origin: Origin): string
  /** Makes every address given until now too old. */
  expire(): void
  /** What an app sends to an address; gives the HTTP answer. */
  take(id: string, body: unknown): { readonly status: 200 | 400 | 404 | 410; readonly said: string }
}

const answer = z.strictObject({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  text: z.string().default(''),
  blocks: z.unknown().optional(),
  thread_ts: z.string().optional(),
})
type Answer = z.infer<typeof answer>

export function openResponseUrls(workspace: Workspace): ResponseUrls {
  const urls = new Map<string, { readonly origin: Origin; until: number; uses: number }>()
  return {
    make(origin) {
      const id = `${workspace.state.team.id}-${letters(24)}`
      urls.set(id, { origin, until: Date.now() + TIME_MS, uses: USES })
      return `${workspace.origin}/respond/${id}`
    },
    expire() {
      for (const url of urls.values()) url.until = 0
    },
    take(id, body) {
      const url = urls.get(id)
      if (url === undefined || url.until < Date.now()) return no(404, 'expired_url')
      if (url.uses === 0) return no(404, 'used_url')
      const said = answer.safeParse(body).data
      if (said === undefined) return no(400, 'invalid_payload')
      if (url.origin.channel.archived) return no(410, 'channel_is_archived')
      try {
        apply(workspace, url.origin, said)
      } catch (error) {
        if (error instanceof Refusal) return no(400, error.code)
        throw error
      }
      url.uses -= 1
      return { status: 200, said: 'ok' }
    },
  }
}

function no(status: 400 | 404 | 410, error: string) {
  return { status, said: JSON.stringify({ ok: false, error }) }
}

/** Shows an answer: to whoever acted, to everyone, or in place of what they acted on. */
function apply(workspace: Workspace, { channel, user, on = '' }: Origin, said: Answer): void {
  const { state } = workspace
  const { text, thread_ts: threadTs } = said
  const ephemeral = channel.ephemerals.get(on)
  const message = channel.messages.get(on)
  if (said.delete_original) {
    channel.ephemerals.delete(on)
    if (message !== undefined) deleteMessage(workspace, channel, message)
    return
  }
  const blocks = said.blocks === undefined ? [] : checkedBlocks(said.blocks)
  if (text.trim() === '' && blocks.length === 0) throw new Refusal('no_text')
  if (said.replace_original && ephemeral !== undefined) {
    Object.assign(ephemeral, { text, blocks: named(blocks) })
    return
  }
  if (said.replace_original && message !== undefined) {
    changeMessage(workspace, channel, message, { text, blocks })
    return
  }
  const thread = threadTs === undefined ? {} : { threadTs }
  if (said.response_type === 'in_channel') {
    const app = { subtype: 'bot_message', botId: state.botId }
    addMessage(workspace, channel, { text, blocks, ...app, ...thread })
    return
  }
  const ts = state.ts()
  channel.ephemerals.set(ts, { ts, to: user, text, blocks: named(blocks), ...thread })
}

/** What the acknowledgement of a command shows, when it carries a message. */
export function applyAcknowledgement(workspace: Workspace, origin: Origin, payload: unknown): void {
  if (payload === undefined) return
  const said = answer.safeParse(typeof payload === 'string' ? { text: payload } : payload).data
  if (said === undefined) workspace.faults.push('a command was acknowledged with no message')
  else apply(workspace, origin, said)
}
