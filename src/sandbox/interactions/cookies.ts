/** Where a button leads, sealed so that a client can carry it without reading it. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Action } from '../posts/attachments.ts'
import type { Post } from '../store/entities.ts'
import type { Settings } from '../store/settings.ts'

const KEY = 'action_cookie_key'
const NONCE_BYTES = 12
const TAG_BYTES = 16

const sealedSchema = z.object({
  post_id: z.string(),
  root_id: z.string(),
  channel_id: z.string(),
  action_id: z.string(),
  type: z.string(),
  data_source: z.string(),
  from_bot: z.boolean(),
  integration: z.object({ url: z.string(), context: z.record(z.string(), z.unknown()) }),
})
export type SealedAction = z.infer<typeof sealedSchema>

function keyOf(settings: Settings): Buffer {
  const saved = settings.get(KEY)
  if (saved !== undefined) return Buffer.from(saved, 'hex')
  const key = randomBytes(32)
  settings.set(KEY, key.toString('hex'))
  return key
}

export function sealAction(settings: Settings, post: Post, action: Action): string {
  const content: SealedAction = {
    post_id: post.id,
    root_id: post.root_id,
    channel_id: post.channel_id,
    action_id: action.id,
    type: action.type,
    data_source: action.data_source,
    from_bot: post.props['from_bot'] === 'true',
    integration: {
      url: action.integration?.url ?? '',
      context: action.integration?.context ?? {},
    },
  }
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(settings), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

/** What a cookie holds, or nothing when it was not sealed here or was altered. */
export function unsealAction(settings: Settings, cookie: string): SealedAction | undefined {
  const bytes = Buffer.from(cookie, 'base64')
  const textStart = NONCE_BYTES + TAG_BYTES
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', keyOf(settings), nonce)
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, textStart))
    const text = Buffer.concat([decipher.update(bytes.subarray(textStart)), decipher.final()])
    return sealedSchema.parse(JSON.parse(text.toString()))
  } catch {
    return undefined
  }
}
