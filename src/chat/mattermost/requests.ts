/** What Mattermost sends to the bot, checked before anything is believed. */
import { z } from 'zod'

const id = z.string().min(1)
const optionalId = z
  .string()
  .nullish()
  .transform((value) => value || undefined)

export const commandRequest = z.object({
  token: z.string().default(''),
  command: id,
  text: z.string().default(''),
  user_id: id,
  channel_id: id,
  channel_name: z.string().default(''),
  team_id: optionalId,
  trigger_id: z.string().default(''),
  response_url: z.string().default(''),
})
export type CommandRequest = z.infer<typeof commandRequest>

export const actionRequest = z.object({
  user_id: id,
  channel_id: id,
  channel_name: z.string().default(''),
  team_id: optionalId,
  post_id: z.string().default(''),
  trigger_id: z.string().default(''),
  context: z.unknown(),
})
export type ActionRequest = z.infer<typeof actionRequest>

export const dialogRequest = z.object({
  user_id: id,
  state: z.string(),
  submission: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => value ?? {}),
  cancelled: z.boolean().nullish(),
})
export type DialogRequest = z.infer<typeof dialogRequest>

/** Mattermost names a direct channel after the two people in it. */
export function isDirectBetween(channelName: string, a: string, b: string): boolean {
  return channelName === `${a}__${b}` || channelName === `${b}__${a}`
}
