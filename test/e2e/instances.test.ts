/** Two instances on one Postgres and one Redis behave as one; so does one that starts from a back-up. */
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SANDBOX_PASSWORD } from '../../src/sandbox/people.ts'
import { startFleet } from '../chaos/long/fleet.ts'
import type { Fleet } from '../chaos/long/fleet.ts'
import { tenPeople } from '../chaos/long/people.ts'
import { actor } from '../contract/mattermost/actor.ts'
import type { MattermostActor } from '../contract/mattermost/actor.ts'

const PATIENCE = { timeout: 40_000, interval: 100 }

describe('two instances of the bot', () => {
  let fleet: Fleet
  let db: Client
  let people: readonly MattermostActor[]

  beforeAll(async () => {
    fleet = await startFleet(2)
    people = await tenPeople(fleet.chatUrl)
    db = new Client(fleet.databaseUrl())
    // The back-up of the end cuts every connection.
    db.on('error', () => undefined)
    await db.connect()
  })
  afterAll(async () => {
    for (const person of people) person.stop()
    await db.end()
    await fleet.stop()
  })

  const reader = async () => {
    const { rows } = await db.query<{ holder: string }>(
      `select holder from leases where conversation = 'event-stream' and expires_at > clock_timestamp()`,
    )
    return rows[0]?.holder
  }

  it('register each slash command once', async () => {
    const admin = await actor(fleet.chatUrl, 'admin', SANDBOX_PASSWORD, '')
    const team = await admin.client.getTeamByName('demo')
    const commands = await admin.client.getCustomTeamCommands(team.id)
    expect(commands.map(({ trigger }) => trigger).toSorted()).toEqual(['recrutement', 'selection'])
    admin.stop()
  })

  it('read the event stream one at a time, and another goes on when the reader dies', async () => {
    await vi.waitFor(() => expect(fleet.platform.streams()).toBe(1), PATIENCE)
    const before = await reader()
    expect(before).toBeDefined()
    await Promise.all([0, 1].map((instance) => fleet.killBot(instance)))
    await vi.waitFor(async () => {
      const now = await reader()
      expect(now).toBeDefined()
      expect(now).not.toBe(before)
      expect(fleet.platform.streams()).toBe(1)
    }, PATIENCE)
  })

  it('say each thing once', async () => {
    const [intra] = people
    const team = await intra?.client.getTeamByName('demo')
    const square = await intra?.client.getChannelByName(team?.id ?? '', 'town-square')
    await intra?.command(square?.id ?? '', '/recrutement nouveau')
    const form = await intra?.form()
    await form?.submit({
      title: 'Essai',
      product: 'Mes Essais',
      craft: 'developer',
      contract: 'agent',
    })
    await vi.waitFor(async () => expect(await welcomes()).toBe(1), PATIENCE)
    await fleet.flushRedis()
    await Promise.all([0, 1].map((instance) => fleet.killBot(instance)))
    const { rows } = await db.query<{ unsaid: number }>(
      `select count(*)::int as unsaid from agenda where status = 'pending' and due_at < now() and not withdrawn`,
    )
    expect(rows[0]?.unsaid).toBe(0)
    expect(await welcomes()).toBe(1)
  })

  async function welcomes(): Promise<number> {
    const [intra] = people
    const team = await intra?.client.getTeamByName('demo')
    const channels = (await intra?.client.getMyChannels(team?.id ?? '')) ?? []
    const mine = channels.find(({ name }) => name.startsWith('recrutement-'))
    if (!intra || !mine) return 0
    const messages = await intra.reads(mine.id)
    return messages.filter(({ text }) => text.includes('Recrutement ouvert')).length
  }

  it('started from a back-up, on an empty Redis, say nothing again', async () => {
    const posts = fleet.postsOfBot()
    expect(posts).toBeGreaterThan(0)
    await fleet.restoreCopy()
    await vi.waitFor(() => expect(fleet.platform.streams()).toBe(1), PATIENCE)
    expect(fleet.postsOfBot()).toBe(posts)
  })
})
