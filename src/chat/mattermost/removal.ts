/** Taking down what somebody wrote, or what the bot itself did. */
import { plain } from '../text.ts'
import type { Text } from '../text.ts'
import type { MessageRef, PersonId, Removal, Retraction } from '../port.ts'
import { MattermostError, isMissing, orPermanent } from './client.ts'
import type { MattermostClient } from './client.ts'
import { kept, partCount, partsOf, patch, stillThere } from './parts.ts'

/**
 * Deletes a post. Mattermost deletes a thread with its first post, so one that has replies is left; and
 * deleting other people's posts is for team administrators by default.
 */
export async function removal(client: MattermostClient, { post }: MessageRef): Promise<Removal> {
  try {
    if ((await repliesTo(client, post)).length > 0) return 'has-replies'
    await client.deletePost(post)
    return 'removed'
  } catch (error) {
    if (isMissing(error)) return 'removed'
    if (error instanceof MattermostError && error.status === 403) return 'no-right'
    throw error
  }
}

/** Takes back a message of the bot: see `Chat.retract`. */
export async function retraction(
  client: MattermostClient,
  me: PersonId,
  ref: MessageRef,
  instead: Text,
): Promise<Retraction> {
  const first = await stillThere(client, ref)
  if (!first) return 'gone'
  if (partCount(first) > 1) {
    const parts = await partsOf(client, me, first)
    for (const part of parts.values()) {
      if (part.id !== first.id) await orPermanent(client.deletePost(part.id))
    }
  }
  const replies = await repliesTo(client, first.id)
  if (replies.every(({ user_id: author }) => author === me)) {
    await orPermanent(client.deletePost(first.id))
    return 'gone'
  }
  await patch(client, first.id, { message: plain(instead), props: kept(first), file_ids: [] })
  // A server that does not take files off (before 10.5, or without the permission) keeps them with the post.
  const left = await stillThere(client, ref)
  if ((left?.file_ids?.length ?? 0) === 0) return 'blanked'
  await orPermanent(client.deletePost(first.id))
  return 'gone'
}

async function repliesTo(client: MattermostClient, post: string) {
  const { posts } = await client.getPostThread(post)
  return Object.values(posts).filter(
    ({ root_id, delete_at }) => root_id === post && delete_at === 0,
  )
}
