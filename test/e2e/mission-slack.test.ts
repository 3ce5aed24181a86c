import { describe } from 'vitest'
import { tellMission } from './stories/mission.ts'
import { onSlack } from './support/slack-scene.ts'

describe.each(['socket', 'http'] as const)('on Slack in %s mode', (mode) => {
  tellMission(onSlack(mode))
})
