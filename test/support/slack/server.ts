/** A Slack of its own in the test process: its Web API, its files, and its two ways to an app. */
import { promisify } from 'node:util'

import { serve, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'

import { apiRoutes, bearerIn } from './api.ts'
import { openFaults, type Faults, type LoggedCall } from './faults.ts'
import { mimeOf } from './events.ts'
import { httpDelivery, type HttpDelivery } from './http-delivery.ts'
import { INSTALLED, type Installed } from './installed.ts'
import { openOutbox, type Outbox } from './outbox.ts'
import { openResponseUrls, type ResponseUrls } from './response-url.ts'
import { socketDelivery, type SocketDelivery } from './socket.ts'
import type { User } from './state.ts'
import { addUser, issueTokens, openWorkspace, type Tokens, type Workspace } from './workspace.ts'

export interface FakeSlack {
  /** Where its Web API is, `/api/` included. */
  readonly url: string
  readonly workspace: Workspace
  readonly tokens: Tokens
  readonly signingSecret: string
  readonly admin: User
  /** Calls of the Web API, oldest first. */
  readonly calls: readonly LoggedCall[]
  readonly faults: Faults
  readonly outbox: Outbox
  readonly responses: ResponseUrls
  readonly socket: SocketDelivery
  readonly http: HttpDelivery
  stop(): Promise<void>
}

export type Mode = 'socket' | 'http'

/** Starts it on a free port. In HTTP mode the app's address is registered once the app listens. */
export async function startFakeSlack(
  mode: Mode,
  installed: Installed = INSTALLED,
): Promise<FakeSlack> {
  const signingSecret = 'a signing secret of this test'
  const socket = socketDelivery()
  const http = httpDelivery(signingSecret)
  const outbox = openOutbox(mode === 'socket' ? socket : http)
  const workspace = openWorkspace((body) => outbox.event(body), installed)
  const admin = addUser(workspace, { name: 'admin', realName: 'Alix Martin', isAdmin: true })
  const tokens = issueTokens(workspace, admin)
  const responses = openResponseUrls(workspace)
  const faults = openFaults()
  const calls: LoggedCall[] = []
  const app = new Hono<{ Bindings: HttpBindings }>()
    .route('/api', apiRoutes({ workspace, faults, log: calls }))
    .route('/', otherRoutes(workspace, faults, responses))
  app.onError((error, c) => {
    workspace.faults.push(error.message)
    return c.text('internal error', 500)
  })

  const started = Promise.withResolvers<number>()
  const listening = { fetch: app.fetch, port: 0, hostname: 'localhost' }
  const server = serve(listening, ({ port }) => started.resolve(port))
  const host = `localhost:${await started.promise}`
  workspace.origin = `http://${host}`
  workspace.streamUrl = () => `ws://${host}/link?ticket=${socket.newTicket()}`
  socket.attach(server, workspace.state.appId)

  return {
    url: `http://${host}/api/`,
    workspace,
    tokens,
    signingSecret,
    admin,
    calls,
    faults,
    outbox,
    responses,
    socket,
    http,
    async stop() {
      socket.stop()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await promisify(server.close.bind(server))()
    },
  }
}

/** What an app reaches beside the Web API: bytes of files, and the addresses of answers. */
function otherRoutes(workspace: Workspace, faults: Faults, responses: ResponseUrls): Hono {
  const { state, tokens } = workspace
  const routes = new Hono()
  routes.post('/upload/v1/:id', async (c) => {
    const file = state.files.get(c.req.param('id'))
    const bytes = Buffer.from(await c.req.arrayBuffer())
    if (faults.take('upload') !== undefined) return c.text('try again', 503)
    if (file === undefined || bytes.length !== file.length) return c.text('bad upload', 400)
    file.content = bytes
    return c.text(`OK - ${bytes.length}`)
  })
  routes.get('/files-pri/:id/*', (c) => {
    const token = tokens.get(bearerIn(c.req.header('authorization')) ?? '')
    const file = state.files.get(c.req.param('id'))
    if (faults.take('download') !== undefined) return c.text('try again', 503)
    // Slack refuses nobody here: it asks them to log in.
    if (token === undefined || token.revoked || !token.scopes.has('files:read')) {
      return c.redirect('/?redir=files')
    }
    if (file?.content === undefined || file.deleted) return c.text('no such file', 404)
    return c.body(new Uint8Array(file.content), 200, { 'Content-Type': mimeOf(file) })
  })
  routes.get('/', (c) => c.html('<!DOCTYPE html><title>Log in | Slack</title>'))
  routes.post('/respond/:id', async (c) => {
    if (faults.take('response_url') !== undefined) return c.text('try again', 503)
    const { status, said } = responses.take(c.req.param('id'), await c.req.json())
    if (status === 400) workspace.faults.push(`an answer was refused: ${said}`)
    return c.body(said, status)
  })
  return routes
}
