/** The programs that tests need beside npm's packages. `test/prepare.ts` makes sure they are there. */
import { execFile } from 'node:child_process'
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

export const execute = promisify(execFile)

/** A program, and what its process needs in its environment. */
export interface Tool {
  file: string
  env: NodeJS.ProcessEnv
}

/** What `npm test` fetched by itself; `npm ci` empties it. */
const fetched = join(import.meta.dirname, '../../node_modules/.cache/recrutement')

export function fetchedFolder(name: string): string {
  return join(fetched, name)
}

/** Fills a fetched folder all at once: a run that is killed, or two together, leave no half folder. */
export async function fillFolder(
  name: string,
  fill: (aside: string) => Promise<void>,
): Promise<void> {
  await mkdir(fetched, { recursive: true })
  const aside = await mkdtemp(`${fetchedFolder(name)}.new-`)
  try {
    await fill(aside)
    await rm(fetchedFolder(name), { recursive: true, force: true })
    await rename(aside, fetchedFolder(name))
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** The first of `candidates` that runs here. */
export async function firstThatRuns(candidates: Tool[]): Promise<Tool | undefined> {
  for (const tool of candidates) {
    const env = { ...process.env, ...tool.env }
    const runs = await execute(tool.file, ['--version'], { env }).then(
      () => true,
      () => false,
    )
    if (runs) return tool
  }
  return undefined
}

/** The files of these names that are in the PATH. */
export async function onPath(...names: string[]): Promise<Tool[]> {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return await existing(names.flatMap((name) => folders.map((folder) => join(folder, name))))
}

export async function existing(files: string[], env: NodeJS.ProcessEnv = {}): Promise<Tool[]> {
  const found = await Promise.all(
    files.map((file) =>
      access(file).then(
        () => [{ file, env }],
        () => [],
      ),
    ),
  )
  return found.flat()
}
