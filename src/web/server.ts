/** One HTTP server for everything: health, and the callbacks of the chat platform. */
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { once } from 'node:events'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'

export interface Web {
  /** `/healthz` answers 200 from then on. */
  ready(): void
  stop(): Promise<void>
}

/** No callback of a chat platform comes near this size. */
const LARGEST_BODY = 1_000_000

/** Listens on `port`, with what is `mounted` by path. Rejects when the port is taken. */
export async function startWeb(
  port: number,
  mounted: Readonly<Record<string, Hono>>,
): Promise<Web> {
  let isReady = false
  const app = new Hono()
  app.use(secureHeaders())
  app.use(bodyLimit({ maxSize: LARGEST_BODY }))
  app.get('/healthz', (context) =>
    context.json({ status: isReady ? 'ready' : 'starting' }, isReady ? 200 : 503),
  )
  for (const [path, routes] of Object.entries(mounted)) app.route(path, routes)
  const server = await listen(app, port)
  return {
    ready() {
      isReady = true
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

async function listen(app: Hono, port: number): Promise<Server> {
  const answer = getRequestListener(app.fetch)
  const server = createServer((request, response) => void answer(request, response)).listen(port)
  await once(server, 'listening')
  return server
}
