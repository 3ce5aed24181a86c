/** Who is asking: a session's token in the header, as clients and bots send it. */
import type { MiddlewareHandler } from 'hono'
import type { Sandbox } from '../sandbox.ts'
import type { Session, User } from '../store/entities.ts'
import type { Store } from '../store/store.ts'
import { sessionNeeded } from './errors.ts'
import type { Env } from './request.ts'

/** Paths under `/api/v4` that need no session. */
const OPEN_PATHS = new Set([
  '/api/v4/users/login',
  '/api/v4/system/ping',
  '/api/v4/config/client',
  '/api/v4/license/client',
  // Its trigger id is what authenticates it.
  '/api/v4/actions/dialogs/open',
])

export function tokenOfHeader(authorization: string | undefined): string | undefined {
  return /^(?:bearer|token) +(\S+)$/i.exec(authorization ?? '')?.[1]
}

/** The session of a token whose person is still active. */
export function sessionOf(
  store: Store,
  token: string | undefined,
): { session: Session; user: User } | undefined {
  const session = token === undefined ? undefined : store.sessions.get(token)
  const user = session && store.users.get(session.user_id)
  return session && user?.delete_at === 0 ? { session, user } : undefined
}

export function requireSession({ store }: Sandbox): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!OPEN_PATHS.has(c.req.path)) {
      const found = sessionOf(store, tokenOfHeader(c.req.header('Authorization')))
      if (!found) throw sessionNeeded()
      c.set('me', found.user)
      c.set('session', found.session)
    }
    await next()
  }
}
