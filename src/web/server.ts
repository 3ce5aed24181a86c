/** One HTTP server for everything: health, and the callbacks of the chat platform. */
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import type { RequestIdVariables } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import { errorKind } from '../error-kind.ts'
import { duringRequest } from '../log.ts'
import type { Metrics } from './metrics.ts'

export interface Web {
  /** `/healthz` answers 200 from then on. */
  ready(): void
  stop(): Promise<void>
}

/** No callback of a chat platform comes near this size. */
const LARGEST_BODY = 1_000_000

/** Some proxies name requests; theirs then goes through ours. */
const LONGEST_REQUEST_ID = 64

/** Longer than that, something that is there is as good as away. */
const ANSWERS_WITHIN_MS = 2_000

/** What the bot depends on, by name: each rejects when it is away. */
export type Checks = Readonly<Record<string, () => Promise<unknown>>>

/**
 * Listens on `port`, with what is `mounted` by path. Rejects when the port is taken. `/healthz` says whether
 * the bot started, `/readyz` which of its dependencies answers now, `/metrics` how it does.
 */
export async function startWeb(
  port: number,
  mounted: Readonly<Record<string, Hono>>,
  {
    checks = {},
    metrics,
    log,
  }: { readonly checks?: Checks; readonly metrics?: Metrics; readonly log: Logger },
): Promise<Web> {
  let isReady = false
  const app = new Hono<{ Variables: RequestIdVariables }>()
  app.use(requestId({ limitLength: LONGEST_REQUEST_ID }))
  app.use((context, next) => duringRequest(next, context.get('requestId')))
  app.use(async (context, next) => {
    const began = performance.now()
    await next()
    const route = context.req.path.split('/')[1] ?? ''
    metrics?.answered({
      // Of what somebody else asks for, nothing is remembered.
      route: `/${route}` in mounted ? route : 'other',
      status: context.res.status,
      seconds: (performance.now() - began) / 1000,
    })
  })
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse()
    log.error(errorKind(error), 'a request failed')
    return context.text('Internal Server Error', 500)
  })
  app.use(secureHeaders())
  app.use(bodyLimit({ maxSize: LARGEST_BODY }))
  app.get('/healthz', (context) =>
    context.json({ status: isReady ? 'ready' : 'starting' }, isReady ? 200 : 503),
  )
  app.get('/readyz', async (context) => {
    const found = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await isThere(check)] as const),
    )
    const isWell = isReady && found.every(([, there]) => there)
    const state = Object.fromEntries(found.map(([name, there]) => [name, there ? 'ok' : 'away']))
    return context.json(state, isWell ? 200 : 503)
  })
  if (metrics) {
    app.get('/metrics', async (context) =>
      context.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
    )
  }
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

async function isThere(check: () => Promise<unknown>): Promise<boolean> {
  const answered = check().then(
    () => true,
    () => false,
  )
  return Promise.race([answered, setTimeout(ANSWERS_WITHIN_MS, false, { ref: false })])
}

async function listen(app: Pick<Hono, 'fetch'>, port: number): Promise<Server> {
  const answer = getRequestListener(app.fetch)
  const server = createServer((request, response) => void answer(request, response)).listen(port)
  await once(server, 'listening')
  return server
}
