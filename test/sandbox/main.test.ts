import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SANDBOX_BOT_TOKEN } from '../../src/sandbox/people.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { asRecord } from './support/json.ts'

const MAIN = new URL('../../src/sandbox/main.ts', import.meta.url).pathname

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let running: ChildProcess[] = []

beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  running = []
  await folder.remove()
})

function start(env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, DATA_DIR: folder.path, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  return child
}

/** Starts the server and waits until it says where it listens. */
async function startReady(): Promise<{ child: ChildProcess; url: string; said: () => string }> {
  const child = start({ SANDBOX_PORT: '0' })
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const url = await vi.waitFor(() => {
    const [, found] = /"url":"([^"]+)"/.exec(said) ?? []
    if (found === undefined) throw new Error(`not ready: ${said}`)
    return found
  }, 20_000)
  return { child, url, said: () => said }
}

async function api(url: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}/api/v4${path}`, {
    method,
    headers: { Authorization: `Bearer ${SANDBOX_BOT_TOKEN}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  expect(response.ok).toBe(true)
  return await response.json()
}

const idOf = (json: unknown): string => String(asRecord(json)['id'])

describe('the process', () => {
  it('says nothing but where it listens, serves its page, and stops at once when asked', async () => {
    const { child, url, said } = await startReady()
    expect((await fetch(`${url}/sandbox/health`)).status).toBe(200)
    const page = await fetch(url)
    expect(page.headers.get('Content-Type')).toContain('text/html')
    expect((await fetch(`${url}/page/main.js`)).headers.get('Content-Type')).toContain('javascript')
    expect((await fetch(`${url}/page/../server.ts`)).status).toBe(404)
    expect((await fetch(`${url}/page/%2e%2e/server.ts`)).status).toBe(404)
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
    expect(said().trim().split('\n')).toHaveLength(1)
  })

  it('loses nothing that it acknowledged when it is killed', async () => {
    const first = await startReady()
    const { url } = first
    const team = idOf(await api(url, 'GET', '/teams/name/demo'))
    const channel = idOf(
      await api(url, 'POST', '/channels', {
        team_id: team,
        name: 'durable',
        display_name: 'Durable',
        type: 'P',
      }),
    )
    const ids: string[] = []
    for (let count = 0; count < 50; count += 1) {
      const post = { channel_id: channel, message: `message ${count}` }
      ids.push(idOf(await api(url, 'POST', '/posts', post)))
    }
    const exit = once(first.child, 'exit')
    first.child.kill('SIGKILL')
    await exit
    const second = await startReady()
    const kept = await api(second.url, 'POST', '/posts/ids', ids)
    expect(kept).toHaveLength(50)
  })

  it('gives a sentence, not a stack, when its port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve)
    })
    const address = other.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    const child = start({ SANDBOX_PORT: port })
    const exit = once(child, 'exit')
    const said = child.stderr ? await text(child.stderr) : ''
    expect(await exit).toEqual([1, null])
    expect(said).toMatch(new RegExp(`^Le port ${port} est déjà pris.*SANDBOX_PORT\\.\n$`))
    other.close()
  })

  it('gives a sentence when a variable makes no sense', async () => {
    const child = start({ SANDBOX_PORT: 'huit mille' })
    const said = child.stderr ? await text(child.stderr) : ''
    expect(said).toMatch(/^La variable SANDBOX_PORT n’est pas valable.*\n$/)
  })

  it.runIf(process.platform === 'linux')('rests under 150 MB of memory', async () => {
    const { child } = await startReady()
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(status) ?? []
    expect(Number(kilobytes)).toBeLessThan(150 * 1024)
  })
})
