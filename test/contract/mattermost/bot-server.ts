/** The HTTP server of a bot under test, whose address is known before its routes are. */
import { promisify } from 'node:util'

import { serve } from '@hono/node-server'
import { Hono } from 'hono'

export interface BotServer {
  readonly url: string
  /** `path`: where the platform calls. */
  mount(routes: Hono, path?: string): void
  stop(): Promise<void>
}

export async function botServer(): Promise<BotServer> {
  let app = new Hono()
  const started = Promise.withResolvers<number>()
  const options = {
    fetch: (request: Request) => app.fetch(request),
    port: 0,
    hostname: 'localhost',
  }
  const server = serve(options, ({ port }) => started.resolve(port))
  return {
    url: `http://localhost:${await started.promise}`,
    mount(routes, path = '/mattermost') {
      app = new Hono()
        .get('/healthz', (context) => context.json({ status: 'ready' }))
        .route(path, routes)
    },
    async stop() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await promisify(server.close.bind(server))()
    },
  }
}
