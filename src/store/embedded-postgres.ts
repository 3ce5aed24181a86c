import { writeFile } from 'node:fs/promises'
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

/** In milliseconds: a recovery after a power loss, another bot letting go, a mute server, one to stop. */
const patience = { recovery: 60_000, busy: 5000, mute: 15_000, stop: 5000 }
/** Milliseconds between two attempts at starting again a server that ended by itself. */
const AGAIN_EVERY_MS = 2000

/**
 * Starts the Postgres that npm installed, on 127.0.0.1 only, with its data under `dataDir`. A server
 * left by a killed bot is taken over; one that ends by itself, as on a full disk, is started again at the same
 * address as soon as that works. Errors are one French sentence saying what to do.
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
    return await keptRunning(place, cluster, settings, log)
  } catch (cause) {
    throw explain(cause, place.folder)
  }
}

/** Starts it, and starts it again for as long as it is not stopped. */
async function keptRunning(
  place: Place,
  cluster: Cluster,
  settings: Settings,
  log: EmbeddedPostgresOptions['log'],
): Promise<EmbeddedPostgres> {
  const stopping = new AbortController()
  const { signal } = stopping
  let again: Promise<void> | undefined

  /** Its hold may break twice: once as the server ends, once as the connection does. */
  function lost(): void {
    if (signal.aborted || again !== undefined) return
    log.warn(
      'La base de données embarquée s’est interrompue : je la relance dès que c’est possible.',
    )
    again = startAgain().finally(() => (again = undefined))
  }

  async function startAgain(): Promise<void> {
    while (!signal.aborted) {
      const found = await startOrAdopt(place, cluster, settings, lost).catch(() => undefined)
      if (found?.url === url) {
        server = found
        log.warn('La base de données embarquée est repartie.')
        return
      }
      // Its port was taken meanwhile: everything that uses it expects it there.
      await found?.stop()
      if (found) await writeFile(cluster.port, new URL(url).port).catch(() => undefined)
      await delay(AGAIN_EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  }

  let server = await startOrAdopt(place, cluster, settings, lost)
  const { url } = server
  return {
    url,
    async stop() {
      stopping.abort()
      if (again) await Promise.race([again, delay(patience.stop, undefined, { ref: false })])
      await server.stop()
    },
  }
}

async function startOrAdopt(
  place: Place,
  cluster: Cluster,
  settings: Settings,
  lost: () => void,
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
      const owned = await own(place, cluster, address(cluster, running.port), lost)
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
  lost: () => void,
): Promise<EmbeddedPostgres | 'busy' | 'mute'> {
  let stopped: Promise<void> | undefined
  const owner = await takeOwnership(url, () => {
    if (stopped === undefined) lost()
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
