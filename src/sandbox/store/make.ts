/** New things with the defaults that Mattermost gives them. */
import { newId } from '../ids.ts'
import type { Channel, ChannelMember, Team, TeamMember, User } from './entities.ts'

export interface NewUser {
  readonly username: string
  readonly email: string
  readonly first_name?: string
  readonly last_name?: string
  readonly nickname?: string
  readonly position?: string
  readonly roles?: string
  readonly is_bot?: boolean
  readonly password_hash: string
}

export function makeUser(now: number, user: NewUser): User {
  return {
    id: newId(),
    create_at: now,
    update_at: now,
    delete_at: 0,
    first_name: '',
    last_name: '',
    nickname: '',
    position: '',
    roles: 'system_user',
    locale: 'fr',
    timezone: {
      useAutomaticTimezone: 'true',
      manualTimezone: '',
      automaticTimezone: 'Europe/Paris',
    },
    is_bot: false,
    notify_props: {
      channel: 'true',
      comments: 'never',
      desktop: 'mention',
      desktop_sound: 'true',
      email: 'true',
      first_name: 'false',
      mention_keys: '',
      push: 'mention',
    },
    props: {},
    ...user,
  }
}

export function makeTeam(now: number, team: { name: string; display_name: string }): Team {
  return {
    id: newId(),
    create_at: now,
    update_at: now,
    delete_at: 0,
    description: '',
    email: '',
    type: 'O',
    company_name: '',
    allowed_domains: '',
    invite_id: newId(),
    allow_open_invite: false,
    ...team,
  }
}

export function makeTeamMember(team_id: string, user_id: string, admin = false): TeamMember {
  return {
    team_id,
    user_id,
    roles: admin ? 'team_user team_admin' : 'team_user',
    delete_at: 0,
    scheme_guest: false,
    scheme_user: true,
    scheme_admin: admin,
    explicit_roles: '',
  }
}

export interface NewChannel {
  readonly team_id: string
  readonly type: Channel['type']
  readonly name: string
  readonly display_name: string
  readonly header?: string
  readonly purpose?: string
  readonly creator_id: string
}

export function makeChannel(now: number, channel: NewChannel): Channel {
  return {
    id: newId(),
    create_at: now,
    update_at: now,
    delete_at: 0,
    header: '',
    purpose: '',
    last_post_at: 0,
    last_root_post_at: 0,
    total_msg_count: 0,
    total_msg_count_root: 0,
    extra_update_at: 0,
    ...channel,
  }
}

/** A member who has read everything said so far. */
export function makeChannelMember(
  now: number,
  channel: Channel,
  user_id: string,
  admin = false,
): ChannelMember {
  return {
    channel_id: channel.id,
    user_id,
    roles: admin ? 'channel_user channel_admin' : 'channel_user',
    last_viewed_at: channel.last_post_at,
    msg_count: channel.total_msg_count,
    msg_count_root: channel.total_msg_count_root,
    mention_count: 0,
    mention_count_root: 0,
    notify_props: {
      desktop: 'default',
      email: 'default',
      ignore_channel_mentions: 'default',
      mark_unread: 'all',
      push: 'default',
    },
    last_update_at: now,
    scheme_guest: false,
    scheme_user: true,
    scheme_admin: admin,
    explicit_roles: '',
  }
}
