/** What an integration answers to a command, at once or later through its `response_url`. */
import { z } from 'zod'
import { AppError, forbidden } from '../api/errors.ts'
import { canWriteInChannel } from '../permissions.ts'
import { createPost, showEphemeral } from '../posts/create.ts'
import { withoutIntegrations } from '../posts/attachments.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Channel, User } from '../store/entities.ts'
import { fromSlackText } from './slack-text.ts'

const responseSchema = z.object({
  response_type: z.enum(['ephemeral', 'in_channel', '']).nullish(),
  text: z.string().nullish(),
  username: z.string().nullish(),
  icon_url: z.string().nullish(),
  channel_id: z.string().nullish(),
  goto_location: z.string().nullish(),
  type: z.string().nullish(),
  props: z.record(z.string(), z.unknown()).nullish(),
  attachments: z.array(z.record(z.string(), z.unknown())).nullish(),
  skip_slack_parsing: z.boolean().nullish(),
})
type CommandResponse = z.infer<typeof responseSchema>

const withExtraSchema = responseSchema.extend({
  extra_responses: z.array(responseSchema).nullish(),
})
export type FullCommandResponse = z.infer<typeof withExtraSchema>

/** Where and for whom a command was typed. */
export interface CommandSite {
  readonly user: User
  readonly channel: Channel
  readonly rootId: string
}

/** A JSON answer checked, or a plain text taken as a private one. */
export function readCommandResponse(contentType: string, body: string): FullCommandResponse {
  if (!contentType.startsWith('application/json')) return { text: body }
  try {
    return withExtraSchema.parse(JSON.parse(body))
  } catch (error) {
    throw new AppError(
      500,
      'api.command.execute_command.failed.app_error',
      'La réponse à la commande n’est pas lisible.',
      error instanceof Error ? error.message : '',
    )
  }
}

function channelOf(sandbox: Sandbox, site: CommandSite, response: CommandResponse): Channel {
  if (!response.channel_id) return site.channel
  const channel = sandbox.store.channels.get(response.channel_id)
  if (!channel || !canWriteInChannel(sandbox.store, site.user, channel)) throw forbidden()
  return channel
}

function deliverOne(sandbox: Sandbox, site: CommandSite, response: CommandResponse): void {
  const text = response.text ?? ''
  const attachments = response.attachments ?? []
  if (text === '' && attachments.length === 0) return
  const channel = channelOf(sandbox, site, response)
  const draft = {
    message: response.skip_slack_parsing ? text : fromSlackText(sandbox.store, text),
    root_id: channel === site.channel ? site.rootId : '',
    type: response.type || (attachments.length > 0 ? 'slack_attachment' : ''),
    props: {
      ...response.props,
      ...(attachments.length > 0 && { attachments }),
      from_webhook: 'true',
    },
  }
  if (response.response_type === 'in_channel') createPost(sandbox, site.user, channel, draft)
  else showEphemeral(sandbox, site.user, site.user, channel, draft)
}

/** Posts the answer, under the name of whoever typed the command. */
export function deliverCommandResponse(
  sandbox: Sandbox,
  site: CommandSite,
  response: FullCommandResponse,
): void {
  deliverOne(sandbox, site, response)
  for (const extra of response.extra_responses ?? []) deliverOne(sandbox, site, extra)
}

/** The answer as the person's client gets it. */
export function clientCommandResponse(
  response: FullCommandResponse,
  triggerId: string,
): Record<string, unknown> {
  return {
    response_type: response.response_type ?? '',
    text: response.text ?? '',
    username: response.username ?? '',
    channel_id: response.channel_id ?? '',
    icon_url: response.icon_url ?? '',
    type: response.type ?? '',
    props: response.props ?? null,
    goto_location: response.goto_location ?? '',
    trigger_id: triggerId,
    skip_slack_parsing: response.skip_slack_parsing ?? false,
    attachments: withoutIntegrations({ attachments: response.attachments ?? null })['attachments'],
    extra_responses: null,
  }
}
