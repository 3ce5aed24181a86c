/** What happens to messages and members, whoever does it, and what the app is told of it. */
import { CHANNEL_TYPE, fileJson, MEMBER_CHANNEL_TYPE, messageJson, TOMBSTONE } from './events.ts'
import { letters, repliesTo, type Channel, type Message } from './state.ts'
import type { Workspace } from './workspace.ts'

type Draft = Pick<Message, 'text'> & Partial<Omit<Message, 'ts' | 'text'>>

/** Adds a message at the end of the channel. */
export function addMessage(workspace: Workspace, channel: Channel, draft: Draft): Message {
  const { state, origin } = workspace
  const { blocks = [], files = [], ...rest } = draft
  const message: Message = { ...rest, blocks: named(blocks), files, ts: state.ts() }
  channel.messages.set(message.ts, message)
  // Only the event says of a message that it shares files.
  const subtype = files.length > 0 && message.subtype === undefined ? { subtype: 'file_share' } : {}
  tellMessage(workspace, channel, { ...messageJson(state, origin, channel, message), ...subtype })
  return message
}

/** Slack gives a name to every block that has none. */
export function named(blocks: readonly Readonly<Record<string, unknown>>[]) {
  return blocks.map((block) => ({ ...block, block_id: block['block_id'] ?? letters(5) }))
}

type Change = Partial<Pick<Message, 'text' | 'blocks' | 'files' | 'edited'>> & {
  /** `undefined` takes it away. */
  readonly metadata?: object | undefined
}

/** Changes a message in place; one that a person changed says so by `edited`. */
export function changeMessage(
  workspace: Workspace,
  channel: Channel,
  message: Message,
  change: Change,
): void {
  const before = json(workspace, channel, message)
  Object.assign(message, change)
  if (change.blocks !== undefined) message.blocks = named(change.blocks)
  tellChange(workspace, channel, json(workspace, channel, message), before)
}

/** Takes a message away; the first one of a thread leaves a trace as long as there are replies. */
export function deleteMessage(workspace: Workspace, channel: Channel, message: Message): void {
  const before = json(workspace, channel, message)
  if (repliesTo(channel, message.ts).length > 0) {
    Object.assign(message, {
      subtype: TOMBSTONE,
      text: 'This message was deleted.',
      user: 'USLACKBOT',
      botId: undefined,
      blocks: [],
      files: [],
      edited: undefined,
      metadata: undefined,
    })
    tellChange(workspace, channel, json(workspace, channel, message), before)
    return
  }
  channel.messages.delete(message.ts)
  tellMessage(workspace, channel, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    ts: workspace.state.ts(),
    previous_message: before,
  })
  const root = channel.messages.get(message.threadTs ?? '')
  if (root?.subtype === TOMBSTONE && repliesTo(channel, root.ts).length === 0) {
    channel.messages.delete(root.ts)
  }
}

/** A file that is gone leaves a trace in the messages that showed it; one that said nothing else goes too. */
export function deleteFile(workspace: Workspace, id: string): void {
  const { state, origin } = workspace
  const showing = [...state.channels.values()].flatMap((channel) =>
    [...channel.messages.values()]
      .filter(({ files }) => files.includes(id))
      .map((message) => ({ channel, message, before: json(workspace, channel, message) })),
  )
  const file = state.files.get(id)
  if (file !== undefined) file.deleted = true
  workspace.tell({ type: 'file_deleted', file_id: id, file: fileJson(state, origin, id) })
  for (const { channel, message, before } of showing) {
    const isEmpty = message.text === '' && message.blocks.length === 0
    const isLast = message.files.every((one) => state.files.get(one)?.deleted !== false)
    if (isEmpty && isLast) deleteMessage(workspace, channel, message)
    else tellChange(workspace, channel, json(workspace, channel, message), before)
  }
}

/** Lets somebody in. */
export function join(workspace: Workspace, channel: Channel, user: string, inviter?: string): void {
  channel.members.add(user)
  const by = inviter === undefined ? {} : { inviter }
  remark(workspace, channel, 'channel_join', user, `<@${user}> has joined the channel`, inviter)
  workspace.tell(
    { type: 'member_joined_channel', ...moveOf(workspace, channel, user), ...by },
    channel,
  )
}

/** Somebody goes, or is put out. */
export function leave(workspace: Workspace, channel: Channel, user: string): void {
  const { state } = workspace
  channel.members.delete(user)
  if (user === state.bot) {
    workspace.tell({ type: 'channel_left', channel: channel.id })
    return
  }
  remark(workspace, channel, 'channel_leave', user, `<@${user}> has left the channel`)
  workspace.tell({ type: 'member_left_channel', ...moveOf(workspace, channel, user) }, channel)
}

function moveOf({ state }: Workspace, { id, kind }: Channel, user: string) {
  return { user, channel: id, channel_type: MEMBER_CHANNEL_TYPE[kind], team: state.team.id }
}

/** What Slack itself says in a channel of what somebody did there. */
export function remark(
  workspace: Workspace,
  channel: Channel,
  subtype: string,
  user: string,
  text: string,
  inviter?: string,
): void {
  const by = inviter === undefined ? {} : { inviter }
  addMessage(workspace, channel, { subtype, user, text, ...by })
}

function json(workspace: Workspace, channel: Channel, message: Message) {
  return messageJson(workspace.state, workspace.origin, channel, message)
}

function tellChange(workspace: Workspace, channel: Channel, message: object, before: object): void {
  tellMessage(workspace, channel, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    ts: workspace.state.ts(),
    message,
    previous_message: before,
  })
}

function tellMessage(workspace: Workspace, channel: Channel, message: object): void {
  const where = { channel: channel.id, channel_type: CHANNEL_TYPE[channel.kind] }
  workspace.tell({ ...message, ...where }, channel)
}
