import { describe, expect, it } from 'vitest'
import { tellMission } from './stories/mission.ts'
import { onShakenSlack } from './support/shaken-slack.ts'
import { onSlack } from './support/slack-scene.ts'

describe('on Slack in http mode', () => {
  tellMission(onSlack('http'))
})

describe('on Slack in socket mode, everything said five times, the connection cut again and again', () => {
  const shaken = onShakenSlack({ times: 4, every: 3 })
  tellMission(shaken)

  it('nothing was said twice', () => {
    expect(shaken.counts.saidTwice).toEqual([])
    expect(shaken.counts.redelivered).toBeGreaterThanOrEqual(500)
    expect(shaken.counts.cut).toBeGreaterThanOrEqual(50)
  })
})
