/** In practice mode the sandbox says what time it is, as someone may move it, and when to start over. */
import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Clock } from './clock.ts'

export interface SandboxLink extends Clock {
  /**
   * `POST /`: the sandbox says what time it is, and waits until everything due has been said.
   * `POST /reset`: it starts over, and the bot with it.
   */
  readonly routes: Hono
  /** Asks the sandbox to call `callbackUrl` for both. */
  listen(callbackUrl: string, hears: SandboxHears): Promise<void>
}

export interface SandboxHears {
  /** Says what is due; gives the instant of what comes next. */
  readonly settle: () => Promise<Temporal.Instant | undefined>
  /** Forgets everything; false when it may not. */
  readonly reset: () => Promise<boolean>
}

const nowSchema = z.object({ now: z.string() })

/**
 * Reads the sandbox's clock, and follows it. The sandbox shows `secret` when it calls back: instances that
 * share a database share it.
 */
export async function sandboxLink(
  sandboxUrl: string,
  { token, secret }: { readonly token: string; readonly secret: string },
): Promise<SandboxLink> {
  const response = await fetch(`${sandboxUrl}/sandbox/clock`)
  let ahead = aheadOf(await response.json())
  let hears: SandboxHears | undefined
  const routes = new Hono()
  routes.post('/', async (context) => {
    if (!isBearer(context.req.header('Authorization'), secret)) return context.body(null, 401)
    ahead = aheadOf(await context.req.json())
    const nextDue = await hears?.settle()
    return context.json({ nextDue: nextDue?.toString() ?? null })
  })
  routes.post('/reset', async (context) => {
    if (!isBearer(context.req.header('Authorization'), secret)) return context.body(null, 401)
    return (await hears?.reset()) ? context.json({}) : context.body(null, 409)
  })
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + ahead),
    routes,
    async listen(callbackUrl, heard) {
      hears = heard
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
