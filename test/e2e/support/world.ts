/** A practice server with people in front of it, and a bot that can be killed and started again. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { SANDBOX_BOT_USERNAME, SANDBOX_PASSWORD } from '../../../src/sandbox/people.ts'
import { actor } from '../../contract/mattermost/actor.ts'
import type { MattermostActor } from '../../contract/mattermost/actor.ts'
import { freePort } from '../../support/free-port.ts'
import { createTestDatabase } from '../../support/postgres.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { run } from './processes.ts'
import type { Running } from './processes.ts'
import type { Name, Scene } from './scene.ts'
import { privateChannel } from './story.ts'

export interface World extends Scene {
  readonly url: string
  readonly people: Readonly<Record<Name, MattermostActor>>
  readonly botId: string
  readonly dataDir: string
  now(): Promise<Temporal.Instant>
  /** Does something as a person would. A test that interferes replaces it. */
  act: <T>(action: () => Promise<T>) => Promise<T>
  startBot(): Promise<void>
  killBot(): Promise<void>
  bot(): Running
}

const clockAnswer = z.object({ now: z.string() })

/**
 * `overrides` change the bot's environment: with an empty `DATABASE_URL` the bot brings its own database,
 * otherwise it has one on the Postgres of the whole run, which is quicker.
 */
export async function createWorld(
  overrides: Readonly<Record<string, string>> = {},
): Promise<World> {
  const database = 'DATABASE_URL' in overrides ? undefined : await createTestDatabase()
  const env = { ...(database && { DATABASE_URL: database.url }), ...overrides }
  const folder = await temporaryFolder()
  const [sandboxPort, botPort] = [await freePort(), await freePort()]
  const url = `http://localhost:${sandboxPort}`
  const shared = {
    DATA_DIR: folder.path,
    SANDBOX_PORT: String(sandboxPort),
    PORT: String(botPort),
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'warn',
  }
  const sandbox = await run('sandbox/main.ts', shared, `${url}/sandbox/health`)
  const startBot = () =>
    run('main.ts', { ...shared, ...env }, `http://localhost:${botPort}/healthz`)
  let bot = await startBot()

  const admin = await actor(url, 'admin', SANDBOX_PASSWORD, '')
  const botUser = await admin.client.getUserByUsername(SANDBOX_BOT_USERNAME)
  const team = await admin.client.getTeamByName('demo')
  const townSquare = await admin.client.getChannelByName(team.id, 'town-square')
  const inFront = (name: Name) => actor(url, name, SANDBOX_PASSWORD, botUser.id)
  const people: Record<Name, MattermostActor> = {
    intra: await inFront('intra'),
    metier: await inFront('metier'),
    equipe1: await inFront('equipe1'),
    equipe2: await inFront('equipe2'),
    referente: await inFront('referente'),
  }

  return {
    url,
    people,
    townSquare: townSquare.id,
    botId: botUser.id,
    dataDir: folder.path,
    async now() {
      const response = await fetch(`${url}/sandbox/clock`)
      return Temporal.Instant.from(clockAnswer.parse(await response.json()).now)
    },
    async moveTo(at) {
      const response = await fetch(`${url}/sandbox/clock`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ to: at.toString() }),
      })
      if (!response.ok) throw new Error(`The clock did not move: ${await response.text()}`)
    },
    privateChannel: () => privateChannel(people.intra),
    act: (action) => action(),
    async startBot() {
      bot = await startBot()
    },
    killBot: () => bot.kill(),
    bot: () => bot,
    async stop() {
      for (const person of [...Object.values(people), admin]) person.stop()
      await bot.stop()
      await sandbox.stop()
      await database?.drop()
      await folder.remove()
    },
  }
}
