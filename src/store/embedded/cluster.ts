import { randomBytes } from 'node:crypto'
import { chown, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { program } from './binaries.ts'
import { explain, Explained } from './explain.ts'
import type { Place } from './place.ts'
import { isAlive } from './postmaster.ts'
import { run } from './run.ts'

export interface Cluster {
  data: string
  log: string
  port: string
  password: string
}

/**
 * Gives the cluster of `place`, made first if there is none. It is made in a folder aside which is
 * then renamed: a cluster that exists is whole, and a half-made one is only a leftover to remove.
 */
export async function ensureCluster(place: Place, options: { sync: boolean }): Promise<Cluster> {
  const { folder } = place
  try {
    if (!(await hasCluster(folder))) await makeCluster(place, options)
    const cluster = {
      data: join(folder, 'cluster'),
      log: join(folder, 'server.log'),
      port: join(folder, 'port'),
      password: await readFile(join(folder, 'password'), 'utf8'),
    }
    await checkVersion(place, cluster.data)
    return cluster
  } catch (cause) {
    throw explain(cause, folder)
  }
}

async function makeCluster(place: Place, options: { sync: boolean }): Promise<void> {
  const { folder, account } = place
  await removeLeftovers(folder)
  const aside = `${folder}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    await mkdir(aside, { mode: 0o700 })
    const password = join(aside, 'password')
    await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600, flush: true })
    if (account) {
      await chown(aside, account.uid, account.gid)
      await chown(password, account.uid, account.gid)
    }
    await initdb(place, aside, options.sync)
    await publish(aside, place)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

async function initdb(place: Place, aside: string, sync: boolean): Promise<void> {
  const args = [
    `--pgdata=${join(aside, 'cluster')}`,
    '--username=postgres',
    `--pwfile=${join(aside, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...(sync ? [] : ['--no-sync']),
  ]
  const made = await run(program(place.binaries, 'initdb'), args, place.account)
  if (!made.ok) throw new Error(made.output)
}

/** Two bots may start together: the first to rename wins, the other uses what it made. */
async function publish(aside: string, place: Place): Promise<void> {
  try {
    await rename(aside, place.folder)
  } catch (cause) {
    if (!(await hasCluster(place.folder))) throw cause
  }
  if (place.pointer === undefined) return
  const draft = `${place.pointer}.new-${process.pid}`
  await writeFile(draft, `${place.folder}\n`, { flush: true })
  try {
    await link(draft, place.pointer)
  } catch (cause) {
    await rm(place.folder, { recursive: true, force: true })
    throw new Explained('Un autre bot vient de créer sa base avec les mêmes données : relance.', {
      cause,
    })
  } finally {
    await rm(draft)
  }
}

/** Folders left by a bot killed while it made a cluster; those of a live one are left alone. */
async function removeLeftovers(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.new-`
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(prefix)) continue
    const maker = Number.parseInt(name.slice(prefix.length), 10)
    if (Number.isNaN(maker) || !isAlive(maker)) {
      await rm(join(dirname(folder), name), { recursive: true, force: true })
    }
  }
}

async function hasCluster(folder: string): Promise<boolean> {
  return await readFile(join(folder, 'cluster/PG_VERSION')).then(
    () => true,
    () => false,
  )
}

async function checkVersion(place: Place, data: string): Promise<void> {
  const made = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  const major = place.binaries.version.split('.')[0]
  if (made === major) return
  throw new Explained(
    `La base de ${place.folder} a été faite par Postgres ${made} et ce bot contient Postgres ${major} : exporte-la avec la version précédente du bot, ou définis DATABASE_URL.`,
  )
}
