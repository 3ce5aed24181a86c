/** Scripts as processes of their own, and what they weigh. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pRetry from 'p-retry'
import { SANDBOX_BOT_TOKEN } from '../../../src/sandbox/people.ts'
import { freePort } from '../../support/free-port.ts'
import type { Database, Services } from './services.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** As `npm run bot`. */
const NODE_FLAGS = ['--max-semi-space-size=2']

export interface Running {
  /** Resident memory, in megabytes. Linux only. */
  memory(): Promise<number>
  stop(): Promise<void>
}

/** Starts a script and resolves once `healthUrl` answers 200, where there is one. */
export async function runScript(
  script: string,
  how: {
    readonly env: Readonly<Record<string, string>>
    readonly healthUrl: string
    readonly flags?: readonly string[]
  },
): Promise<Running> {
  const child = spawn(process.execPath, [...NODE_FLAGS, ...(how.flags ?? []), join(ROOT, script)], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...how.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  await pRetry(
    async () => {
      const { ok, status } = await fetch(how.healthUrl)
      if (!ok) throw new Error(`${script} answers ${status}`)
    },
    {
      retries: 20_000,
      minTimeout: 10,
      factor: 1,
      shouldRetry: () => child.exitCode === null,
    },
  )
  return {
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      process.off('exit', endWithUs)
    },
  }
}

/** The token that slash commands carry, as if they had been made by hand. */
export const COMMAND_TOKEN = 'bench'

export interface Bot extends Running {
  readonly url: string
  readonly commandUrl: string
}

export interface BotPlace {
  readonly url: string
  readonly commandUrl: string
  readonly env: Readonly<Record<string, string>>
}

/** Where a bot will be, as in production: on Postgres, Redis and a chat server. */
export async function botPlace(services: Services, { url }: Pick<Database, 'url'>) {
  const port = await freePort()
  const own = `http://localhost:${port}`
  return {
    url: own,
    commandUrl: `${own}/mattermost/command`,
    env: {
      PORT: String(port),
      DATABASE_URL: url,
      REDIS_URL: services.redisUrl,
      MATTERMOST_URL: services.chatUrl,
      MATTERMOST_TOKEN: SANDBOX_BOT_TOKEN,
      MATTERMOST_COMMAND_TOKENS: COMMAND_TOKEN,
      LOG_LEVEL: 'warn',
      // What is measured is asked in the name of a few people.
      ACTIONS_PER_SECOND: '0',
    },
  } satisfies BotPlace
}

/** The real bot, ready. */
export async function startBot(place: BotPlace, flags: readonly string[] = []): Promise<Bot> {
  const healthUrl = `${place.url}/healthz`
  const running = await runScript('src/main.ts', { env: place.env, healthUrl, flags })
  return { ...running, url: place.url, commandUrl: place.commandUrl }
}
