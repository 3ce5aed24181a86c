/** `/sandbox/*`: what a real server does not have, the clock first. */
import { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isoInstant } from '../clock.ts'
import { advanceTo } from '../clock-advance.ts'
import { listenerSchema, registerListener, tellListener } from '../clock-listener.ts'
import { startOver } from '../reset.ts'
import type { Sandbox } from '../sandbox.ts'
import { sessionOf, tokenOfHeader } from './auth.ts'
import { AppError, forbidden, sessionNeeded } from './errors.ts'
import { readBody } from './request.ts'
import type { Env } from './request.ts'

const ZONE = 'Europe/Paris'

const moveSchema = z.union([z.object({ advance: z.string() }), z.object({ to: z.string() })])
type Move = z.infer<typeof moveSchema>

const refused = (message: string): AppError =>
  new AppError(400, 'sandbox.clock.invalid.app_error', message)

function afterDuration(now: Temporal.Instant, text: string): Temporal.Instant {
  let duration: Temporal.Duration
  try {
    duration = Temporal.Duration.from(text)
  } catch {
    throw refused('Écris la durée comme « PT24H » (24 heures) ou « P3D » (3 jours).')
  }
  if (duration.sign <= 0) throw refused('L’horloge ne fait qu’avancer : donne une durée positive.')
  try {
    return now.toZonedDateTimeISO(ZONE).add(duration).toInstant()
  } catch {
    throw refused('Cette durée est trop longue.')
  }
}

function laterInstant(now: Temporal.Instant, text: string): Temporal.Instant {
  let instant: Temporal.Instant
  try {
    instant = Temporal.Instant.from(text)
  } catch {
    throw refused('Écris l’instant comme « 2027-03-01T09:00:00Z ».')
  }
  if (Temporal.Instant.compare(instant, now) < 0)
    throw refused('L’horloge ne fait qu’avancer : donne un instant à venir.')
  return instant
}

const notForgotten = (): AppError =>
  new AppError(
    503,
    'sandbox.reset.app_error',
    'Le bot n’a pas pu tout oublier : rien n’est effacé. Vérifie qu’il tourne, puis réessaie.',
  )

/** Where a move of the clock leads, in epoch milliseconds. */
function targetOf(nowMs: number, move: Move): number {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs)
  const target = 'to' in move ? laterInstant(now, move.to) : afterDuration(now, move.advance)
  return target.epochMilliseconds
}

async function nextDue(sandbox: Sandbox): Promise<string | null> {
  const answer = await tellListener(sandbox, sandbox.clock.now())
  return answer.heard && answer.nextDue !== undefined ? isoInstant(answer.nextDue) : null
}

export function clockRoutes(sandbox: Sandbox): Hono<Env> {
  const { store, clock, clockQueue } = sandbox
  return new Hono<Env>()
    .get('/sandbox/health', (c) => c.json({ status: 'OK' }))
    .get('/sandbox/clock', (c) => c.json({ now: isoInstant(clock.now()) }))
    .post('/sandbox/clock', async (c) => {
      const move = await readBody(c, moveSchema).catch(() => {
        throw refused('Dis de combien avancer, par exemple {"advance":"PT24H"}, ou jusqu’où.')
      })
      targetOf(clock.now(), move)
      return c.json(await clockQueue(() => advanceTo(sandbox, targetOf(clock.now(), move))))
    })
    .get('/sandbox/clock/next', async (c) =>
      c.json({ nextDue: await clockQueue(() => nextDue(sandbox)) }),
    )
    .post('/sandbox/reset', async (c) => {
      const found = sessionOf(store, tokenOfHeader(c.req.header('Authorization')))
      if (!found) throw sessionNeeded()
      if (found.user.is_bot) throw forbidden()
      if (!(await clockQueue(() => startOver(sandbox)))) throw notForgotten()
      return c.json({ status: 'OK' })
    })
    .post('/sandbox/clock/listener', async (c) => {
      const found = sessionOf(store, tokenOfHeader(c.req.header('Authorization')))
      if (!found) throw sessionNeeded()
      if (!found.user.is_bot) throw forbidden()
      registerListener(sandbox, await readBody(c, listenerSchema))
      return c.json({ status: 'OK' })
    })
}
