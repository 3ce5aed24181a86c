/** `conversations.*` that change a channel or its members. */
import { channelOf, mustBeIn, refuse, Refusal, scopesOf, type Call, type Method } from '../call.ts'
import { channelJson } from '../events.ts'
import { join, leave, remark } from '../messages.ts'
import { directBetween, makeChannel, type Channel } from '../state.ts'

const NAME = 80
const ABOUT = 250

const create: Method = {
  args: { name: 'text', is_private: 'flag' },
  errors: [
    'invalid_name_maxlength',
    'invalid_name_punctuation',
    'invalid_name_required',
    'invalid_name_specials',
    'name_taken',
  ],
  run(call) {
    const { workspace, me } = call
    const kind = call.flag('is_private') ? 'private' : 'public'
    call.needs(...scopesOf(kind, 'write'))
    const name = call.text('name')
    if (name === '') return refuse('invalid_name_required')
    if (name.length > NAME) return refuse('invalid_name_maxlength')
    if (/^[^a-z0-9]+$/u.test(name)) return refuse('invalid_name_punctuation')
    if (!/^[\p{Ll}\p{Lo}\d_-]+$/u.test(name)) return refuse('invalid_name_specials')
    const taken = [...workspace.state.channels.values()].some((one) => one.name === name)
    if (taken) return refuse('name_taken')
    const channel = makeChannel(workspace.state, { name, kind, creator: me })
    return { channel: channelJson(channel, me) }
  },
}

/** A channel that whoever calls is in, and that is not archived. */
function liveChannel(call: Call): Channel {
  const channel = channelOf(call, 'write')
  mustBeIn(call, channel)
  if (channel.kind === 'im') return refuse('method_not_supported_for_channel_type')
  return channel.archived ? refuse('is_archived') : channel
}

const LIVE_ERRORS = [
  'channel_not_found',
  'is_archived',
  'method_not_supported_for_channel_type',
  'not_in_channel',
]

function setting(what: 'topic' | 'purpose'): Method {
  return {
    args: { channel: 'text!', [what]: 'text' },
    errors: [...LIVE_ERRORS, 'too_long'],
    run(call) {
      const channel = liveChannel(call)
      const said = call.text(what)
      if (said.length > ABOUT) return refuse('too_long')
      if (said !== channel[what]) {
        channel[what] = said
        const text = `<@${call.me}> set the channel ${what}: ${said}`
        remark(call.workspace, channel, `channel_${what}`, call.me, text)
      }
      return { channel: channelJson(channel, call.me) }
    },
  }
}

const invite: Method = {
  args: { channel: 'text!', users: 'text!' },
  errors: [
    ...LIVE_ERRORS,
    'already_in_channel',
    'cant_invite',
    'cant_invite_self',
    'no_user',
    'user_not_found',
  ],
  run(call) {
    const { workspace, me } = call
    const channel = liveChannel(call)
    const ids = call.text('users').split(',')
    const errors = ids.flatMap((user) => {
      const error = whyNot(call, channel, user)
      return error === undefined ? [] : [{ ok: false, user, error }]
    })
    const [first] = errors
    if (first !== undefined) throw new Refusal(first.error, { errors })
    for (const id of ids) join(workspace, channel, id, me)
    return { channel: channelJson(channel, me) }
  },
}

function whyNot({ workspace, me }: Call, channel: Channel, id: string): string | undefined {
  const user = workspace.state.users.get(id)
  if (id === '') return 'no_user'
  if (id === me) return 'cant_invite_self'
  if (user === undefined) return 'user_not_found'
  if (channel.members.has(id)) return 'already_in_channel'
  return user.deleted ? 'cant_invite' : undefined
}

const kick: Method = {
  args: { channel: 'text!', user: 'text!' },
  errors: [
    'cant_kick_from_general',
    'cant_kick_self',
    'channel_not_found',
    'method_not_supported_for_channel_type',
    'not_in_channel',
    'restricted_action',
    'user_not_found',
  ],
  run(call) {
    const { workspace, me } = call
    const channel = channelOf(call, 'write')
    mustBeIn(call, channel)
    if (channel.kind === 'im') return refuse('method_not_supported_for_channel_type')
    const user = call.text('user')
    if (user === me) return refuse('cant_kick_self')
    if (!workspace.state.users.has(user)) return refuse('user_not_found')
    if (channel.isGeneral) return refuse('cant_kick_from_general')
    if (!channel.members.has(user)) return refuse('not_in_channel')
    if (channel.archived) return refuse('restricted_action')
    leave(workspace, channel, user)
    return {}
  },
}

const open: Method = {
  args: { users: 'text', channel: 'text', return_im: 'flag' },
  errors: ['channel_not_found', 'user_disabled', 'user_not_found', 'users_list_not_supplied'],
  scopes: ['im:write'],
  run(call) {
    const { workspace, me } = call
    if (call.has('channel')) {
      const channel = channelOf(call, 'write')
      return { channel: { id: channel.id } }
    }
    const id = call.text('users')
    if (id === '') return refuse('users_list_not_supplied')
    const user = workspace.state.users.get(id)
    if (user === undefined) return refuse('user_not_found')
    if (user.deleted) return refuse('user_disabled')
    const channel = directBetween(workspace.state, me, id)
    return { channel: call.flag('return_im') ? channelJson(channel, me) : { id: channel.id } }
  },
}

export const conversationMethods = {
  'conversations.create': create,
  'conversations.setTopic': setting('topic'),
  'conversations.setPurpose': setting('purpose'),
  'conversations.invite': invite,
  'conversations.kick': kick,
  'conversations.open': open,
}
