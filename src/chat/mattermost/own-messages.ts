/** What the bot itself said in a conversation. */
import type { Post } from '@mattermost/types/posts'

import type { Destination, OwnMessage, PersonId } from '../port.ts'
import type { Channels } from './channels.ts'
import { orPermanent, type MattermostClient } from './client.ts'
import { isMine } from './parts.ts'

const PER_PAGE = 200

/** The bot's own posts from `since` (epoch ms) on, newest first. */
export async function ownMessages(
  needs: {
    readonly client: MattermostClient
    readonly me: () => PersonId
    readonly channels: Pick<Channels, 'directWithAnyone'>
  },
  where: Destination,
  since: number,
): Promise<readonly OwnMessage[]> {
  const { client, me, channels } = needs
  const channel = 'person' in where ? await channels.directWithAnyone(where.person) : where.channel
  const found: OwnMessage[] = []
  for (let page = 0; ; page += 1) {
    // Threads are not fetched: their replies come as posts of the channel.
    const { order, posts } = await orPermanent(client.getPosts(channel, page, PER_PAGE, false))
    const shown = order.flatMap((id) => posts[id] ?? [])
    const fresh = shown.filter((post) => post.create_at >= since)
    found.push(...fresh.filter((post) => isMine(post, me())).map(toOwnMessage))
    if (fresh.length < shown.length || order.length < PER_PAGE) return found
  }
}

function toOwnMessage(post: Post): OwnMessage {
  const files = post.metadata?.files?.map(({ name }) => name) ?? []
  return {
    ref: { channel: post.channel_id, post: post.id },
    words: [post.message, JSON.stringify(post.props['attachments'] ?? []), ...files].join('\n'),
    hasFiles: (post.file_ids?.length ?? 0) > 0,
  }
}
