/** What administrators do, and Slack by itself. */
import { userJson } from './events.ts'
import { changeMessage, leave, remark } from './messages.ts'
import { findMessage, type User } from './state.ts'
import type { Workspace } from './workspace.ts'

function channelOf({ state }: Workspace, id: string) {
  const channel = state.channels.get(id)
  if (channel === undefined) throw new Error(`no channel ${id}`)
  return channel
}

export function archive(workspace: Workspace, channel: string, by: User): void {
  const archived = channelOf(workspace, channel)
  const text = `<@${by.id}> archived the channel`
  remark(workspace, archived, 'channel_archive', by.id, text)
  archived.archived = true
}

/** Puts the bot out of a channel, which it does not see any more when it is private. */
export function putBotOut(workspace: Workspace, channel: string): void {
  leave(workspace, channelOf(workspace, channel), workspace.state.bot)
}

export function deactivate(workspace: Workspace, user: User): void {
  user.deleted = true
  const json = userJson(user, workspace.state.team.id, { withEmail: true })
  workspace.tell({ type: 'user_change', user: json, cache_ts: Math.floor(Date.now() / 1_000) })
}

/** Shows what is behind a link of a message: it changes, and nobody edited it. */
export function unfold(workspace: Workspace, ts: string): void {
  const [channel, message] = findMessage(workspace.state, ts) ?? []
  if (channel === undefined || message === undefined) throw new Error(`no message ${ts}`)
  changeMessage(workspace, channel, message, {})
}
