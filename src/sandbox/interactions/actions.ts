/** Pressing a button under a message. */
import { z } from 'zod'
import { AppError, notFound } from '../api/errors.ts'
import { findAction } from '../posts/attachments.ts'
import { changePost } from '../posts/change.ts'
import { showEphemeral } from '../posts/create.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Channel, Post, User } from '../store/entities.ts'
import type { SealedAction } from './cookies.ts'
import { callWithJson, jsonOf } from './integration.ts'
import type { Reply } from './integration.ts'
import { fromSlackText } from './slack-text.ts'

/** Props that say where a post comes from: a button's answer can neither set nor remove them. */
const KEPT_PROPS = new Set(['from_webhook', 'override_username', 'override_icon_url', 'from_bot'])

const answerSchema = z.object({
  update: z
    .object({
      message: z.string().default(''),
      props: z.record(z.string(), z.unknown()).nullish(),
    })
    .nullish(),
  ephemeral_text: z.string().nullish(),
  skip_slack_parsing: z.boolean().nullish(),
})
type ActionAnswer = z.infer<typeof answerSchema>

/** A button to press: found under a stored post, or carried by a private one. */
export type Pressed = Pick<
  SealedAction,
  'post_id' | 'root_id' | 'type' | 'data_source' | 'from_bot' | 'integration'
>

export function pressedUnder(post: Post, actionId: string): Pressed {
  const action = findAction(post.props, actionId)
  if (!action?.integration)
    throw notFound('api.post.do_action.action_id.app_error', 'Ce bouton n’existe plus.')
  return {
    post_id: post.id,
    root_id: post.root_id || post.id,
    type: action.type,
    data_source: action.data_source,
    from_bot: post.props['from_bot'] === 'true',
    integration: action.integration,
  }
}

function requestBody(
  { store }: Sandbox,
  user: User,
  channel: Channel,
  pressed: Pressed,
  triggerId: string,
  selected: string,
): Record<string, unknown> {
  return {
    user_id: user.id,
    user_name: user.username,
    channel_id: channel.id,
    channel_name: channel.name,
    team_id: channel.team_id,
    team_domain: store.teams.get(channel.team_id)?.name ?? '',
    post_id: pressed.post_id,
    trigger_id: triggerId,
    type: pressed.type,
    data_source: pressed.data_source,
    context: {
      ...pressed.integration.context,
      ...(pressed.type === 'select' && { selected_option: selected }),
    },
  }
}

const failed = (detail: string): AppError =>
  new AppError(
    400,
    'api.post.do_action.action_integration.app_error',
    'Le bouton n’a pas abouti : le bot ne répond pas comme prévu. Réessaie dans un instant.',
    detail,
  )

function readAnswer(reply: Reply): ActionAnswer {
  if (!reply.ok) throw failed(reply.reason)
  const parsed = answerSchema.safeParse(jsonOf(reply.body))
  if (!parsed.success) throw failed(parsed.error.message)
  return parsed.data
}

function updatePost(
  sandbox: Sandbox,
  postId: string,
  { message, props }: NonNullable<ActionAnswer['update']>,
): void {
  const post = sandbox.store.posts.get(postId)
  if (!post || post.delete_at > 0)
    throw new AppError(
      400,
      'api.post.update_post.find.app_error',
      'Ce message n’existe plus, il ne peut pas être mis à jour.',
    )
  const kept = Object.entries(post.props).filter(([name]) => KEPT_PROPS.has(name))
  const given = Object.entries(props ?? post.props).filter(([name]) => !KEPT_PROPS.has(name))
  changePost(sandbox, post, { message, props: Object.fromEntries([...given, ...kept]) })
}

/** Calls the button's integration and applies its answer. Returns the client's trigger id. */
export async function press(
  sandbox: Sandbox,
  user: User,
  channel: Channel,
  pressed: Pressed,
  selected: string,
): Promise<string> {
  const trigger = sandbox.triggers.issue(user.id)
  const body = requestBody(sandbox, user, channel, pressed, trigger.id, selected)
  const answer = readAnswer(await callWithJson(pressed.integration.url, body))
  if (answer.update) updatePost(sandbox, pressed.post_id, answer.update)
  if (answer.ephemeral_text) {
    const text = answer.ephemeral_text
    showEphemeral(sandbox, user, user, channel, {
      message: answer.skip_slack_parsing ? text : fromSlackText(sandbox.store, text),
      root_id: pressed.root_id,
      props: pressed.from_bot ? { from_bot: 'true' } : {},
    })
  }
  return trigger.clientId
}
