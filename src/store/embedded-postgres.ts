import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { ensureCluster, type Cluster } from './embedded/cluster.ts'
import { explain, Explained } from './embedded/explain.ts'
import { takeOwnership } from './embedded/owner.ts'
import { choosePlace, type Place } from './embedded/place.ts'
import { findPostmaster } from './embedded/postmaster.ts'
import { address, launch, shutDown, type Settings } from './embedded/server.ts'

export interface EmbeddedPostgresOptions {
  /** The cluster goes in its folder `postgres`. */
  dataDir: string
  log: Pick<Logger, 'warn'>
  /** Postgres settings of the caller's own, such as `{ fsync: 'off' }` in tests. */
  settings?: Settings
  /** For root only: where to put what the database's account could not reach. */
  sharedDir?: string
}

export interface EmbeddedPostgres {
  url: string
  /** Stops the server within ten seconds; what was committed stays. */
  stop: () => Promise<void>
}

/** In milliseconds: a recovery after a power loss, another bot letting go, a mute server. */
const patience = { recovery: 60_000, busy: 5000, mute: 15_000 }

/**
 * Starts the Postgres that npm installed, on 127.0.0.1 only, with its data under `dataDir`. A server
 * left by a killed bot is taken over. Errors are one French sentence saying what to do.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { dataDir, log, settings = {}, sharedDir = '/var/lib/recrutement' } = options
  const place = await choosePlace({ dataDir, sharedDir })
  const cluster = await ensureCluster(place, { sync: settings.fsync !== 'off' })
  if (place.pointer !== undefined) {
    log.warn(
      `Le compte qui tient la base n’a pas accès à ${dataDir} : la base est dans ${place.folder}.`,
    )
  }
  try {
    return await startOrAdopt(place, cluster, settings, log)
  } catch (cause) {
    throw explain(cause, place.folder)
  }
}

async function startOrAdopt(
  place: Place,
  cluster: Cluster,
  settings: Settings,
  log: EmbeddedPostgresOptions['log'],
): Promise<EmbeddedPostgres> {
  const since = { start: performance.now(), answer: performance.now() }
  let obstacle = 'no answer'
  while (performance.now() - since.start < patience.recovery) {
    const running = await findPostmaster(cluster.data)
    if (running === undefined) {
      const launched = await launch(place, cluster, settings)
      since.answer = performance.now()
      if (!launched.ok && !launched.mayPass) throw new Error(launched.output)
      if (!launched.ok) obstacle = launched.output
    } else if (running.ready) {
      const owned = await own(place, cluster, address(cluster, running.port), log)
      if (typeof owned === 'object') return owned
      if (owned === 'busy' && performance.now() - since.start > patience.busy) throw inUse(place)
      if (owned === 'mute' && performance.now() - since.answer > patience.mute) {
        await shutDown(place, cluster)
      }
    }
    await delay(100)
  }
  throw new Error(obstacle)
}

async function own(
  place: Place,
  cluster: Cluster,
  url: string,
  log: EmbeddedPostgresOptions['log'],
): Promise<EmbeddedPostgres | 'busy' | 'mute'> {
  let stopped: Promise<void> | undefined
  const owner = await takeOwnership(url, () => {
    if (stopped === undefined) log.warn('La base de données embarquée s’est interrompue.')
  })
  if (typeof owner !== 'object') return owner
  const stop = async () => {
    await owner.release()
    await shutDown(place, cluster)
  }
  return { url, stop: () => (stopped ??= stop()) }
}

function inUse(place: Place): Explained {
  return new Explained(
    `Un autre bot utilise déjà la base de ${place.folder} : arrête-le, ou donne à celui-ci un autre DATA_DIR.`,
  )
}
