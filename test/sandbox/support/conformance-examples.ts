/** Calls whose answers are compared with the published description. */
/** What real servers send and the published description leaves out. */
export const UNDESCRIBED: Readonly<Record<string, readonly string[]>> = {
  user: ['auth_data', 'position', 'is_bot', 'bot_description', 'disable_welcome_email'],
  team: ['description', 'company_name', 'policy_id'],
  teamMember: ['scheme_guest'],
  channel: ['last_root_post_at', 'total_msg_count_root'],
  channelMember: [
    'msg_count_root',
    'mention_count_root',
    'scheme_guest',
    'scheme_user',
    'scheme_admin',
    'explicit_roles',
    'ignore_channel_mentions',
  ],
  post: ['is_pinned', 'hashtags', 'reply_count', 'last_reply_at', 'participants'],
  command: ['description'],
  // The description names these fields as Go does; they travel in snake case.
  commandResponse: [
    'response_type',
    'text',
    'username',
    'channel_id',
    'icon_url',
    'type',
    'props',
    'goto_location',
    'trigger_id',
    'skip_slack_parsing',
    'attachments',
    'extra_responses',
  ],
  stats: ['guest_count', 'pinnedpost_count', 'files_count'],
  file: ['channel_id'],
  ok: ['trigger_id', 'last_viewed_at_times'],
  ping: ['AndroidLatestVersion', 'AndroidMinVersion', 'IosLatestVersion', 'IosMinVersion'],
}

export interface Example {
  readonly method: string
  readonly path: string
  readonly kind: string
  readonly body?: unknown
}

/** `ids` fill the paths in, by the names of their parameters. */
export const examplesFor = (ids: Readonly<Record<string, string>>): Example[] => [
  { method: 'get', path: '/users/{user_id}', kind: 'user' },
  { method: 'get', path: '/users/username/{username}', kind: 'user' },
  { method: 'get', path: '/users/email/{email}', kind: 'user' },
  { method: 'get', path: '/users', kind: 'user' },
  { method: 'post', path: '/users/ids', kind: 'user', body: [ids['user_id']] },
  { method: 'post', path: '/users/search', kind: 'user', body: { term: 'in' } },
  { method: 'put', path: '/users/{user_id}/patch', kind: 'user', body: { nickname: 'N' } },
  { method: 'get', path: '/users/{user_id}/teams', kind: 'team' },
  { method: 'get', path: '/users/{user_id}/teams/members', kind: 'teamMember' },
  { method: 'get', path: '/users/{user_id}/teams/unread', kind: 'teamUnread' },
  { method: 'get', path: '/users/{user_id}/channels/{channel_id}/unread', kind: 'unread' },
  { method: 'get', path: '/users/{user_id}/teams/{team_id}/channels', kind: 'channel' },
  { method: 'get', path: '/users/{user_id}/status', kind: 'status' },
  { method: 'get', path: '/teams/{team_id}', kind: 'team' },
  { method: 'get', path: '/teams/name/{team_name}', kind: 'team' },
  { method: 'get', path: '/teams/{team_id}/members', kind: 'teamMember' },
  { method: 'get', path: '/teams/{team_id}/channels', kind: 'channel' },
  { method: 'get', path: '/teams/{team_id}/channels/name/{channel_name}', kind: 'channel' },
  {
    method: 'post',
    path: '/channels',
    kind: 'channel',
    body: { team_id: ids['team_id'], name: 'conforme', display_name: 'Conforme', type: 'P' },
  },
  {
    method: 'post',
    path: '/channels/direct',
    kind: 'channel',
    body: [ids['admin_id'], ids['bot_id']],
  },
  { method: 'get', path: '/channels/{channel_id}', kind: 'channel' },
  { method: 'put', path: '/channels/{channel_id}/patch', kind: 'channel', body: {} },
  { method: 'get', path: '/channels/{channel_id}/members', kind: 'channelMember' },
  { method: 'get', path: '/channels/{channel_id}/members/{user_id}', kind: 'channelMember' },
  { method: 'get', path: '/channels/{channel_id}/stats', kind: 'stats' },
  { method: 'get', path: '/channels/{channel_id}/posts', kind: 'post' },
  { method: 'post', path: '/channels/members/{user_id}/view', kind: 'ok', body: {} },
  { method: 'get', path: '/posts/{post_id}', kind: 'post' },
  { method: 'get', path: '/posts/{post_id}/thread', kind: 'post' },
  { method: 'put', path: '/posts/{post_id}/patch', kind: 'post', body: { message: 'b' } },
  { method: 'post', path: '/posts/{post_id}/actions/{action_id}', kind: 'ok', body: {} },
  { method: 'get', path: '/posts/{post_id}/files/info', kind: 'file' },
  { method: 'get', path: '/files/{file_id}/info', kind: 'file' },
  { method: 'get', path: '/commands?team_id={team_id}', kind: 'command' },
  { method: 'get', path: '/commands/{command_id}', kind: 'command' },
  { method: 'put', path: '/commands/{command_id}/regen_token', kind: 'token' },
  { method: 'get', path: '/teams/{team_id}/commands/autocomplete', kind: 'command' },
  {
    method: 'get',
    path: '/teams/{team_id}/commands/autocomplete_suggestions?user_input=es',
    kind: 'suggestion',
  },
  {
    method: 'post',
    path: '/commands/execute',
    kind: 'commandResponse',
    body: { channel_id: ids['channel_id'], command: '/essai' },
  },
  { method: 'get', path: '/system/ping', kind: 'ping' },
]
