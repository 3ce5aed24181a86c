/** Starts the practice chat server: the part of Mattermost that the bot needs, plus a clock. */
import { EventEmitter } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { buildApp } from './api/app.ts'
import { openClock } from './clock.ts'
import { openDialogs } from './interactions/dialogs.ts'
import { openTriggers } from './interactions/triggers.ts'
import { serialQueue } from './queue.ts'
import type { Sandbox } from './sandbox.ts'
import { seed } from './seed.ts'
import { openHub } from './socket/hub.ts'
import { openSocketServer } from './socket/server.ts'
import { openStore } from './store/store.ts'
import { SERVER_VERSION } from './version.ts'

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** A `sandbox` folder is made in it. */
  readonly dataDir: string
  readonly log: Logger
  /** The address to listen on; by default this machine only. */
  readonly host?: string
}

export interface RunningSandbox {
  readonly url: string
  readonly port: number
  stop(): Promise<void>
}

function openSandbox({ dataDir, log }: SandboxOptions, siteUrl: () => string): Sandbox {
  const store = openStore(join(dataDir, 'sandbox'))
  const clock = openClock(store.settings)
  seed(store, clock.now())
  return {
    store,
    clock,
    hub: openHub(store, SERVER_VERSION),
    log,
    arrivals: new EventEmitter(),
    triggers: openTriggers(),
    dialogs: openDialogs(),
    clockQueue: serialQueue(),
    siteUrl,
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address: AddressInfo | string | null = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Rejects with the system's error (`EADDRINUSE`…) when it cannot listen. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { host = '127.0.0.1' } = options
  let url = ''
  const sandbox = openSandbox(options, () => url)
  const sockets = openSocketServer(sandbox)
  const answer = getRequestListener(buildApp(sandbox).fetch)
  const server = createServer((request, response) => void answer(request, response))
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head))
  const port = await listen(server, options.port, host).catch((error: unknown) => {
    sandbox.store.close()
    throw error
  })
  url = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
  return {
    url,
    port,
    async stop() {
      sockets.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      sandbox.store.close()
    },
  }
}
