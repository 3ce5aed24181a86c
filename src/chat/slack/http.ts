/** HTTP mode: Slack calls the bot, and signs what it sends. */
import { verifySlackRequest, type App, type Receiver } from '@slack/bolt'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { z } from 'zod'

import { describeFailure } from '../failures.ts'
import type { Take } from './take.ts'

const BODY_BYTES = 1024 * 1024
/** Slack's clock and ours may differ by this much, both ways. */
const CLOCK_SKEW_S = 5 * 60

interface HttpNeeds {
  /** Without one nothing is accepted: Slack does not call a bot in socket mode. */
  readonly signingSecret: string | undefined
  readonly log: Logger
  readonly take: Take
}

const body = z.record(z.string(), z.unknown())
type Body = z.infer<typeof body>

export function httpReceiver({
  signingSecret,
  log,
  take,
}: HttpNeeds): Receiver & { readonly routes: Hono } {
  let app: App | undefined
  let isOpen = false

  async function handle(c: Context, sent: Body, to: App): Promise<Response> {
    // The first of the two decides: an answer in time, or the end of the work.
    const { promise, resolve } = Promise.withResolvers<object | undefined>()
    const work = take(to, sent, async (response) => resolve(response))
    try {
      await Promise.race([promise, work])
    } catch (error) {
      log.error(describeFailure(error), 'what Slack sent was not handled')
      // Slack delivers it again.
      return c.json({}, 500)
    }
    work.catch((error: unknown) => log.error(describeFailure(error), 'not handled to the end'))
    resolve(undefined)
    const response = await promise
    return response === undefined ? c.body(null, 200) : c.json(response)
  }

  const routes = new Hono()
  routes.use(bodyLimit({ maxSize: BODY_BYTES }))
  routes.post('/events', async (c) => {
    const raw = await c.req.text()
    if (!isFromSlack(signingSecret, c, raw)) {
      log.warn('a request that Slack did not sign was refused')
      return c.json({ error: 'unauthorised' }, 401)
    }
    const sent = readBody(raw, c.req.header('content-type') ?? '')
    if (sent === undefined) return c.json({ error: 'malformed' }, 400)
    if (sent['type'] === 'url_verification') return c.json({ challenge: sent['challenge'] })
    if (app === undefined || !isOpen) return c.json({ error: 'not started' }, 503)
    return handle(c, sent, app)
  })

  return {
    routes,
    init(given) {
      app = given
    },
    start() {
      isOpen = true
      return Promise.resolve()
    },
    stop() {
      isOpen = false
      return Promise.resolve()
    },
  }
}

function isFromSlack(signingSecret: string | undefined, c: Context, raw: string): boolean {
  if (signingSecret === undefined) return false
  const signedAt = Number(c.req.header('x-slack-request-timestamp') ?? Number.NaN)
  // Bolt refuses what is old, not what comes from the future.
  if (!(signedAt <= Date.now() / 1000 + CLOCK_SKEW_S)) return false
  try {
    verifySlackRequest({
      signingSecret,
      body: raw,
      headers: {
        'x-slack-signature': c.req.header('x-slack-signature') ?? '',
        'x-slack-request-timestamp': signedAt,
      },
    })
    return true
  } catch {
    return false
  }
}

/** Events come as JSON; commands as a form; buttons and views as JSON in a form. */
function readBody(raw: string, type: string): Body | undefined {
  if (type.startsWith('application/json')) return fromJson(raw)
  const form = new URLSearchParams(raw)
  const payload = form.get('payload')
  return payload === null ? Object.fromEntries(form) : fromJson(payload)
}

function fromJson(raw: string): Body | undefined {
  try {
    return body.safeParse(JSON.parse(raw)).data
  } catch {
    return undefined
  }
}
