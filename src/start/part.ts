import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** One of the programs that run together, and how to know that it is ready. */
export interface Part {
  /** In French, with its article, to begin a sentence: `Le bot`. */
  name: string
  script: string
  env: NodeJS.ProcessEnv
  port: number
  /** The variable that changes its port. */
  portVariable: string
  /** Answers 200 when the part is ready. */
  healthUrl: string
}

export interface RunningPart {
  name: string
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
  /** Answers once the part is ready; never if it ends before. */
  ready: Promise<void>
  /** Asks it to stop, ends it by force after `patience` milliseconds, and waits for its end. */
  stop(patience: number): Promise<void>
}

/** A small young generation: little throughput is needed, and a quarter less memory is held at rest. */
const FRUGAL = ['--max-semi-space-size=2']
/** TypeScript is stripped once: the next start takes half the time. */
const COMPILED = join(import.meta.dirname, '../../node_modules/.cache/recrutement/compiled')

/** Starts a part with this very Node. It has its own process group: Ctrl+C reaches us alone. */
export function startPart(part: Part): RunningPart {
  const child = spawn(process.execPath, [...FRUGAL, part.script], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: COMPILED, ...part.env },
    detached: true,
  })
  const over = new AbortController()
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1))
  }).finally(() => over.abort())
  return {
    name: part.name,
    ended,
    ready: waitUntilHealthy(part.healthUrl, over.signal),
    stop: async (patience) => {
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), patience)
      await ended
      clearTimeout(force)
    },
  }
}

/** Whether nothing listens on the part's port yet, on any address of this machine. */
export async function portIsFree(port: number): Promise<boolean> {
  return (await canListen(port)) && (await canListen(port, '127.0.0.1'))
}

async function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.close(() => resolve(true))
    })
  })
}

async function waitUntilHealthy(url: string, over: AbortSignal): Promise<void> {
  for (;;) {
    const healthy = await fetch(url, { signal: AbortSignal.any([over, AbortSignal.timeout(2000)]) })
      .then((response) => response.ok)
      .catch(() => false)
    if (healthy) return
    if (over.aborted) return new Promise(() => {})
    await delay(100)
  }
}
