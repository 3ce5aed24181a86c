import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './run.ts'

/** A database server that runs on our data, as its `postmaster.pid` tells. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/**
 * Finds the server running on the cluster in `data`, whoever started it. A `postmaster.pid` that a
 * power loss left behind may name a process that has nothing to do with us: it is removed then,
 * since Postgres would refuse to start for as long as that process lives.
 */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const file = join(data, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
  if (await worksIn(pid, data)) return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' }
  if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true })
  return undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether process `pid` is the server of this cluster: a server works in its data folder. */
async function worksIn(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const [folder, ours] = await Promise.all([
      stat(`/proc/${pid}/cwd`).catch(() => undefined),
      stat(data),
    ])
    return folder?.ino === ours.ino && folder.dev === ours.dev
  }
  if (process.platform === 'win32') return true
  const { output } = await run('ps', ['-o', 'command=', '-p', String(pid)])
  return output.includes('postgres') && output.includes(data)
}
