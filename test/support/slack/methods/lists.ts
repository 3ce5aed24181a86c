/** `conversations.*` that tell about channels, and `users.conversations`. */
import { channelOf, isSeenBy, refuse, scopesOf, type Method } from '../call.ts'
import { channelJson } from '../events.ts'
import { nextCursor, pageOf } from '../paging.ts'
import type { Channel } from '../state.ts'

const info: Method = {
  args: { channel: 'text!' },
  errors: ['channel_not_found'],
  run: (call) => ({ channel: channelJson(channelOf(call, 'read'), call.me) }),
}

const members: Method = {
  args: { channel: 'text!', cursor: 'text', limit: 'number' },
  errors: ['channel_not_found', 'invalid_cursor', 'invalid_limit'],
  run(call) {
    const all = [...channelOf(call, 'read').members]
    const { page, next } = pageOf(call, all, { usual: 100, most: 999, keyOf: (id) => id })
    return { members: page, ...nextCursor(next) }
  },
}

const KINDS: Readonly<Record<string, Channel['kind'] | 'mpim'>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
}

function kindOf(type: string) {
  return KINDS[type.trim()] ?? refuse('invalid_types')
}

const mine: Method = {
  args: {
    types: 'text',
    user: 'text',
    exclude_archived: 'flag',
    limit: 'number',
    cursor: 'text',
  },
  errors: ['invalid_cursor', 'invalid_limit', 'invalid_types'],
  run(call) {
    const { workspace, me } = call
    const types = new Set((call.text('types') || 'public_channel').split(',').map(kindOf))
    for (const kind of types) if (kind !== 'mpim') call.needs(...scopesOf(kind, 'read'))
    if ((call.number('limit') ?? 1) > 999) return refuse('invalid_limit')
    const user = call.text('user') || me
    const all = [...workspace.state.channels.values()].filter(
      (channel) =>
        types.has(channel.kind) &&
        channel.members.has(user) &&
        isSeenBy(channel, me) &&
        !(channel.archived && call.flag('exclude_archived')),
    )
    const { page, next } = pageOf(call, all, { usual: 100, most: 999, keyOf: ({ id }) => id })
    return { channels: page.map((channel) => channelJson(channel, me)), ...nextCursor(next) }
  },
}

export const listMethods = {
  'conversations.info': info,
  'conversations.members': members,
  'users.conversations': mine,
}
