/** `chat.*`: what the bot says. */
import { refuse, type Call, type Method } from '../call.ts'
import { checkedMetadata, saidIn } from '../blocks.ts'
import { messageJson } from '../events.ts'
import { addMessage, changeMessage, deleteMessage, named } from '../messages.ts'
import { directBetween, type Channel, type Message } from '../state.ts'

const LONGEST_UPDATE = 4_000

/** Where a message goes: a channel, or somebody's direct messages by their id. */
function destination(call: Call): Channel {
  const { state } = call.workspace
  const user = state.users.get(call.text('channel'))
  const channel =
    user !== undefined && !user.deleted
      ? directBetween(state, call.me, user.id)
      : state.channels.get(call.text('channel'))
  if (channel === undefined) return refuse('channel_not_found')
  if (!channel.members.has(call.me)) {
    return refuse(channel.kind === 'public' ? 'not_in_channel' : 'channel_not_found')
  }
  if (channel.archived) return refuse('is_archived')
  return channel
}

function threadOf(call: Call, channel: Channel): { threadTs?: string } {
  const thread = call.text('thread_ts')
  if (thread === '') return {}
  const root = channel.messages.get(thread)
  if (root === undefined) return refuse('cannot_reply_to_message')
  return { threadTs: root.threadTs ?? thread }
}

const json = ({ workspace: { state, origin } }: Call, channel: Channel, message: Message) =>
  messageJson(state, origin, channel, message, { withMetadata: true })

const postMessage: Method = {
  args: {
    channel: 'text!',
    text: 'text',
    blocks: 'json',
    thread_ts: 'text',
    metadata: 'json',
    unfurl_links: 'flag',
    unfurl_media: 'flag',
  },
  errors: [
    'cannot_reply_to_message',
    'channel_not_found',
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'is_archived',
    'metadata_too_large',
    'msg_blocks_too_long',
    'no_text',
    'not_in_channel',
  ],
  scopes: ['chat:write'],
  run(call) {
    const { workspace, me } = call
    const channel = destination(call)
    const metadata = call.has('metadata') ? checkedMetadata(call.json('metadata')) : undefined
    const message = addMessage(workspace, channel, {
      ...saidIn(call),
      ...threadOf(call, channel),
      ...(metadata === undefined ? {} : { metadata }),
      user: me,
      botId: workspace.state.botId,
    })
    return { channel: channel.id, ts: message.ts, message: json(call, channel, message) }
  },
}

const postEphemeral: Method = {
  args: {
    channel: 'text!',
    user: 'text!',
    text: 'text',
    blocks: 'json',
    thread_ts: 'text',
  },
  errors: [
    'cannot_reply_to_message',
    'channel_not_found',
    'invalid_blocks',
    'invalid_blocks_format',
    'is_archived',
    'msg_too_long',
    'no_text',
    'not_in_channel',
    'user_not_in_channel',
  ],
  scopes: ['chat:write'],
  run(call) {
    const channel = destination(call)
    const to = call.text('user')
    if (!channel.members.has(to)) refuse('user_not_in_channel')
    const { text, blocks } = tooLongAs('msg_too_long', () => saidIn(call))
    const ts = call.workspace.state.ts()
    channel.ephemerals.set(ts, { ts, to, text, blocks: named(blocks), ...threadOf(call, channel) })
    return { message_ts: ts }
  },
}

const update: Method = {
  args: {
    channel: 'text!',
    ts: 'text!',
    text: 'text',
    blocks: 'json',
    metadata: 'json',
    file_ids: 'json',
  },
  errors: [
    'cant_update_message',
    'channel_not_found',
    'file_is_deleted',
    'file_not_found',
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'is_inactive',
    'message_not_found',
    'metadata_too_large',
    'msg_too_long',
    'no_text',
  ],
  scopes: ['chat:write'],
  run(call) {
    const { workspace, me } = call
    const channel = workspace.state.channels.get(call.text('channel'))
    if (!channel?.members.has(me)) return refuse('channel_not_found')
    const message = channel.messages.get(call.text('ts'))
    if (message === undefined) return refuse('message_not_found')
    if (message.user !== me || message.botId === undefined) return refuse('cant_update_message')
    if (channel.archived) return refuse('is_inactive')
    if (call.text('text').length > LONGEST_UPDATE) return refuse('msg_too_long')
    changeMessage(workspace, channel, message, {
      ...wordsOf(call),
      ...(call.has('metadata') ? { metadata: checkedMetadata(call.json('metadata')) } : {}),
      ...(call.has('file_ids') ? { files: filesIn(call) } : {}),
      // Only words say that they were changed, not blocks.
      ...(call.has('blocks') ? {} : { edited: { user: me, ts: workspace.state.ts() } }),
    })
    const { ts, text } = message
    return { channel: channel.id, ts, text, message: json(call, channel, message) }
  },
}

/** Text without blocks takes the blocks away; neither leaves both as they are. */
function wordsOf(call: Call): Partial<Message> {
  if (!call.has('text') && !call.has('blocks')) {
    return call.has('file_ids') || call.has('metadata') ? {} : refuse('no_text')
  }
  const { text, blocks } = tooLongAs('msg_too_long', () => saidIn(call))
  return call.has('text') ? { text, blocks } : { blocks }
}

/** These two methods have no code of their own for blocks that are too long. */
function tooLongAs<T>(code: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && error.message === 'msg_blocks_too_long') return refuse(code)
    throw error
  }
}

function filesIn(call: Call): string[] {
  const ids = call.json('file_ids')
  if (!Array.isArray(ids)) return refuse('invalid_arguments', '[ERROR] file_ids')
  for (const id of ids) {
    const file = call.workspace.state.files.get(id)
    if (!file?.complete || file.owner !== call.me) refuse('file_not_found')
    else if (file.deleted) refuse('file_is_deleted')
  }
  return ids
}

const remove: Method = {
  args: { channel: 'text!', ts: 'text!' },
  errors: ['cant_delete_message', 'channel_not_found', 'message_not_found'],
  scopes: ['chat:write'],
  run(call) {
    const { workspace, token, me } = call
    const channel = workspace.state.channels.get(call.text('channel'))
    if (channel === undefined) return refuse('channel_not_found')
    const isHidden = channel.kind !== 'public' && !channel.members.has(me)
    if (isHidden) return refuse('channel_not_found')
    const message = channel.messages.get(call.text('ts'))
    if (message === undefined || message.subtype === 'tombstone') return refuse('message_not_found')
    const isAdmin = token.kind === 'user' && workspace.state.users.get(me)?.isAdmin === true
    const may = message.user === me || (isAdmin && workspace.policy.adminsDeleteMessages)
    if (!may || channel.archived) return refuse('cant_delete_message')
    deleteMessage(workspace, channel, message)
    return { channel: channel.id, ts: message.ts }
  },
}

export const chatMethods = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
}
