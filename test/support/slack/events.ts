/** Events as Slack words them: the envelope around each, and messages, channels and people in them. */
import {
  letters,
  repliesTo,
  type Channel,
  type FileRecord,
  type Message,
  type State,
  type User,
} from './state.ts'

/** What goes around every event. */
export function eventBody(state: State, event: Readonly<Record<string, unknown>>) {
  const { team, appId, bot } = state
  return {
    token: 'deprecated',
    team_id: team.id,
    api_app_id: appId,
    event: { ...event, event_ts: state.ts() },
    type: 'event_callback',
    event_id: `Ev${letters(9)}`,
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: bot,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${letters(16)}`,
  }
}

/** A message as Slack gives it; with its metadata only to whoever asks for it. */
export function messageJson(
  state: State,
  origin: string,
  channel: Channel,
  message: Message,
  { withMetadata = false } = {},
): Readonly<Record<string, unknown>> {
  const { ts, user, botId, subtype, text, blocks, files, threadTs, metadata, edited, inviter } =
    message
  const app =
    botId === undefined
      ? {}
      : { bot_id: botId, app_id: state.appId, bot_profile: { id: botId, app_id: state.appId } }
  return {
    type: 'message',
    ...(subtype === undefined ? {} : { subtype }),
    ...(subtype === TOMBSTONE ? { hidden: true } : {}),
    ...(user === undefined ? {} : { user }),
    ...app,
    ...(inviter === undefined ? {} : { inviter }),
    text,
    ts,
    team: state.team.id,
    ...(blocks.length === 0 ? {} : { blocks }),
    ...(files.length === 0 ? {} : { files: files.map((id) => fileJson(state, origin, id)) }),
    ...(edited === undefined ? {} : { edited }),
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
    ...threadJson(channel, message, threadTs),
  }
}

/** What Slack leaves of the first message of a thread. */
export const TOMBSTONE = 'tombstone'

function threadJson(channel: Channel, { ts }: Message, threadTs: string | undefined): object {
  if (threadTs !== undefined && threadTs !== ts) {
    const root = channel.messages.get(threadTs)
    return {
      thread_ts: threadTs,
      ...(root?.user === undefined ? {} : { parent_user_id: root.user }),
    }
  }
  const replies = repliesTo(channel, ts)
  const latest = replies.at(-1)
  if (latest === undefined) return {}
  const users = [...new Set(replies.flatMap(({ user }) => user ?? []))]
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: latest.ts,
    is_locked: false,
    subscribed: false,
  }
}

export function fileJson({ files }: State, origin: string, id: string): object {
  const file = files.get(id)
  if (file === undefined || file.deleted) return { id, mode: 'tombstone' }
  return {
    id,
    name: file.name,
    title: file.name,
    mimetype: mimeOf(file),
    size: file.content?.length ?? file.length,
    user: file.owner,
    mode: 'hosted',
    is_external: false,
    url_private: `${origin}/files-pri/${id}/${encodeURIComponent(file.name)}`,
    url_private_download: `${origin}/files-pri/${id}/download/${encodeURIComponent(file.name)}`,
  }
}

const MIME: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  ics: 'text/calendar',
  csv: 'text/csv',
  pdf: 'application/pdf',
  png: 'image/png',
}

export function mimeOf({ name }: Pick<FileRecord, 'name'>): string {
  return MIME[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
}

export function userJson(user: User, team: string, { withEmail }: { withEmail: boolean }): object {
  return {
    id: user.id,
    team_id: team,
    name: user.name,
    deleted: user.deleted,
    is_bot: user.isBot,
    is_admin: user.isAdmin,
    is_owner: false,
    // Slack says neither of somebody who left.
    ...(user.deleted ? {} : { tz: user.tz, real_name: user.realName }),
    profile: {
      real_name: user.realName,
      display_name: '',
      ...(withEmail && !user.isBot ? { email: user.email } : {}),
    },
  }
}

export function channelJson(channel: Channel, me: string): object {
  const { id, name, kind, creator, created, archived, members } = channel
  if (kind === 'im') {
    const user = [...members].find((member) => member !== me)
    return { id, created, is_im: true, is_archived: archived, user }
  }
  return {
    id,
    name,
    name_normalized: name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: kind === 'private',
    is_general: channel.isGeneral,
    is_archived: archived,
    is_member: members.has(me),
    creator,
    created,
    topic: { value: channel.topic, creator, last_set: created },
    purpose: { value: channel.purpose, creator, last_set: created },
  }
}

/** How events call the kind of channel in which a message is. */
export const CHANNEL_TYPE = { public: 'channel', private: 'group', im: 'im' } as const
/** The same in events about members. */
export const MEMBER_CHANNEL_TYPE = { public: 'C', private: 'G', im: 'D' } as const
