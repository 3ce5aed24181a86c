/** `npm run rebuild`: derives agenda and read tables anew from the log. */
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { pino } from 'pino'
import { openPool } from './store/database.ts'
import { startEmbeddedPostgres } from './store/embedded-postgres.ts'
import { migrate } from './store/migrate.ts'
import { createStore } from './store/store.ts'

const config = readConfig(process.env)
const log = pino({ level: config.logLevel, name: 'rebuild' })
const embedded =
  config.databaseUrl === undefined
    ? await startEmbeddedPostgres({ dataDir: config.dataDir, log })
    : undefined
const pool = openPool(config.databaseUrl ?? embedded?.url ?? '')
await migrate(pool)
const store = createStore({ pool, clock: systemClock, onWakes: () => undefined })
const rebuilt = await store.deriveOutdated(true)
log.info({ recruitments: rebuilt }, 'rebuilt')
await pool.end()
await embedded?.stop()
