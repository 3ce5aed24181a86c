/** Everything that the bot has posted, wherever it is. */
import type { Post } from '@mattermost/types/posts'
import type { World } from '../../e2e/support/world.ts'

export interface BotPost {
  readonly key: string
  readonly post: Post
}

/** Posts of the bot that answer to a key of the agenda, in every channel that someone can read. */
export async function everyBotPost(world: World): Promise<readonly BotPost[]> {
  const found = new Map<string, BotPost>()
  for (const person of Object.values(world.people)) {
    const [team] = await person.client.getMyTeams()
    const channels = await person.client.getMyChannels(team?.id ?? '')
    for (const { id } of channels) {
      const { posts } = await person.client.getPosts(id, 0, 200)
      for (const post of Object.values(posts)) {
        const key = post.props['key']
        if (post.user_id === world.botId && typeof key === 'string') {
          found.set(post.id, { key: `${id} ${key}`, post })
        }
      }
    }
  }
  return [...found.values()]
}
