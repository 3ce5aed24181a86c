/** A bot reduced to its embedded database, for a test to kill: prints the address, then waits. */
import { pino } from 'pino'
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts'

const [dataDir = '', sharedDir = ''] = process.argv.slice(2)
const log = pino({ level: 'silent' })
const { url } = await startEmbeddedPostgres({
  dataDir,
  sharedDir,
  log,
  settings: { fsync: 'off' },
})
process.stdout.write(`${url}\n`)
