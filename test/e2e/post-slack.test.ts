import { describe } from 'vitest'
import { tellPost } from './stories/post.ts'
import { onSlack } from './support/slack-scene.ts'

describe.each(['socket', 'http'] as const)('on Slack in %s mode', (mode) => {
  tellPost(onSlack(mode))
})
