import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Cluster } from './cluster.ts'
import { program } from './binaries.ts'
import type { Place } from './place.ts'
import { run } from './run.ts'

export type Settings = Readonly<Record<string, string>>

const host = '127.0.0.1'

/** Enough for one bot and its people, without taking the machine. */
const modest: Settings = {
  listen_addresses: host,
  unix_socket_directories: '',
  max_connections: '40',
  shared_buffers: '32MB',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  io_method: 'sync',
  jit: 'off',
  log_checkpoints: 'off',
  // What people wrote must never reach a log, and errors quote the values they complain about.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** Starts the server and waits until it answers; `mayPass` says that trying again may work. */
export async function launch(
  place: Place,
  cluster: Cluster,
  settings: Settings,
): Promise<{ ok: true } | { ok: false; mayPass: boolean; output: string }> {
  const port = await choosePort(cluster)
  const options = Object.entries({ ...modest, ...settings, port: String(port) })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
  await rm(cluster.log, { force: true })
  const started = await run(
    program(place.binaries, 'pg_ctl'),
    ['start', '-w', '-s', '-t', '60', '-D', cluster.data, '-l', cluster.log, '-o', options],
    place.account,
  )
  if (started.ok) return { ok: true }
  const output = `${started.output}\n${await readFile(cluster.log, 'utf8').catch(() => '')}`
  return { ok: false, mayPass: passing.test(output), output }
}

/** Another program took the port; another bot starts the same cluster; a killed server's children. */
const passing = /Address already in use|postmaster\.pid" already exists|pre-existing shared memory/

/** Stops the server, cutting its connections; a server that does not obey is ended at once. */
export async function shutDown(place: Place, cluster: Cluster): Promise<void> {
  for (const [mode, seconds] of [
    ['fast', '6'],
    ['immediate', '3'],
  ] as const) {
    const stopped = await run(
      program(place.binaries, 'pg_ctl'),
      ['stop', '-w', '-s', '-m', mode, '-t', seconds, '-D', cluster.data],
      place.account,
    )
    if (stopped.ok || /PID file .* does not exist|No such process/.test(stopped.output)) return
  }
}

export function address(cluster: Cluster, port: number): string {
  return `postgres://postgres:${cluster.password}@${host}:${port}/postgres`
}

/** The port of last time when it is still free, so that an open `psql` still works. */
async function choosePort(cluster: Cluster): Promise<number> {
  const last = Number(await readFile(cluster.port, 'utf8').catch(() => '0'))
  const port = (await freePort(last)) ?? (await freePort(0))
  if (port === undefined) throw new Error(`no free port on ${host}`)
  if (port !== last) await writeFile(cluster.port, String(port))
  return port
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(Number.isInteger(wanted) ? wanted : 0, host, () => {
      const bound = server.address()
      server.close(() => resolve(typeof bound === 'object' ? bound?.port : undefined))
    })
  })
}
