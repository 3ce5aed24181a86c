/** Instances of the bot on one Postgres and one Redis, all of which can be taken away and given back. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../../../src/store/embedded-postgres.ts'
import { pino } from 'pino'
import { run } from '../../e2e/support/processes.ts'
import type { Running } from '../../e2e/support/processes.ts'
import { freePort } from '../../support/free-port.ts'
import { startRedis } from '../../support/redis.ts'
import { tcpDoor } from '../../support/tcp-door.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { platformProxy } from './platform-proxy.ts'
import type { PlatformProxy } from './platform-proxy.ts'
import { publicProxy } from './public-proxy.ts'

export interface Fleet {
  /** The chat server, for people. */
  readonly chatUrl: string
  /** Where it keeps its posts. */
  readonly chatFile: string
  readonly databaseUrl: () => string
  readonly platform: PlatformProxy
  readonly size: number
  /** Ends an instance as a power cut would, and starts it again. */
  killBot(instance: number): Promise<void>
  restartPostgres(): Promise<void>
  flushRedis(): Promise<void>
  /** It comes back empty. */
  restartRedis(): Promise<void>
  outputs(): readonly string[]
  /** Every post of the bot on the chat server, deleted ones included. */
  postsOfBot(): number
  /** All instances start again from a copy of the database, on an empty Redis. */
  restoreCopy(): Promise<void>
  stop(): Promise<void>
}

const quiet = pino({ level: 'silent' })

export async function startFleet(size: number): Promise<Fleet> {
  const folder = await temporaryFolder()
  const openPostgres = () => startEmbeddedPostgres({ dataDir: folder.path, log: quiet })
  let postgres = await openPostgres()
  let redis = await startRedis()
  const door = await tcpDoor('redis')
  await door.leadTo(redis.url)

  const chatPort = await freePort()
  const chatFile = join(folder.path, 'sandbox', 'sandbox.db')
  const chatUrl = `http://localhost:${chatPort}`
  const sandboxEnv = { DATA_DIR: folder.path, SANDBOX_PORT: String(chatPort), LOG_LEVEL: 'error' }
  const sandbox = await run('sandbox/main.ts', sandboxEnv, `${chatUrl}/sandbox/health`)
  const platform = await platformProxy(chatPort)
  const front = await publicProxy()
  const ports = await Promise.all(Array.from({ length: size }, freePort))
  const outputs: string[] = []
  let isOver = false
  let database: string | undefined

  async function startBot(port: number): Promise<Running> {
    const env = {
      PORT: String(port),
      PUBLIC_URL: front.url,
      DATABASE_URL: database ?? postgres.url,
      REDIS_URL: door.url,
      SANDBOX_PORT: String(platform.port),
      LOG_LEVEL: 'warn',
    }
    for (;;) {
      try {
        const bot = await run('main.ts', env, `http://localhost:${port}/healthz`)
        front.live.add(port)
        // The clock may have moved while it started: everyone is told what time it is.
        await fetch(`${chatUrl}/sandbox/clock/next`).catch(() => undefined)
        return bot
      } catch (error) {
        // It refuses to start without its database or its platform, as it should: somebody starts it again.
        if (isOver) throw error
        outputs.push(String(error))
      }
    }
  }
  const bots = await Promise.all(ports.map(startBot))

  return {
    chatUrl,
    chatFile,
    databaseUrl: () => postgres.url,
    platform,
    size,
    async killBot(instance) {
      const port = ports[instance] ?? 0
      front.live.delete(port)
      const bot = bots[instance]
      await bot?.kill()
      outputs.push(bot?.output() ?? '')
      bots[instance] = await startBot(port)
    },
    async restartPostgres() {
      await postgres.stop()
      postgres = await openPostgres()
    },
    async flushRedis() {
      await redis.flush()
    },
    async restartRedis() {
      await door.shut()
      await redis.stop()
      redis = await startRedis()
      await door.leadTo(redis.url)
    },
    postsOfBot() {
      const chat = new DatabaseSync(chatFile, { readOnly: true })
      const [row] = chat
        .prepare(`select count(*) as posts from posts where body->'props'->>'key' is not null`)
        .all()
      chat.close()
      return Number(row?.['posts'])
    },
    async restoreCopy() {
      front.live.clear()
      await Promise.all(bots.map((bot) => bot.stop()))
      database = await copyOf(postgres.url)
      await redis.flush()
      for (const [i, port] of ports.entries()) bots[i] = await startBot(port)
    },
    outputs: () => [...outputs, ...bots.map((bot) => bot.output())],
    async stop() {
      isOver = true
      await Promise.all(bots.map((bot) => bot.stop()))
      await front.stop()
      await platform.stop()
      await sandbox.stop()
      await door.shut()
      await redis.stop()
      await postgres.stop()
      await folder.remove()
    },
  }
}

/** As a back-up that is restored elsewhere. Nobody may be connected to the original. */
async function copyOf(url: string): Promise<string> {
  const original = new URL(url)
  const name = original.pathname.slice(1)
  const elsewhere = new URL(url)
  elsewhere.pathname = '/template1'
  const client = new Client(elsewhere.href)
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [name],
  )
  await client.query(`create database restored template "${name}"`)
  await client.end()
  elsewhere.pathname = '/restored'
  return elsewhere.href
}
