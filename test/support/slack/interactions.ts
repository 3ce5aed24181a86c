/** What Slack tells the app when somebody types a command, presses a button or sends a form. */
import { messageJson } from './events.ts'
import type { PressedButton } from './modal.ts'
import type { Seen } from './person.ts'
import type { Channel, State, User } from './state.ts'
import { escaped } from './typing.ts'
import { viewJson, type View } from './views.ts'
import type { Workspace } from './workspace.ts'

interface Asked {
  readonly user: User
  readonly channel: Channel
  readonly triggerId: string
  readonly responseUrl: string
}

export function commandBody(
  { team, appId }: State,
  { user, channel, line, triggerId, responseUrl }: Asked & { readonly line: string },
) {
  const [, command = '', text = ''] = /^(\/\S+)\s*(.*)$/su.exec(line) ?? []
  if (command === '') throw new Error('a command begins with a slash')
  return {
    token: 'deprecated',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
    user_id: user.id,
    user_name: user.name,
    command,
    text: escaped(text.trimEnd()),
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  }
}

function common({ team, appId }: State, { id, name }: User, triggerId: string) {
  return {
    user: { id, username: name, name, team_id: team.id },
    api_app_id: appId,
    token: 'deprecated',
    trigger_id: triggerId,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  }
}

interface Pressed extends Asked {
  readonly on: Seen
  readonly button: PressedButton
}

/** Of a message that only one person sees, Slack says where it was and not what it said. */
export function pressBody(
  { state, origin }: Workspace,
  { user, channel, on, button, triggerId, responseUrl }: Pressed,
) {
  const message = channel.messages.get(on.ts)
  const thread = on.threadTs === undefined ? {} : { thread_ts: on.threadTs }
  return {
    type: 'block_actions',
    ...common(state, user, triggerId),
    container: {
      type: 'message',
      message_ts: on.ts,
      channel_id: channel.id,
      is_ephemeral: on.isEphemeral,
      ...thread,
    },
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    ...(message === undefined ? {} : { message: messageJson(state, origin, channel, message) }),
    state: { values: {} },
    response_url: responseUrl,
    actions: [actionOf(state, button)],
  }
}

interface PressedInView {
  readonly user: User
  readonly view: View
  readonly button: PressedButton
  readonly triggerId: string
}

/** In a Home tab or a modal there is neither a channel nor an address to answer at. */
export function pressInViewBody(state: State, { user, view, button, triggerId }: PressedInView) {
  return {
    type: 'block_actions',
    ...common(state, user, triggerId),
    container: { type: 'view', view_id: view.id },
    view: viewJson(state, view),
    actions: [actionOf(state, button)],
  }
}

function actionOf(state: State, { json, blockId }: PressedButton) {
  return { ...json, block_id: blockId, action_ts: state.ts() }
}

interface Submitted {
  readonly user: User
  readonly view: View
  readonly values: object
  readonly triggerId: string
}

export function viewSubmission(state: State, { user, view, values, triggerId }: Submitted) {
  return {
    type: 'view_submission',
    ...common(state, user, triggerId),
    view: viewJson(state, view, values),
    response_urls: [],
  }
}
