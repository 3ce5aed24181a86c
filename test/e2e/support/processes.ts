/** The sandbox and the bot as processes of their own, as `npm start` runs them. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { vi } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

export interface Running {
  readonly process: ChildProcess
  /** What it wrote so far. */
  output(): string
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
  /** Asks it to stop, and waits. */
  stop(): Promise<void>
}

/** Starts a script of `src/` and resolves once `healthUrl` answers 200. */
export async function run(
  script: string,
  env: Readonly<Record<string, string>>,
  healthUrl: string,
): Promise<Running> {
  const child = spawn(process.execPath, [join(ROOT, 'src', script)], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()))
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  await vi.waitFor(
    async () => {
      if (child.exitCode !== null) throw new Error(`${script} ended:\n${written}`)
      const response = await fetch(healthUrl)
      if (!response.ok) throw new Error(`${script} is not ready:\n${written}`)
    },
    { timeout: 40_000, interval: 50 },
  )
  return {
    process: child,
    output: () => written,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
