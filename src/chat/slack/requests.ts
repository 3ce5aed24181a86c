/** What Slack sends when somebody acts, checked before anything is believed. */
import { z } from 'zod'

const id = z.string().min(1)
const text = z.string().default('')

export const commandRequest = z.object({
  command: id,
  text,
  user_id: id,
  channel_id: id,
  team_id: id,
  trigger_id: id,
  response_url: text,
})
export type CommandRequest = z.infer<typeof commandRequest>

const team = z
  .object({ id })
  .nullish()
  .transform((value) => value?.id)

export const actionRequest = z.object({
  user: z.object({ id }),
  team,
  trigger_id: id,
  response_url: text,
  channel: z.object({ id }).optional(),
  container: z.looseObject({
    type: text,
    is_ephemeral: z.boolean().default(false),
    thread_ts: text,
  }),
  message: z.looseObject({ ts: id, thread_ts: text }).optional(),
  actions: z.array(z.looseObject({ value: z.string().optional(), action_ts: text })).min(1),
})
export type ActionRequest = z.infer<typeof actionRequest>

export const viewRequest = z.object({
  user: z.object({ id }),
  team,
  view: z.looseObject({
    id,
    callback_id: text,
    private_metadata: text,
    title: z.unknown(),
    submit: z.unknown(),
    close: z.unknown(),
    blocks: z.array(z.looseObject({ type: z.string() })),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
})
export type ViewRequest = z.infer<typeof viewRequest>
