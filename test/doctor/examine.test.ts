/** Planted mistakes, each named with what to do; and nothing said of what is sound. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { examine } from '../../src/doctor/examine.ts'
import { botServer } from '../contract/mattermost/bot-server.ts'
import { mattermostServer, mountedChat } from '../contract/mattermost/platform.ts'
import type { Server } from '../contract/mattermost/platform.ts'
import { migratedDatabase } from '../store/support/database.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { startRedis } from '../support/redis.ts'
import type { TestRedis } from '../support/redis.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const faultsOf = async (env: Readonly<Record<string, string>>) =>
  (await examine(readConfig(env))).filter(({ isWell }) => !isWell).map(({ says }) => says)

describe('a sound configuration', () => {
  it('with nothing set is well', async () => {
    expect(await faultsOf({})).toEqual([])
  })
})

describe('the database', () => {
  it('that does not answer is named', async () => {
    expect(await faultsOf({ DATABASE_URL: 'postgres://localhost:1/x' })).toEqual([
      'Postgres ne répond pas à l’adresse de DATABASE_URL : démarre-le, ou corrige l’adresse.',
    ])
  })

  it('that does not exist is named', async () => {
    const { url, drop } = await createTestDatabase()
    await drop()
    expect(await faultsOf({ DATABASE_URL: url })).toEqual([
      'La base nommée dans DATABASE_URL n’existe pas : crée-la (createdb), ou corrige son nom.',
    ])
  })

  it('of this version is well, and one of a newer version is named', async () => {
    const { pool, url, close } = await migratedDatabase()
    expect(await faultsOf({ DATABASE_URL: url })).toEqual([])
    await pool.query(`insert into migrations (name, run_on) values ('999999_later', now())`)
    expect(await faultsOf({ DATABASE_URL: url })).toEqual([
      'La base vient d’une version plus récente du bot (999999_later) : installe cette version, ou reprends une sauvegarde d’avant.',
    ])
    await close()
  })
})

describe('Redis', () => {
  let redis: TestRedis
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.stop())

  it('that forgets, or may throw reminders away, is named; set right it is well', async () => {
    const client = new Redis(redis.url)
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru')
    expect(await faultsOf({ REDIS_URL: redis.url })).toEqual([
      'Redis peut effacer des rappels (maxmemory-policy allkeys-lru) : règle maxmemory-policy sur noeviction.',
      'Redis oublie tout quand il redémarre, et des rappels attendraient une minute : règle appendonly sur yes.',
    ])
    await client.config('SET', 'maxmemory-policy', 'noeviction')
    await client.config('SET', 'appendonly', 'yes')
    expect(await faultsOf({ REDIS_URL: redis.url })).toEqual([])
    client.disconnect()
  })

  it('that does not answer is named', async () => {
    expect(await faultsOf({ REDIS_URL: 'redis://localhost:1' })).toEqual([
      'Redis ne répond pas à l’adresse de REDIS_URL : démarre-le, ou corrige l’adresse.',
    ])
  })
})

describe('Mattermost', () => {
  let server: Server
  let team: string
  beforeAll(async () => {
    server = await mattermostServer()
    team = (await server.bot.getMyTeams())[0]?.id ?? ''
  })
  afterAll(() => server.stop())

  const faultsWith = (more: Readonly<Record<string, string>> = {}) =>
    faultsOf({
      MATTERMOST_URL: server.url,
      MATTERMOST_TOKEN: server.bot.getToken(),
      PUBLIC_URL: 'http://localhost:1',
      ...more,
    })
  const NOT_RUNNING =
    'Rien ne répond à http://localhost:1 : démarre le bot, puis relance cette commande. S’il tourne déjà, corrige PUBLIC_URL.'

  async function setRoles(roles: string): Promise<void> {
    const { id } = await server.bot.getMe()
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API takes a string here
    await server.admin.updateTeamMemberRoles(team, id, roles as unknown as string[])
  }

  it('that does not answer is named', async () => {
    expect(await faultsWith({ MATTERMOST_URL: 'http://localhost:1' })).toEqual([
      'Mattermost ne répond pas à http://localhost:1 : vérifie MATTERMOST_URL, le réseau et le certificat.',
    ])
  })

  it('that is something else is named, and so is a clock that is wrong', async () => {
    const other = createServer((request, response) => {
      response.setHeader('Date', new Date(Date.now() - 3_600_000).toUTCString())
      response.end(request.url?.startsWith('/api/v4/system/ping') ? '{"status":"OK"}' : '<html>')
    }).listen(0)
    await once(other, 'listening')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
    const { port } = other.address() as AddressInfo
    const url = `http://localhost:${port}`
    expect(await faultsWith({ MATTERMOST_URL: `${url}/somewhere` })).toEqual([
      `Ce qui répond à ${url}/somewhere n’est pas Mattermost : donne l’adresse que tu tapes dans ton navigateur, sans rien après.`,
    ])
    expect((await faultsWith({ MATTERMOST_URL: url }))[0]).toMatch(
      /^L’horloge de cette machine et celle de Mattermost diffèrent de 3\d\d\d s/,
    )
    other.close()
  })

  it('with a token that is refused, or a person’s, is named', async () => {
    expect(await faultsWith({ MATTERMOST_TOKEN: 'nothing-of-the-sort' })).toEqual([
      expect.stringContaining('MATTERMOST_TOKEN est refusé'),
    ])
    expect(await faultsWith({ MATTERMOST_TOKEN: server.admin.getToken() })).toEqual([
      expect.stringContaining('MATTERMOST_TOKEN est celui d’une personne'),
    ])
  })

  it('where the bot does not run, or may not make its commands, is named', async () => {
    expect(await faultsWith()).toEqual([NOT_RUNNING])
    await setRoles('team_user')
    expect(await faultsWith()).toEqual([
      expect.stringContaining('le bot ne peut pas créer ses commandes'),
      NOT_RUNNING,
    ])
    expect(await faultsWith({ MATTERMOST_COMMAND_TOKENS: 'made-by-hand' })).toEqual([NOT_RUNNING])
    await setRoles('team_user team_admin')
  })

  it('that reaches the bot is well; where it does not, that is named', async () => {
    const http = await botServer()
    const chat = mountedChat(server, http)
    await chat.start({ interaction: async () => ({ kind: 'nothing' }), notice: async () => {} })
    expect(await faultsWith({ PUBLIC_URL: http.url })).toEqual([])
    const commands = await server.admin.getCustomTeamCommands(team)
    for (const { id } of commands) await server.admin.deleteCommand(id)
    expect(await faultsWith({ PUBLIC_URL: http.url })).toEqual([
      expect.stringContaining(`Mattermost ne joint pas le bot à ${http.url}`),
    ])
    await chat.stop()
    await http.stop()
  })

  it('where the bot is in no team is named', async () => {
    const { id } = await server.bot.getMe()
    await server.admin.removeFromTeam(team, id)
    expect(await faultsWith()).toEqual([
      'Le bot n’est dans aucune équipe : invite le compte de robot dans la tienne.',
      NOT_RUNNING,
    ])
  })
})

describe('guides of one’s own', () => {
  it('with a fault are named with their line', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder.path, 'mien.md'), 'Bonjour\n')
    const [fault] = await faultsOf({ GUIDES_DIR: folder.path })
    expect(fault).toContain('Les guides de GUIDES_DIR ne sont pas bons')
    expect(fault).toContain('mien.md:1')
    await folder.remove()
  })
})
