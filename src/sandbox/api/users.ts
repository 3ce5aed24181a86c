/** `users/*`: one person at a time. */
import { Hono } from 'hono'
import { z } from 'zod'
import { hashPassword } from '../passwords.ts'
import { isSystemAdmin } from '../permissions.ts'
import type { Sandbox } from '../sandbox.ts'
import type { User } from '../store/entities.ts'
import { makeUser } from '../store/make.ts'
import { AppError, forbidden, notFound } from './errors.ts'
import { userById } from './lookups.ts'
import { clientUser, OK } from './render.ts'
import { readBody, userIdOf } from './request.ts'
import type { Env } from './request.ts'

const name = z.string().max(64)

const zone = z.string().max(64).exactOptional()

const timezonePatchSchema = z.object({
  useAutomaticTimezone: zone,
  manualTimezone: zone,
  automaticTimezone: zone,
})

const patchSchema = z.object({
  first_name: name.exactOptional(),
  last_name: name.exactOptional(),
  nickname: name.exactOptional(),
  position: z.string().max(128).exactOptional(),
  locale: z.string().max(5).exactOptional(),
  timezone: timezonePatchSchema.exactOptional(),
  notify_props: z.record(z.string(), z.string()).exactOptional(),
  props: z.record(z.string(), z.string()).exactOptional(),
})

const creationSchema = z.object({
  username: z
    .string()
    .regex(/^[a-z][a-z0-9._-]{2,63}$/)
    .transform((username) => username.toLowerCase()),
  email: z.email(),
  password: z.string().min(5).max(72),
  first_name: name.default(''),
  last_name: name.default(''),
  nickname: name.default(''),
})

const activeSchema = z.object({ active: z.boolean() })

function announce({ hub }: Sandbox, user: User): void {
  hub.publish({
    event: 'user_updated',
    data: { user: clientUser(user, user) },
    to: { kind: 'all' },
  })
}

function foundBy(user: User | undefined): User {
  if (user) return user
  throw notFound('app.user.get_by_username.app_error', 'Ce compte n’existe pas.')
}

/** A deactivated person is logged out everywhere and can no longer log in. */
function setActive(sandbox: Sandbox, user: User, active: boolean): void {
  const { store, clock, hub } = sandbox
  const now = clock.now()
  const changed = store.transaction(() => {
    if (!active)
      for (const session of store.sessions.find(`body->>'user_id' = ?`, user.id))
        store.sessions.remove(session.token)
    return store.users.put({ ...user, update_at: now, delete_at: active ? 0 : now })
  })
  if (!active) hub.end({ userId: user.id })
  announce(sandbox, changed)
}

function createUser({ store, clock }: Sandbox, creation: z.infer<typeof creationSchema>): User {
  const { password, ...profile } = creation
  const taken = store.users.first(
    `(body->>'username' = ? OR body->>'email' = ?)`,
    profile.username,
    profile.email,
  )
  if (taken)
    throw new AppError(
      400,
      'app.user.save.username_exists.app_error',
      'Un compte avec cet identifiant ou cette adresse existe déjà.',
    )
  return store.users.put(
    makeUser(clock.now(), { ...profile, password_hash: hashPassword(password) }),
  )
}

export function userRoutes(sandbox: Sandbox): Hono<Env> {
  const { store, clock } = sandbox
  return new Hono<Env>()
    .post('/users', async (c) => {
      if (!isSystemAdmin(c.get('me'))) throw forbidden()
      const user = createUser(sandbox, await readBody(c, creationSchema))
      return c.json(clientUser(user, c.get('me')), 201)
    })
    .get('/users/username/:username', (c) => {
      const username = c.req.param('username').toLowerCase()
      const user = foundBy(store.users.first(`body->>'username' = ?`, username))
      return c.json(clientUser(user, c.get('me')))
    })
    .get('/users/email/:email', (c) => {
      const email = c.req.param('email').toLowerCase()
      const user = foundBy(store.users.first(`body->>'email' = ?`, email))
      return c.json(clientUser(user, c.get('me')))
    })
    .get('/users/:user_id', (c) => {
      const user = userById(store, userIdOf(c, c.req.param('user_id')))
      return c.json(clientUser(user, c.get('me')))
    })
    .put('/users/:user_id/patch', async (c) => {
      const me = c.get('me')
      const user = userById(store, userIdOf(c, c.req.param('user_id')))
      if (user.id !== me.id && !isSystemAdmin(me)) throw forbidden()
      const patch = await readBody(c, patchSchema)
      const timezone = { ...user.timezone, ...patch.timezone }
      const changed = { ...user, ...patch, timezone, update_at: clock.now() }
      store.users.put(changed)
      announce(sandbox, changed)
      return c.json(clientUser(changed, me))
    })
    .put('/users/:user_id/active', async (c) => {
      const { active } = await readBody(c, activeSchema)
      if (!isSystemAdmin(c.get('me'))) throw forbidden()
      setActive(sandbox, userById(store, userIdOf(c, c.req.param('user_id'))), active)
      return c.json(OK)
    })
}
