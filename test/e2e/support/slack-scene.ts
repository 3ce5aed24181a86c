/** A Slack with people in front of it, and the whole bot on it, on a clock that can be moved. */
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { vi } from 'vitest'
import { startApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
import { connectChat } from '../../../src/connect.ts'
import { emailOf, SANDBOX_PEOPLE } from '../../../src/sandbox/people.ts'
import { actor } from '../../contract/slack/actor.ts'
import type { SlackActor } from '../../contract/slack/actor.ts'
import { freePort } from '../../support/free-port.ts'
import { createTestDatabase } from '../../support/postgres.ts'
import { startFakeSlack } from '../../support/slack/server.ts'
import type { FakeSlack, Mode } from '../../support/slack/server.ts'
import { addChannel, addUser } from '../../support/slack/workspace.ts'
import { tcpDoor } from '../../support/tcp-door.ts'
import { withoutScreen } from './api-hands.ts'
import type { Means } from './hands.ts'
import type { Name, Scene } from './scene.ts'

export interface SlackScene extends Scene {
  readonly slack: FakeSlack
  readonly people: Readonly<Record<Name, SlackActor>>
  /** Takes the database away from the bot, and gives it back. */
  readonly database: { leave(): Promise<void>; comeBack(): Promise<void> }
  /** Stops the bot, and starts another on the same database. */
  restartBot(): Promise<void>
}

/** How often the same instant may be due again before the clock goes on. */
const MAX_REPEATS = 3

/** This Slack takes whatever comes: nobody waits for the pace of the real one. */
const connect: typeof connectChat = (to, means) =>
  connectChat(to, { ...means, betweenPostingsMs: 0 })

/** `environment` changes the bot's. */
export async function slackScene(
  mode: Mode,
  environment: Readonly<Record<string, string>> = {},
): Promise<SlackScene> {
  const database = await createTestDatabase()
  const door = await tcpDoor('postgres')
  await door.leadTo(database.url)
  const throughDoor = new URL(database.url)
  throughDoor.host = new URL(door.url).host
  const slack = await startFakeSlack(mode)
  const { workspace } = slack
  const inFront = (name: Name) => {
    const person = SANDBOX_PEOPLE.find(({ username }) => username === name)
    const realName = `${person?.firstName} ${person?.lastName}`
    return actor(slack, addUser(workspace, { name, realName, email: emailOf(name) }))
  }
  const people = {
    intra: inFront('intra'),
    metier: inFront('metier'),
    equipe1: inFront('equipe1'),
    equipe2: inFront('equipe2'),
    referente: inFront('referente'),
  }
  // The bot is not in it, as it is in no public channel.
  const townSquare = addChannel(
    workspace,
    { name: 'general', kind: 'public' },
    Object.values(people).map(({ id }) => id),
  )

  let ahead = 0
  const now = () => Date.now() + ahead
  const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(now()) }
  const jumpTo = (at: Temporal.Instant) => {
    ahead = Math.max(at.epochMilliseconds, now()) - Date.now()
  }
  const port = await freePort()
  const config = readConfig({
    PORT: String(port),
    DATABASE_URL: throughDoor.href,
    SLACK_BOT_TOKEN: slack.tokens.bot.value,
    SLACK_ADMIN_TOKEN: slack.tokens.admin.value,
    ...(mode === 'socket'
      ? { SLACK_APP_TOKEN: slack.tokens.app.value }
      : { SLACK_SIGNING_SECRET: slack.signingSecret }),
    SLACK_API_URL: slack.url,
    LOG_LEVEL: 'warn',
    // A script plays everybody, faster than anyone.
    ACTIONS_PER_SECOND: '0',
    ...environment,
  })
  const log = pino({ level: process.env['TEST_LOG_LEVEL'] ?? config.logLevel })
  const startBot = () => startApp(config, { log, clock, connect, startOver: () => undefined })
  let bot = await startBot()
  if (mode === 'http') await slack.http.register(`${config.publicUrl}/slack/events`)

  return {
    slack,
    people,
    townSquare: townSquare.id,
    database: { leave: () => door.shut(), comeBack: () => door.leadTo(database.url) },
    async restartBot() {
      await bot.stop()
      bot = await startBot()
    },
    privateChannel: () =>
      vi.waitFor(
        () => {
          const found = [...workspace.state.channels.values()].find(
            ({ name, members }) => name.startsWith('recrutement-') && members.has(people.intra.id),
          )
          if (found === undefined) throw new Error('no private channel yet')
          return found.id
        },
        { timeout: 25_000, interval: 50 },
      ),
    async moveTo(at) {
      let next = await bot.settle()
      for (let repeats = 0; next !== undefined && Temporal.Instant.compare(next, at) <= 0;) {
        repeats = next.epochMilliseconds <= now() ? repeats + 1 : 0
        if (repeats > MAX_REPEATS) throw new Error(`still due at ${next.toString()}`)
        jumpTo(next)
        next = await bot.settle()
      }
      jumpTo(at)
      await bot.settle()
    },
    async stop() {
      await bot.stop()
      await slack.stop()
      await door.shut()
      await database.drop()
      if (workspace.faults.length > 0) throw new Error(workspace.faults.join('\n'))
    },
  }
}

/** As on a screen of Slack, by either way that Slack calls an app. */
export function onSlack(mode: Mode): Means {
  return { scene: () => slackScene(mode), hands: withoutScreen, release: async () => {} }
}
