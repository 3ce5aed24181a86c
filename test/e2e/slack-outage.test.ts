/** A bot on Slack while its database is away: nobody waits, nothing is taken that is not kept. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ShownForm } from '../contract/platform.ts'
import { sees } from './support/story.ts'
import { slackScene } from './support/slack-scene.ts'
import type { SlackScene } from './support/slack-scene.ts'

/** How long it is away, by mode: ten seconds once, long enough for one command the other time. */
const AWAY = [
  { mode: 'socket', ms: 10_000 },
  { mode: 'http', ms: 2_000 },
] as const
const ACKNOWLEDGED_WITHIN_MS = 3_000
const TRY_AGAIN = 'réessaie dans une minute'

describe.each(AWAY)('a database away for $ms ms, in $mode mode', ({ mode, ms }) => {
  let world: SlackScene
  let form: ShownForm
  const values = { title: 'Cheffe de projet', product: 'Mes Aides', contract: 'agent' }

  beforeAll(async () => {
    world = await slackScene(mode, { LOG_LEVEL: 'silent' })
    const { intra } = world.people
    await intra.command(world.townSquare, '/recrutement nouveau')
    form = await intra.form()
    await world.database.leave()
  })
  afterAll(() => world.stop())

  it('lets every command be acknowledged in under three seconds, and says to try again', async () => {
    const { people, townSquare } = world
    const took: number[] = []
    const until = Date.now() + ms
    while (Date.now() < until) {
      const began = performance.now()
      await people.metier.command(townSquare, '/recrutement tâches')
      took.push(performance.now() - began)
      await sleep(500)
    }
    expect(Math.max(...took)).toBeLessThan(ACKNOWLEDGED_WITHIN_MS)
    await expect
      .poll(async () => (await people.metier.reads(townSquare)).length, { timeout: 10_000 })
      .toBe(took.length)
    for (const { text } of await people.metier.reads(townSquare)) expect(text).toContain(TRY_AGAIN)
  })

  it('keeps a form open with what was typed, and takes it once the database is back', async () => {
    const refused = await form.submit({ ...values, craft: 'developer' })
    expect(refused).toMatchObject({ closed: false })
    expect(refused.error).toContain(TRY_AGAIN)
    await world.database.comeBack()
    expect(await form.submit({ ...values, craft: 'developer' })).toMatchObject({ closed: true })
    await sees(world.people.intra, await world.privateChannel(), 'Cheffe de projet')
  })
})
