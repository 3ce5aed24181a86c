/** In practice mode, time is what the sandbox says: someone may move it. */
import { randomUUID, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Clock } from './clock.ts'

export interface SandboxClock extends Clock {
  /** `POST /`: the sandbox says what time it is, and waits until everything due has been said. */
  readonly routes: Hono
  /** Asks the sandbox to call `callbackUrl` whenever its clock moves. */
  listen(callbackUrl: string, settle: () => Promise<Temporal.Instant | undefined>): Promise<void>
}

const nowSchema = z.object({ now: z.string() })

/** Reads the sandbox's clock, and follows it. */
export async function sandboxClock(sandboxUrl: string, token: string): Promise<SandboxClock> {
  const secret = randomUUID()
  const response = await fetch(`${sandboxUrl}/sandbox/clock`)
  let ahead = aheadOf(await response.json())
  let settle: (() => Promise<Temporal.Instant | undefined>) | undefined
  const routes = new Hono()
  routes.post('/', async (context) => {
    if (!isBearer(context.req.header('Authorization'), secret)) return context.body(null, 401)
    ahead = aheadOf(await context.req.json())
    const nextDue = await settle?.()
    return context.json({ nextDue: nextDue?.toString() ?? null })
  })
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + ahead),
    routes,
    async listen(callbackUrl, whenMoved) {
      settle = whenMoved
      const registered = await fetch(`${sandboxUrl}/sandbox/clock/listener`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ url: callbackUrl, secret }),
      })
      if (!registered.ok) throw new Error(`The sandbox refused its clock: ${registered.status}`)
    },
  }
}

/** Milliseconds between the sandbox's time and this machine's. */
function aheadOf(body: unknown): number {
  return Temporal.Instant.from(nowSchema.parse(body).now).epochMilliseconds - Date.now()
}

function isBearer(header: string | undefined, secret: string): boolean {
  const given = Buffer.from(header ?? '')
  const expected = Buffer.from(`Bearer ${secret}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
