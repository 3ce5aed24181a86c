import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Redis } from 'ioredis'
import { freePort } from './free-port.ts'
import { findRedisServer, redisIsMissing } from './redis-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface TestRedis {
  url: string
  /** Empties it, as losing Redis would. */
  flush: () => Promise<void>
  stop: () => Promise<void>
}

/** Starts a Redis of our own, on this machine only, that keeps nothing on disk. */
export async function startRedis(): Promise<TestRedis> {
  const tool = await findRedisServer()
  if (tool === undefined) throw new Error(redisIsMissing)
  const folder = await temporaryFolder()
  const port = await freePort()
  const options = { port, bind: '127.0.0.1', dir: folder.path, save: '', appendonly: 'no' }
  const child = spawn(
    tool.file,
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { env: { ...process.env, ...tool.env }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)

  const ended = once(child, 'exit')
  const ready = readyLine(child.stdout)
  if (!(await Promise.race([ready, ended.then(() => false)]))) {
    throw new Error(`${tool.file} stopped before it was ready`)
  }
  const url = `redis://127.0.0.1:${port}`
  return {
    url,
    flush: async () => {
      const client = new Redis(url)
      await client.flushall().finally(() => client.disconnect())
    },
    stop: async () => {
      child.kill('SIGKILL')
      await ended
      process.off('exit', endWithUs)
      await folder.remove()
    },
  }
}

async function readyLine(output: NodeJS.ReadableStream): Promise<boolean> {
  return await new Promise((resolve) => {
    createInterface({ input: output }).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve(true)
    })
  })
}
