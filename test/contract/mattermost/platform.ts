/** Mattermost as a platform of the chat contract: the real adapter on the practice server. */
import { aloneReading } from '../../chat/support/reading.ts'
import { Client4 } from '@mattermost/client'
import { pino } from 'pino'

import { mattermostChat, type MattermostOptions } from '../../../src/chat/mattermost/adapter.ts'
import { SANDBOX_BOT_TOKEN, SANDBOX_PASSWORD } from '../../../src/sandbox/people.ts'
import { startSandbox } from '../../../src/sandbox/server.ts'
import type { Platform } from '../platform.ts'
import { actor, type MattermostActor } from './actor.ts'
import { botServer, type BotServer } from './bot-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

export const SECRET = 'a secret of the contract suite'
const silent = pino({ level: 'silent' })

export interface Server {
  readonly url: string
  readonly bot: Client4
  readonly admin: Client4
  /** Stops and starts again at the same address, with the same posts and new connections. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A practice server with its bot's and its administrator's clients. */
export async function mattermostServer(): Promise<Server> {
  const folder = await temporaryFolder()
  const open = (port: number) => startSandbox({ port, dataDir: folder.path, log: silent })
  let sandbox = await open(0)
  const { url, port } = sandbox
  const bot = new Client4()
  bot.setUrl(url)
  bot.setToken(SANDBOX_BOT_TOKEN)
  const admin = new Client4()
  admin.setUrl(url)
  await admin.login('admin', SANDBOX_PASSWORD)
  return {
    url,
    bot,
    admin,
    async restart() {
      await sandbox.stop()
      sandbox = await open(port)
    },
    async stop() {
      await sandbox.stop()
      await folder.remove()
    },
  }
}

/** The adapter under test, mounted on its own HTTP server. */
export function mountedChat(
  server: Server,
  http: BotServer,
  options: Partial<MattermostOptions> = {},
) {
  const chat = mattermostChat({
    reading: aloneReading(),
    url: server.url,
    token: SANDBOX_BOT_TOKEN,
    publicUrl: http.url,
    commandTokens: [],
    secret: SECRET,
    log: silent,
    commands: ['recrutement', 'selection'],
    ...options,
  })
  http.mount(chat.routes)
  return chat
}

export interface MattermostPlatform extends Platform {
  readonly server: Server
  readonly http: BotServer
  readonly zoe: MattermostActor
  readonly marc: MattermostActor
}

export async function mattermostPlatform(): Promise<MattermostPlatform> {
  const server = await mattermostServer()
  const http = await botServer()
  const chat = mountedChat(server, http)
  const me = await server.bot.getMe()
  const team = (await server.bot.getMyTeams())[0]?.id ?? ''
  const [zoe, marc] = await Promise.all([
    actor(server.url, 'equipe1', SANDBOX_PASSWORD, me.id),
    actor(server.url, 'metier', SANDBOX_PASSWORD, me.id),
  ])
  return {
    chat,
    server,
    http,
    team,
    channel: (await server.bot.getChannelByName(team, 'town-square')).id,
    command: '/recrutement',
    zoe,
    marc,
    zoeEmail: (await server.admin.getUser(zoe.id)).email,
    async leaver() {
      const { id } = await server.admin.getUserByUsername('equipe2')
      await server.admin.updateUserActive(id, false)
      return id
    },
    async members(channel) {
      const all = await server.admin.getChannelMembers(channel, 0, 100)
      return all.map(({ user_id }) => user_id).filter((id) => id !== me.id)
    },
    async archive(channel) {
      await server.admin.deleteChannel(channel)
    },
    async forge(kind) {
      const response = await fetch(`${http.url}/mattermost/${PATHS[kind]}`, forged(kind, zoe.id))
      return response.status
    },
    async stop() {
      zoe.stop()
      marc.stop()
      await chat.stop()
      await http.stop()
      await server.stop()
    },
  }
}

const PATHS = { command: 'command', button: 'action', form: 'dialog' }

function forged(kind: keyof typeof PATHS, user: string): RequestInit {
  const common = { user_id: user, channel_id: 'c', trigger_id: 't' }
  if (kind === 'command') {
    const body = new URLSearchParams({
      ...common,
      token: 'guess',
      command: '/recrutement',
      text: '',
    })
    return { method: 'POST', body }
  }
  const state = Buffer.from(JSON.stringify({ form: 'f', person: user })).toString('base64url')
  const context = { action: 'decide', args: { candidate: '1' }, key: 'guess' }
  const body =
    kind === 'button' ? { post_id: 'p', context } : { state: `${state}.guess`, submission: {} }
  const headers = { 'Content-Type': 'application/json' }
  return { method: 'POST', headers, body: JSON.stringify({ ...common, ...body }) }
}
