/** What every part needs: a Postgres that really writes to the disk, a Redis, and a chat server. */
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { SANDBOX_PASSWORD } from '../../../src/sandbox/people.ts'
import { openPool } from '../../../src/store/database.ts'
import { startEmbeddedPostgres } from '../../../src/store/embedded-postgres.ts'
import { migrate } from '../../../src/store/migrate.ts'
import { freePort } from '../../support/free-port.ts'
import { startRedis } from '../../support/redis.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { runScript } from './processes.ts'

export interface Database {
  readonly url: string
  readonly pool: Pool
}

export interface Services {
  readonly postgresVersion: string
  readonly redisUrl: string
  /** Empties Redis. */
  flushRedis(): Promise<void>
  /** Address of the sandbox, which stands in for Mattermost. */
  readonly chatUrl: string
  /** Id of someone on the chat server. */
  person(username: string): Promise<string>
  /** A migrated database of its own, empty. */
  database(): Promise<Database>
  stop(): Promise<void>
}

/** On the Postgres of `DATABASE_URL`, else on an embedded one with its usual settings. */
export async function startServices(): Promise<Services> {
  const folder = await temporaryFolder()
  const given = process.env['DATABASE_URL']
  const embedded =
    given === undefined
      ? await startEmbeddedPostgres({
          dataDir: folder.path,
          log: pino({ level: 'silent' }),
          settings: { max_connections: '100' },
        })
      : undefined
  const server = given ?? embedded?.url ?? ''
  const redis = await startRedis()
  const port = await freePort()
  const chatUrl = `http://localhost:${port}`
  const chat = await runScript('src/sandbox/main.ts', {
    env: { SANDBOX_PORT: String(port), DATA_DIR: folder.path, LOG_LEVEL: 'warn' },
    healthUrl: `${chatUrl}/sandbox/health`,
  })
  const made: { readonly name: string; readonly pool: Pool }[] = []
  return {
    postgresVersion: await versionOf(server),
    redisUrl: redis.url,
    flushRedis: () => redis.flush(),
    chatUrl,
    person: (username) => logIn(chatUrl, username),
    async database() {
      const name = `bench_${randomBytes(6).toString('hex')}`
      await query(server, `create database ${name}`)
      const url = new URL(server)
      url.pathname = `/${name}`
      const pool = openPool(url.href)
      pool.on('error', () => undefined)
      made.push({ name, pool })
      await migrate(pool)
      return { url: url.href, pool }
    },
    async stop() {
      await chat.stop()
      await redis.stop()
      for (const { name, pool } of made) {
        await pool.end()
        await query(server, `drop database ${name} with (force)`)
      }
      await embedded?.stop()
      await folder.remove()
    },
  }
}

async function versionOf(server: string): Promise<string> {
  const [row] = await query(server, 'show server_version')
  return String(row?.['server_version'])
}

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(url)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

async function logIn(chatUrl: string, username: string): Promise<string> {
  const response = await fetch(`${chatUrl}/api/v4/users/login`, {
    method: 'POST',
    body: JSON.stringify({ login_id: username, password: SANDBOX_PASSWORD }),
  })
  const user: unknown = await response.json()
  if (typeof user === 'object' && user && 'id' in user) return String(user.id)
  throw new Error(`${username} could not log in`)
}
