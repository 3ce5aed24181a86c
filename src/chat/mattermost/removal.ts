/** Taking down what somebody else wrote. */
import type { MessageRef, Removal } from '../port.ts'
import { MattermostError, isMissing } from './client.ts'
import type { MattermostClient } from './client.ts'

/**
 * Deletes a post. Mattermost deletes a thread with its first post, so one that has replies is left; and
 * deleting other people's posts is for team administrators by default.
 */
export async function removal(client: MattermostClient, { post }: MessageRef): Promise<Removal> {
  try {
    const { posts } = await client.getPostThread(post)
    const replies = Object.values(posts).filter(
      ({ root_id, delete_at }) => root_id === post && delete_at === 0,
    )
    if (replies.length > 0) return 'has-replies'
    await client.deletePost(post)
    return 'removed'
  } catch (error) {
    if (isMissing(error)) return 'removed'
    if (error instanceof MattermostError && error.status === 403) return 'no-right'
    throw error
  }
}
