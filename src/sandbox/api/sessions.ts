/** `users/login`, `users/logout`. */
import { Hono } from 'hono'
import { z } from 'zod'
import { newId } from '../ids.ts'
import { passwordMatches } from '../passwords.ts'
import type { Sandbox } from '../sandbox.ts'
import type { User } from '../store/entities.ts'
import { AppError } from './errors.ts'
import { clientUser, OK } from './render.ts'
import { readBody } from './request.ts'
import type { Env } from './request.ts'

const loginSchema = z.object({ login_id: z.string(), password: z.string() })

function authenticate({ store }: Sandbox, loginId: string, password: string): User {
  const name = loginId.trim().toLowerCase()
  const user = store.users.first(`(body->>'username' = ? OR body->>'email' = ?)`, name, name)
  if (user?.is_bot)
    throw new AppError(
      401,
      'api.user.login.bot_login_forbidden.app_error',
      'Un compte de bot ne peut pas se connecter.',
    )
  if (!user || !passwordMatches(password, user.password_hash))
    throw new AppError(
      401,
      'api.user.login.invalid_credentials_email_username',
      'L’identifiant ou le mot de passe ne correspond pas. Vérifie-les et recommence.',
    )
  if (user.delete_at > 0)
    throw new AppError(
      401,
      'api.user.login.inactive.app_error',
      'Ce compte a été désactivé. Demande à l’administration de la messagerie de le réactiver.',
    )
  return user
}

export function sessionRoutes(sandbox: Sandbox): Hono<Env> {
  const { store, clock, hub } = sandbox
  return new Hono<Env>()
    .post('/users/login', async (c) => {
      const { login_id, password } = await readBody(c, loginSchema)
      const user = authenticate(sandbox, login_id, password)
      const session = store.sessions.put({
        token: newId(),
        id: newId(),
        user_id: user.id,
        create_at: clock.now(),
      })
      c.header('Token', session.token)
      return c.json(clientUser(user, user))
    })
    .post('/users/logout', (c) => {
      const { token } = c.get('session')
      store.sessions.remove(token)
      hub.end({ token })
      return c.json(OK)
    })
}
