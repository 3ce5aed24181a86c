/** `users/status/*`: online means a websocket is open. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { Sandbox } from '../sandbox.ts'
import { readBody, userIdOf } from './request.ts'
import type { Env } from './request.ts'

export function statusRoutes({ hub, clock }: Sandbox): Hono<Env> {
  const statusOf = (user_id: string): Record<string, unknown> => ({
    user_id,
    status: hub.isOnline(user_id) ? 'online' : 'offline',
    manual: false,
    last_activity_at: clock.now(),
  })
  return new Hono<Env>()
    .post('/users/status/ids', async (c) => {
      const ids = await readBody(c, z.array(z.string()))
      return c.json(ids.map(statusOf))
    })
    .get('/users/:user_id/status', (c) => c.json(statusOf(userIdOf(c, c.req.param('user_id')))))
}
