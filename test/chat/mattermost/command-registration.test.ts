import { Writable } from 'node:stream'

import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Handlers } from '../../../src/chat/port.ts'
import { botServer, type BotServer } from '../../contract/mattermost/bot-server.ts'
import { mattermostServer, mountedChat, type Server } from '../../contract/mattermost/platform.ts'

const idle: Handlers = {
  interaction: () => Promise.resolve({ kind: 'nothing' }),
  notice: () => Promise.resolve(),
}

async function setRoles(server: Server, team: string, user: string, roles: string): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API takes a string here
  await server.admin.updateTeamMemberRoles(team, user, roles as unknown as string[])
}

describe('the slash commands', () => {
  let server: Server
  let http: BotServer
  let stops: (() => Promise<void>)[]
  let team: string

  beforeEach(async () => {
    server = await mattermostServer()
    http = await botServer()
    stops = []
    team = (await server.bot.getMyTeams())[0]?.id ?? ''
  })
  afterEach(async () => {
    await Promise.all(stops.map((stop) => stop()))
    await http.stop()
    await server.stop()
  })

  async function start(options: Parameters<typeof mountedChat>[2] = {}) {
    const chat = mountedChat(server, http, options)
    stops.push(() => chat.stop())
    await chat.start(idle)
    return chat
  }

  async function registered(inTeam = team) {
    const commands = await server.admin.getCustomTeamCommands(inTeam)
    return commands
      .map(({ trigger, url }) => `${trigger} ${url}`)
      .toSorted((a, b) => a.localeCompare(b))
  }

  const atBot = () => ['recrutement', 'selection'].map((t) => `${t} ${http.url}/mattermost/command`)

  async function send(token: string): Promise<number> {
    const fields = { token, command: '/recrutement', user_id: 'u', channel_id: 'c', text: '' }
    const body = new URLSearchParams(fields)
    return (await fetch(`${http.url}/mattermost/command`, { method: 'POST', body })).status
  }

  test('are made in French at the first start, and once however many starts there are', async () => {
    await start()
    expect(await registered()).toEqual(atBot())
    await Promise.all([start(), start()])
    expect(await registered()).toEqual(atBot())
    const [command] = await server.admin.getCustomTeamCommands(team)
    expect(command).toMatchObject({ auto_complete: true, method: 'P' })
    expect(command?.auto_complete_desc).toContain('Suivre un recrutement')
  })

  test('are made once when two starts race', async () => {
    await Promise.all([start(), start(), start()])
    expect(await registered()).toEqual(atBot())
  })

  test('are led back here when they lead elsewhere, and keep their tokens', async () => {
    await start({ publicUrl: 'http://localhost:1' })
    await start()
    expect(await registered()).toEqual(atBot())
    const tokens = (await server.bot.getCustomTeamCommands(team)).map(({ token }) => token)
    expect(await Promise.all(tokens.map(send))).toEqual([200, 200])
    expect(await send('guess')).toBe(401)
  })

  test('made by hand are accepted when the bot may not make them, which it logs once', async () => {
    const { id } = await server.bot.getMe()
    await setRoles(server, team, id, 'team_user')
    const lines: string[] = []
    const stream = new Writable({
      write(line: Buffer, _, done) {
        lines.push(line.toString())
        done()
      },
    })
    await start({ log: pino({ level: 'warn' }, stream), commandTokens: ['by-hand'] })
    expect(await registered()).toEqual([])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('MATTERMOST_COMMAND_TOKENS')
    expect([await send('by-hand'), await send('')]).toEqual([200, 401])
  })

  test('are made in a team that the bot joins later, once it is an administrator there', async () => {
    await start()
    const { id } = await server.bot.getMe()
    type Team = Parameters<typeof server.admin.createTeam>[0]
    const fields: Partial<Team> = { name: 'autre', display_name: 'Autre équipe', type: 'O' }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server fills in the rest
    const other = await server.admin.createTeam(fields as Team)
    await server.admin.addToTeam(other.id, id)
    expect(await registered(other.id)).toEqual([])
    await setRoles(server, other.id, id, 'team_user team_admin')
    await vi.waitFor(async () => expect(await registered(other.id)).toEqual(atBot()), 5_000)
  })
})
