/** After `/recrutement effacer`: what is left of a candidate, wherever one looks, is what was listed. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Redis } from 'ioredis'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MattermostActor } from '../contract/mattermost/actor.ts'
import { notesIn } from './support/notes.ts'
import { realServices } from './support/services.ts'
import {
  addCandidate,
  answered,
  at,
  direct,
  firstMonday,
  frame,
  nameTeam,
  open,
  openForm,
  schedule,
  sees,
  submit,
} from './support/story.ts'
import { createWorld } from './support/world.ts'
import type { World } from './support/world.ts'

const CANDIDATE = 'Camille Quatrevingts'
const OTHER = 'Alex Troisfontaines'
const TRACES = /Quatrevingts|ZEBULON|HELICE/

describe('once a candidate is erased', () => {
  let world: World
  let services: Awaited<ReturnType<typeof realServices>>
  let channel: string
  let intra: MattermostActor
  let exported: string
  const monday = firstMonday(Temporal.Now.plainDateISO('UTC'))

  /** Everything that everybody sees, with the names and the words of files. */
  async function everythingSeen(): Promise<string> {
    const seen: string[] = []
    for (const person of Object.values(world.people)) {
      const places = [channel, world.townSquare, await person.directChannel()]
      for (const place of places) {
        const posts = await person.client.getPosts(place, 0, 200).catch(() => undefined)
        for (const post of Object.values(posts?.posts ?? {})) {
          seen.push(JSON.stringify(post))
          for (const id of post.file_ids ?? []) {
            const file = await fetch(person.client.getFileUrl(id, 0), {
              headers: { Authorization: `Bearer ${person.client.getToken()}` },
            })
            seen.push(await file.text())
          }
        }
      }
    }
    return seen.join('\n')
  }

  beforeAll(async () => {
    services = await realServices()
    world = await createWorld({ ...services.env, LOG_LEVEL: 'debug' })
    intra = world.people.intra
    await world.moveTo(at(monday, 0, 9))
    channel = await open(world)
    await frame(world, channel)
    await nameTeam(world, channel)
    await addCandidate(world, channel, CANDIDATE)
    await schedule(world, channel, 'mercredi 14 h')
    await addCandidate(world, channel, OTHER)
    await world.moveTo(at(monday, 2, 14, 31))
    for (const name of ['metier', 'equipe1'] as const) {
      const person = world.people[name]
      await direct(person, 'Dépose tes notes')
      await person.press(await person.directChannel(), 'Déposer mes notes')
      const form = await person.form()
      await submit(world, form, notesIn(form.fields, '3', 'ZEBULON'))
    }
    await world.people.equipe1.say(channel, `${CANDIDATE}, j’ai adoré, HELICE`)
    await direct(world.people.equipe1, 'mis de côté')
    await world.moveTo(at(monday, 3, 10))
    const debrief = await sees(world.people.metier, channel, 'ZEBULON')
    await world.people.metier.say(channel, 'Un avis écrit par une personne', debrief.thread)
    await intra.command(channel, `/recrutement exporter ${CANDIDATE}`)
    await answered(intra, channel, 'Voici tout ce que je garde')
    exported = await everythingSeen()
    await intra.command(channel, `/recrutement candidat ${CANDIDATE}`)
    await answered(intra, channel, 'Étape')
    await intra.press(channel, 'La personne se retire')
    await submit(world, await intra.form(), { reason: `${CANDIDATE} part, ZEBULON` })
    await answered(intra, channel, 'se retire')
    const form = await openForm(world, intra, 'Effacer pour de bon', () =>
      intra.command(channel, `/recrutement effacer ${CANDIDATE}`),
    )
    await submit(world, form, { name: CANDIDATE })
    await direct(intra, 'la candidature est effacée')
  })
  afterAll(async () => {
    await world.stop()
    await services.stop()
  })

  it('nobody reads of them any more, in a message nor in a file', async () => {
    expect(exported).toMatch(/<h1>Camille Quatrevingts/)
    expect(TRACES.exec(await everythingSeen())?.[0]).toBeUndefined()
  })

  it('what people wrote, and the other candidates, are still there', async () => {
    const seen = await everythingSeen()
    expect(seen).toContain('Un avis écrit par une personne')
    expect(seen).toContain('Message effacé')
    expect(seen).toContain(OTHER)
  })

  it('the database holds nothing of them, in any table', async () => {
    const client = new pg.Client(services.env.DATABASE_URL)
    await client.connect()
    const { rows: tables } = await client.query<{ tablename: string }>(
      `select tablename from pg_tables where schemaname = 'public'`,
    )
    const rows: string[] = []
    for (const { tablename } of tables) {
      const { rows: all } = await client.query(`select * from "${tablename}"`)
      rows.push(JSON.stringify(all))
    }
    await client.end()
    expect(rows.join('\n')).toContain(OTHER)
    expect(TRACES.exec(rows.join('\n'))?.[0]).toBeUndefined()
  })

  it('Redis and the logs hold nothing of them', async () => {
    const redis = new Redis(services.env.REDIS_URL)
    const keys = await redis.keys('*')
    const values = await Promise.all(keys.map((key) => redis.dumpBuffer(key)))
    await redis.quit()
    const kept = Buffer.concat(values.filter((value) => value !== null)).toString('latin1')
    expect(TRACES.exec(keys.join('\n') + kept)?.[0]).toBeUndefined()
    const logs = world.bot().output()
    expect(logs).toContain('"level":20')
    expect(TRACES.exec(logs)?.[0]).toBeUndefined()
  })

  it('the chat server keeps them in deleted messages only, which the bot listed', async () => {
    await direct(intra, 'ce que la messagerie garde des messages supprimés')
    const file = join(world.dataDir, 'sandbox', 'sandbox.db')
    const kept = new DatabaseSync(file, { readOnly: true })
    const rows = kept.prepare('select body from posts').all()
    kept.close()
    const named = rows.map(({ body }) => String(body)).filter((body) => TRACES.test(body))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((body) => /"delete_at":0[,}]/.test(body))).toEqual([])
  })
})
