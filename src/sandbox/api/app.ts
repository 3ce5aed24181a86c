/** All the HTTP routes of the practice server. */
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { newId } from '../ids.ts'
import { openResponseUrls } from '../interactions/response-urls.ts'
import type { Sandbox } from '../sandbox.ts'
import { VERSION_ID } from '../version.ts'
import { requireSession } from './auth.ts'
import { channelListRoutes } from './channel-lists.ts'
import { channelMemberRoutes } from './channel-members.ts'
import { channelPostRoutes } from './channel-posts.ts'
import { channelRoutes } from './channels.ts'
import { clockRoutes } from './clock.ts'
import { commandCompletionRoutes } from './command-completion.ts'
import { commandExecutionRoutes } from './command-execution.ts'
import { commandRoutes } from './commands.ts'
import { dialogRoutes } from './dialogs.ts'
import { AppError, noSuchPage } from './errors.ts'
import { fileRoutes } from './files.ts'
import { hookRoutes } from './hooks.ts'
import { postActionRoutes } from './post-actions.ts'
import { postRoutes } from './posts.ts'
import type { Call, Env } from './request.ts'
import { sessionRoutes } from './sessions.ts'
import { statusRoutes } from './statuses.ts'
import { systemRoutes } from './system.ts'
import { teamMemberRoutes } from './team-members.ts'
import { teamRoutes } from './teams.ts'
import { unreadRoutes } from './unread.ts'
import { userListRoutes } from './user-lists.ts'
import { userRoutes } from './users.ts'

const PAGE_FOLDER = new URL('../page/', import.meta.url).pathname

function respondWithError(sandbox: Sandbox, error: Error, c: Call): Response {
  const known =
    error instanceof AppError
      ? error
      : new AppError(
          500,
          'api.context.internal.app_error',
          'Le bac à sable a rencontré un problème.',
        )
  if (known !== error) sandbox.log.error({ err: error, path: c.req.path }, 'a request failed')
  return c.json(
    {
      id: known.id,
      message: known.message,
      detailed_error: known.detail,
      request_id: c.get('requestId'),
      status_code: known.status,
    },
    known.status,
  )
}

/** Routes whose path has a word where another has an id come first. */
function apiRoutes(sandbox: Sandbox): Hono<Env> {
  const responseUrls = openResponseUrls()
  const routes = [
    sessionRoutes(sandbox),
    systemRoutes(sandbox),
    statusRoutes(sandbox),
    userListRoutes(sandbox),
    userRoutes(sandbox),
    unreadRoutes(sandbox),
    channelListRoutes(sandbox),
    teamRoutes(sandbox),
    teamMemberRoutes(sandbox),
    channelRoutes(sandbox),
    channelMemberRoutes(sandbox),
    channelPostRoutes(sandbox),
    postRoutes(sandbox),
    postActionRoutes(sandbox),
    fileRoutes(sandbox),
    commandExecutionRoutes(sandbox, responseUrls),
    commandCompletionRoutes(sandbox),
    commandRoutes(sandbox),
    dialogRoutes(sandbox),
  ]
  const api = new Hono<Env>().use(requireSession(sandbox))
  for (const route of routes) api.route('/', route)
  return new Hono<Env>().route('/api/v4', api).route('/', hookRoutes(sandbox, responseUrls))
}

export function buildApp(sandbox: Sandbox): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('requestId', newId())
    await next()
    c.header('X-Request-Id', c.get('requestId'))
    c.header('X-Version-Id', VERSION_ID)
  })
  app.route('/', apiRoutes(sandbox))
  app.route('/', clockRoutes(sandbox))
  app.get('/', serveStatic({ root: PAGE_FOLDER, path: 'index.html' }))
  app.get(
    '/page/*',
    serveStatic({ root: PAGE_FOLDER, rewriteRequestPath: (path) => path.slice('/page'.length) }),
  )
  app.notFound((c) => respondWithError(sandbox, noSuchPage(), c))
  app.onError((error, c) => respondWithError(sandbox, error, c))
  return app
}
