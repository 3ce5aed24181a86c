/** What is left of a shut scorecard outside the database: nothing, in the whole machine as it runs. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachmentsOf } from '../contract/mattermost/shown.ts'
import { notesIn } from './support/notes.ts'
import { realServices } from './support/services.ts'
import {
  addCandidate,
  at,
  direct,
  firstMonday,
  frame,
  nameTeam,
  open,
  privateChannel,
  schedule,
  submit,
  timesSaid,
} from './support/story.ts'
import { createWorld } from './support/world.ts'
import type { World } from './support/world.ts'

const SEALED = 'ZEBULON'
/** Said too early in the channel. */
const HELD = 'HELICE'
const CANDIDATE = 'Camille Quatrevingts'
const NAMES_AND_SECRETS = /ZEBULON|HELICE|Quatrevingts|Camille/

describe('a scorecard whose debrief is shut', () => {
  let world: World
  let services: Awaited<ReturnType<typeof realServices>>
  const monday = firstMonday(Temporal.Now.plainDateISO('UTC'))

  beforeAll(async () => {
    services = await realServices()
    world = await createWorld({ ...services.env, LOG_LEVEL: 'debug' })
    await world.moveTo(at(monday, 0, 9))
    const channel = await open(world)
    await frame(world, channel)
    await nameTeam(world, channel)
    await addCandidate(world, channel, CANDIDATE)
    await schedule(world, channel, 'mercredi 14 h')
    await world.moveTo(at(monday, 2, 14, 31))
    const { metier, equipe1 } = world.people
    await direct(metier, 'Dépose tes notes')
    await metier.press(await metier.directChannel(), 'Déposer mes notes')
    const form = await metier.form()
    await submit(world, form, notesIn(form.fields, '3', SEALED))
    await direct(metier, 'Le débrief attend encore')
    await equipe1.say(channel, `${CANDIDATE}, j’ai adoré, ${HELD}`)
    await direct(equipe1, 'mis de côté')
  })
  afterAll(async () => {
    await world.stop()
    await services.stop()
  })

  it('is in no log, even at debug level, and no name is either', () => {
    const logs = world.bot().output()
    expect(logs).toContain('"level":20')
    expect(NAMES_AND_SECRETS.exec(logs)?.[0]).toBeUndefined()
  })

  it('is nowhere in Redis, and no name is either', async () => {
    const redis = new Redis(services.env.REDIS_URL)
    const keys = await redis.keys('*')
    const values = await Promise.all(keys.map((key) => redis.dumpBuffer(key)))
    await redis.quit()
    expect(keys.length).toBeGreaterThan(0)
    const kept = Buffer.concat(values.filter((value) => value !== null)).toString('latin1')
    expect(NAMES_AND_SECRETS.exec(keys.join('\n') + kept)?.[0]).toBeUndefined()
  })

  it('is in no post, no file and no hidden part of them on the chat server', async () => {
    const folder = join(world.dataDir, 'sandbox')
    const names = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = names.filter((one) => one.isFile())
    const contents = await Promise.all(
      files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
    )
    const stored = contents.join('\n')
    expect(stored.includes('Quatrevingts')).toBe(true)
    expect(stored.includes(SEALED)).toBe(false)
  })

  it('leaves what was said too early to its author alone', async () => {
    const { intra, metier, equipe1 } = world.people
    const channel = await privateChannel(intra)
    for (const person of [intra, metier]) {
      const seen = [
        ...(await person.reads(channel)),
        ...(await person.reads(await person.directChannel())),
      ]
      expect(seen.filter(({ text }) => text.includes(HELD))).toEqual([])
    }
    expect(await timesSaid(equipe1, HELD)).toBeGreaterThan(0)
  })

  it('does not come with the button of somebody else, pressed in one’s own name', async () => {
    const { metier, equipe1 } = world.people
    const theirs = await metier.client.getPosts(await metier.directChannel(), 0, 100)
    const post = Object.values(theirs.posts).find((one) =>
      JSON.stringify(attachmentsOf(one)).includes('Déposer mes notes'),
    )
    const actions = attachmentsOf(post ?? neverPosted()).flatMap((one) => one.actions ?? [])
    const button = actions.find(({ name }) => name === 'Déposer mes notes')
    const pressed = equipe1.client.doPostActionWithCookie(post?.id ?? '', button?.id ?? '', '')
    await expect(pressed).rejects.toMatchObject({ status_code: 403 })
  })
})

function neverPosted(): never {
  throw new Error('no message asks for notes')
}
