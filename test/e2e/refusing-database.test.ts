/** A real bot whose database refuses to write: people are told to try again, and it goes on by itself. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTestDatabase } from '../support/postgres.ts'
import { onlyRead, refuseWrites } from '../support/refusing-database.ts'
import { sees } from './support/story.ts'
import { createWorld } from './support/world.ts'

const OPENING = { title: 'Essai', product: 'Mes Essais', craft: 'developer', contract: 'agent' }

describe.each([
  ['has no room left', (url: string) => refuseWrites(url, 'events', '53100')],
  ['only reads', onlyRead],
])('when the database %s', (what, refuse) => {
  const cleanups: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup()
  })

  it('a form stays open until what was typed can be kept, which is then told once', async () => {
    const database = await createTestDatabase()
    cleanups.unshift(database.drop)
    const world = await createWorld({ DATABASE_URL: database.url })
    cleanups.unshift(() => world.stop())
    const { intra } = world.people
    await intra.command(world.townSquare, '/recrutement nouveau')
    const form = await intra.form()

    const accept = await refuse(database.url)
    for (let times = 0; times < 3; times += 1) {
      const { closed, error } = await form.submit(OPENING)
      expect(closed).toBe(false)
      expect(error).toContain('Elle reste ici : réessaie dans une minute.')
    }
    await accept()
    await vi.waitFor(async () => expect((await form.submit(OPENING)).closed).toBe(true), 20_000)

    const channels = await vi.waitFor(async () => {
      const team = await intra.client.getTeamByName('demo')
      const all = await intra.client.getMyChannels(team.id)
      const mine = all.filter(({ name }) => name.startsWith('recrutement-'))
      expect(mine).toHaveLength(1)
      return mine
    }, 20_000)
    await sees(intra, channels[0]?.id ?? '', 'Recrutement ouvert')
    const log = world.bot().output()
    expect(log.split(`the database ${what}`)).toHaveLength(2)
    expect(log).not.toContain('Mes Essais')
  })
})
