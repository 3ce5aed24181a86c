/** Vitest's global setup: one embedded Postgres for the whole run, unless TEST_DATABASE_URL is set. */
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts'
import { temporaryFolder } from './temporary-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    /** What the names of this run's databases begin with. */
    databasePrefix: string
  }
}

let finish = async () => {}

export async function setup(project: TestProject): Promise<void> {
  const prefix = `test_${randomBytes(4).toString('hex')}_`
  project.provide('databasePrefix', prefix)
  const given = process.env['TEST_DATABASE_URL']
  if (given) {
    project.provide('postgresUrl', given)
    finish = () => dropDatabases(given, prefix)
    return
  }
  const folder = await temporaryFolder()
  const server = await startEmbeddedPostgres({
    dataDir: folder.path,
    log: pino({ level: 'warn' }),
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  finish = async () => {
    await server.stop()
    await folder.remove()
  }
  project.provide('postgresUrl', server.url)
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new Client(url)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'select quote_ident(datname) as name from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
  await client.end()
}

export async function teardown(): Promise<void> {
  await finish()
}
