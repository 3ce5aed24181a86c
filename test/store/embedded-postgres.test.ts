import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, type QueryResultRow } from 'pg'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/store/embedded-postgres.ts'
import { isAlive } from '../../src/store/embedded/postmaster.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const isRoot = process.getuid?.() === 0
const finished: (() => Promise<void>)[] = []
let dataDir = ''
let sharedDir = ''

beforeEach(async () => {
  const folder = await temporaryFolder()
  finished.push(folder.remove)
  dataDir = join(folder.path, 'data')
  sharedDir = join(folder.path, 'shared')
})

afterEach(async () => {
  for (const finish of finished.splice(0).toReversed()) await finish()
})

/** Killing processes loses nothing that was written, synced or not: most tests need not wait for it. */
const quick = { fsync: 'off' }
const patient = { timeout: 20_000 }

async function start(
  into = dataDir,
  settings: Record<string, string> = quick,
): Promise<EmbeddedPostgres & { said: string[] }> {
  const said: string[] = []
  const log = pino(
    { level: 'info' },
    { write: (line: string) => said.push(String(JSON.parse(line).msg)) },
  )
  const server = await startEmbeddedPostgres({ dataDir: into, sharedDir, log, settings })
  finished.push(server.stop)
  return { ...server, said }
}

async function query<Row extends QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new Client(url)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Starts the same database in a process of its own, as the bot does. */
async function startInChild(): Promise<{ url: string; kill(): Promise<void> }> {
  const script = join(import.meta.dirname, '../support/hold-postgres.ts')
  const child = spawn(process.execPath, [script, dataDir, sharedDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }
  finished.push(kill)
  const [line] = await once(child.stdout, 'data')
  return { url: String(line).trim(), kill }
}

async function postmasterPid(): Promise<number> {
  const text = await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')
  return Number.parseInt(text, 10)
}

async function gone(pid: number): Promise<void> {
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5000 })
}

describe('the embedded database', () => {
  test('is ready within 15 s the first time and 5 s after, and stops within 5 s', async () => {
    const first = performance.now()
    const server = await start(dataDir, {})
    expect(performance.now() - first).toBeLessThan(15_000)
    const pid = await postmasterPid()

    const stop = performance.now()
    await server.stop()
    expect(performance.now() - stop).toBeLessThan(5000)
    await gone(pid)

    const second = performance.now()
    await start(dataDir, {})
    expect(performance.now() - second).toBeLessThan(5000)
  })

  test('keeps its data and its address from one start to the next', async () => {
    const before = await start()
    await query(before.url, 'create table kept as select 42 as answer')
    await before.stop()
    const after = await start()
    expect(await query(after.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    expect(after.url).toBe(before.url)
  })

  test('is in UTF-8, knows French letters and offers btree_gist whatever the locale', async () => {
    vi.stubEnv('LC_ALL', 'tr_TR.ISO-8859-9')
    vi.stubEnv('PGCLIENTENCODING', 'LATIN1')
    const { url } = await start().finally(() => vi.unstubAllEnvs())
    await query(url, 'create extension btree_gist')
    expect(
      await query(
        url,
        `select lower('ÉTÉ') as lower, current_setting('server_encoding') as encoding,
          'Éa' < 'Éb' as ordered`,
      ),
    ).toEqual([{ lower: 'été', encoding: 'UTF8', ordered: true }])
  })

  test('listens on this machine only and wants the password of its 0600 file', async () => {
    const { url } = await start()
    const password = join(dataDir, 'postgres/password')
    expect((await stat(password)).mode & 0o777).toBe(0o600)
    expect(new URL(url).password).toBe(await readFile(password, 'utf8'))
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])

    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password/)
  })

  test('takes over the server that a killed bot left running', async () => {
    const child = await startInChild()
    await query(child.url, 'create table kept as select 42 as answer')
    const pid = await postmasterPid()
    await child.kill()
    expect(isAlive(pid)).toBe(true)

    const server = await start()
    expect(await postmasterPid()).toBe(pid)
    expect(await query(server.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    await server.stop()
    await gone(pid)
  })

  test('recovers what was committed when bot and server are both killed', async () => {
    const child = await startInChild()
    await query(child.url, 'create table kept as select 42 as answer')
    const pid = await postmasterPid()
    await child.kill()
    process.kill(pid, 'SIGKILL')
    await gone(pid)

    const server = await start()
    expect(await query(server.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('is started again at its address when its server ends by itself, and not once stopped', async () => {
    const { url, said, stop } = await start()
    await query(url, 'create table kept as select 42 as answer')
    const answer = () => query(url, 'select answer from kept')
    for (let times = 1; times <= 2; times += 1) {
      const pid = await postmasterPid()
      process.kill(pid, 'SIGKILL')
      await gone(pid)
      await expect.poll(() => answer().catch(() => 'away'), patient).toEqual([{ answer: 42 }])
      expect(await postmasterPid()).not.toBe(pid)
      await vi.waitFor(() => expect(said).toHaveLength(2 * times), patient)
    }
    expect(said.slice(0, 2)).toEqual([
      'La base de données embarquée s’est interrompue : je la relance dès que c’est possible.',
      'La base de données embarquée est repartie.',
    ])
    const last = await postmasterPid()
    await stop()
    await gone(last)
    expect(said).toHaveLength(4)
    await expect(answer()).rejects.toThrow('ECONNREFUSED')
  })

  test('is not blocked by a postmaster.pid that names a stranger after a power loss', async () => {
    const before = await start()
    await before.stop()
    const stranger = spawn('sleep', ['60'], isRoot ? await dataOwner() : {})
    finished.push(async () => void stranger.kill())
    const file = join(dataDir, 'postgres/cluster/postmaster.pid')
    const lines = [
      stranger.pid,
      join(dataDir, 'postgres/cluster'),
      1,
      1,
      '',
      '127.0.0.1',
      '',
      'ready',
    ]
    await writeFile(file, lines.join('\n'))

    const server = await start()
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(isAlive(Number(stranger.pid))).toBe(true)
  })

  test('makes the cluster again when it was killed half-way', async () => {
    const child = spawn('true')
    await once(child, 'exit')
    const leftover = join(dataDir, `postgres.new-${child.pid}-0a0b0c0d/cluster`)
    await mkdir(leftover, { recursive: true })
    await writeFile(join(leftover, 'PG_VERSION'), '18\n')

    const server = await start()
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await readdir(dataDir)).toEqual(['postgres'])
  })

  test('refuses a second bot on the same data, in one sentence, and leaves the first alone', async () => {
    const child = await startInChild()
    await expect(start()).rejects.toThrow(/^Un autre bot utilise déjà la base de .*DATA_DIR\.$/)
    expect(await query(child.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await child.kill()
    await start()
  })

  test('says what to do when its folder holds something else', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true })
    await writeFile(join(dataDir, 'postgres/photo.jpg'), '')
    await expect(start()).rejects.toThrow(/contient autre chose qu’une base.*DATA_DIR\.$/)
  })

  test.runIf(isRoot)(
    'works under root from a 0700 folder, and says where the data is',
    async () => {
      const closed = await temporaryFolder({ closed: true })
      finished.push(closed.remove)
      const before = await start(closed.path)
      expect(before.said).toEqual([expect.stringContaining(`la base est dans ${sharedDir}`)])
      await query(before.url, 'create table kept as select 42 as answer')
      await before.stop()

      const after = await start(closed.path)
      expect(await query(after.url, 'select answer from kept')).toEqual([{ answer: 42 }])
      expect((await stat(closed.path)).mode & 0o777).toBe(0o700)
    },
  )
})

async function dataOwner(): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await stat(join(dataDir, 'postgres/cluster'))
  return { uid, gid }
}
