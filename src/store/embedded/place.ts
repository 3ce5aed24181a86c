import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { canRun, installedBinaries, sharedBinaries, type Binaries } from './binaries.ts'
import { explain, Explained } from './explain.ts'
import { run, type Account } from './run.ts'

/** Where the cluster lives, and who runs it with what. */
export interface Place {
  /** Holds `cluster/`, `password`, `port` and `server.log`. */
  folder: string
  binaries: Binaries
  account: Account | undefined
  /** Written once the cluster exists, when it lives outside the data folder. */
  pointer: string | undefined
}

export interface PlaceOptions {
  dataDir: string
  /** For root only: a folder that every account can enter. */
  sharedDir: string
}

/**
 * Decides where the cluster lives. Postgres refuses to run as root, so under root another account
 * runs it; what that account cannot enter (a 0700 home) is put under `sharedDir` instead.
 */
export async function choosePlace({ dataDir, sharedDir }: PlaceOptions): Promise<Place> {
  const root = await mkdir(dataDir, { recursive: true })
    .then(() => realpath(dataDir))
    .catch((cause: unknown) => {
      throw explain(cause, dataDir)
    })
  const installed = await installedBinaries()
  const home = await chooseFolder(root, sharedDir)
  const binaries = await usableBinaries(installed, sharedDir, home.account)
  return { ...home, binaries }
}

async function chooseFolder(root: string, sharedDir: string): Promise<Omit<Place, 'binaries'>> {
  const folder = join(root, 'postgres')
  const pointer = join(root, 'postgres-ailleurs')
  if (process.getuid?.() !== 0) return { folder, account: undefined, pointer: undefined }

  const elsewhere = await readFile(pointer, 'utf8').catch(() => undefined)
  if (elsewhere !== undefined) return await pointedFolder(elsewhere.trim(), pointer)

  const owner = await ownerOf(join(folder, 'cluster'))
  const account = owner ?? (await serverAccount())
  const reachable = await canEnter(root, account)
  if (reachable) return { folder, account, pointer: undefined }
  if (owner !== undefined) {
    throw new Explained(
      `Le compte qui tient la base (uid ${owner.uid}) ne peut plus entrer dans ${root} : rends ce dossier traversable (chmod o+x), ou définis DATABASE_URL.`,
    )
  }
  const name = `${basename(root)}-${randomBytes(6).toString('hex')}`
  await mkdir(join(sharedDir, name), { recursive: true }).catch((cause: unknown) => {
    throw explain(cause, sharedDir)
  })
  await chmod(sharedDir, 0o755)
  await chmod(join(sharedDir, name), 0o755)
  return { folder: join(sharedDir, name, 'postgres'), account, pointer }
}

async function pointedFolder(folder: string, pointer: string): Promise<Omit<Place, 'binaries'>> {
  const account = await ownerOf(join(folder, 'cluster'))
  if (account !== undefined) return { folder, account, pointer }
  throw new Explained(
    `La base notée dans ${pointer} n’est plus dans ${folder} : remets-la à sa place, ou supprime ce fichier pour repartir d’une base vide.`,
  )
}

async function usableBinaries(
  installed: Binaries,
  sharedDir: string,
  account: Account | undefined,
): Promise<Binaries> {
  if (await canRun(installed, account)) return installed
  if (account !== undefined) {
    const copy = await sharedBinaries(installed, sharedDir, account).catch((cause: unknown) => {
      throw explain(cause, sharedDir)
    })
    if (await canRun(copy, account)) return copy
  }
  throw new Explained(
    `Le Postgres installé dans ${installed.folder} ne se lance pas ici : relance npm ci, ou définis DATABASE_URL avec l’adresse d’un Postgres 18.`,
  )
}

async function ownerOf(path: string): Promise<Account | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found && { uid: found.uid, gid: found.gid }
}

async function canEnter(folder: string, account: Account): Promise<boolean> {
  return (await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], account)).ok
}

/** `nobody` is everywhere: no need to add an account to someone's machine. */
async function serverAccount(): Promise<Account> {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    if (uid.ok && gid.ok) return { uid: Number(uid.output), gid: Number(gid.output) }
  }
  throw new Explained(
    'Postgres ne tourne pas sous root et cette machine n’a ni compte postgres ni compte nobody : lance le bot sous un autre compte, ou définis DATABASE_URL.',
  )
}
