/** A practice server for one test file, and the people who use it through the official client. */
import { Client4 } from '@mattermost/client'
import { pino } from 'pino'
import { vi } from 'vitest'
import { SANDBOX_BOT_TOKEN, SANDBOX_PASSWORD } from '../../../src/sandbox/people.ts'
import { startSandbox } from '../../../src/sandbox/server.ts'
import type { RunningSandbox } from '../../../src/sandbox/server.ts'
import { asRecord } from './json.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

export interface Person {
  readonly id: string
  readonly token: string
  readonly client: Client4
}

export interface World {
  readonly url: string
  readonly teamId: string
  readonly bot: Person
  /** Somebody of the practice team, logged in. */
  login(username: string): Promise<Person>
  /** A new private channel of the bot, with these people in it. */
  channelWith(...people: readonly Person[]): Promise<string>
  directChannel(one: Person, other: Person): Promise<string>
  /** A plain request under `/api/v4`, for what the client does not offer. */
  request(person: Person, method: string, path: string, body?: unknown): Promise<Response>
  /** The same, read as an object, or as a list under `items`. */
  json(
    person: Person,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Record<string, unknown>>
  /** Gives somebody these roles in the practice team. */
  setTeamRoles(by: Person, person: Person, roles: string): Promise<Response>
  /** Stops the server and starts it again on the same data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

function clientOf(url: string, token = ''): Client4 {
  const client = new Client4()
  client.setUrl(url)
  if (token) client.setToken(token)
  return client
}

async function personWithToken(url: string, token: string): Promise<Person> {
  const client = clientOf(url, token)
  return { id: (await client.getMe()).id, token, client }
}

let channels = 0

export async function openWorld(): Promise<World> {
  const folder = await temporaryFolder()
  const log = pino({ level: 'silent' })
  let sandbox: RunningSandbox = await startSandbox({ port: 0, dataDir: folder.path, log })
  const { url, port } = sandbox
  const bot = await personWithToken(url, SANDBOX_BOT_TOKEN)
  const team = await bot.client.getTeamByName('demo')
  const request: World['request'] = (person, method, path, body) =>
    fetch(`${url}/api/v4${path}`, {
      method,
      headers: { Authorization: `Bearer ${person.token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })

  return {
    url,
    bot,
    teamId: team.id,
    async login(username) {
      const client = clientOf(url)
      const { id } = await client.login(username, SANDBOX_PASSWORD)
      return { id, token: client.getToken(), client }
    },
    async channelWith(...people) {
      channels += 1
      const channel = await bot.client.createChannel({
        team_id: team.id,
        name: `prive-${channels}`,
        display_name: `Privé ${channels}`,
        type: 'P',
      })
      for (const { id } of people) await bot.client.addToChannel(id, channel.id)
      return channel.id
    },
    directChannel: async (one, other) =>
      (await one.client.createDirectChannel([one.id, other.id])).id,
    request,
    async json(person, method, path, body) {
      const json: unknown = await (await request(person, method, path, body)).json()
      return Array.isArray(json) ? { items: json } : asRecord(json)
    },
    setTeamRoles: (by, person, roles) =>
      request(by, 'PUT', `/teams/${team.id}/members/${person.id}/roles`, { roles }),
    async restart() {
      await sandbox.stop()
      sandbox = await startSandbox({ port, dataDir: folder.path, log })
      // Connections kept alive to the stopped server fail once before they are forgotten.
      await vi.waitFor(() => fetch(`${url}/sandbox/health`))
    },
    async stop() {
      await sandbox.stop()
      await folder.remove()
    },
  }
}
