/** The messages that Mattermost itself writes in a channel. They do not count as unread. */
import type { Sandbox } from '../sandbox.ts'
import type { Channel, Post, User } from '../store/entities.ts'
import { newId } from '../ids.ts'
import { clientPost } from './render.ts'

interface SystemMessage {
  readonly type: string
  readonly message: string
  readonly props: Readonly<Record<string, string>>
}

function writeSystemPost(
  sandbox: Sandbox,
  author: User,
  channel: Channel,
  { type, message, props }: SystemMessage,
): void {
  const { store, clock, hub } = sandbox
  const now = clock.stamp()
  const post: Post = {
    id: newId(),
    create_at: now,
    update_at: now,
    edit_at: 0,
    delete_at: 0,
    is_pinned: false,
    user_id: author.id,
    channel_id: channel.id,
    root_id: '',
    original_id: '',
    message,
    type,
    props: { ...props },
    hashtags: '',
    file_ids: [],
    pending_post_id: '',
  }
  store.posts.put(post)
  hub.publish({
    event: 'posted',
    data: {
      channel_display_name: channel.display_name,
      channel_name: channel.name,
      channel_type: channel.type,
      post: JSON.stringify(clientPost(store, post)),
      sender_name: `@${author.username}`,
      set_online: false,
      team_id: channel.team_id,
    },
    to: { kind: 'channel', id: channel.id },
  })
}

export const sayJoined = (sandbox: Sandbox, channel: Channel, user: User): void =>
  writeSystemPost(sandbox, user, channel, {
    type: 'system_join_channel',
    message: `${user.username} a rejoint le canal.`,
    props: { username: user.username },
  })

export const sayAdded = (sandbox: Sandbox, channel: Channel, user: User, by: User): void =>
  writeSystemPost(sandbox, by, channel, {
    type: 'system_add_to_channel',
    message: `${user.username} rejoint le canal, à l’invitation de ${by.username}.`,
    props: {
      userId: by.id,
      username: by.username,
      addedUserId: user.id,
      addedUsername: user.username,
    },
  })

export const sayLeft = (sandbox: Sandbox, channel: Channel, user: User): void =>
  writeSystemPost(sandbox, user, channel, {
    type: 'system_leave_channel',
    message: `${user.username} a quitté le canal.`,
    props: { username: user.username },
  })

export const sayRemoved = (sandbox: Sandbox, channel: Channel, user: User, by: User): void =>
  writeSystemPost(sandbox, by, channel, {
    type: 'system_remove_from_channel',
    message: `${user.username} ne fait plus partie du canal.`,
    props: { removedUserId: user.id, removedUsername: user.username },
  })

export const sayArchived = (sandbox: Sandbox, channel: Channel, by: User): void =>
  writeSystemPost(sandbox, by, channel, {
    type: 'system_channel_deleted',
    message: `${by.username} a archivé le canal.`,
    props: { username: by.username },
  })
