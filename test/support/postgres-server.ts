/** Vitest's global setup: one embedded Postgres for the whole run, unless TEST_DATABASE_URL is set. */
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts'
import { temporaryFolder } from './temporary-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

let finish = async () => {}

export async function setup(project: TestProject): Promise<void> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) {
    project.provide('postgresUrl', given)
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

export async function teardown(): Promise<void> {
  await finish()
}
