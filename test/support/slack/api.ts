/** The Web API by HTTP: who calls, what they ask, and Slack's answer. */
import { setTimeout as sleep } from 'node:timers/promises'

import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { z } from 'zod'

import { COMMON_ERRORS, makeCall, refuse, Refusal, type Method, type Token } from './call.ts'
import type { Fault, Faults, LoggedCall } from './faults.ts'
import { METHODS } from './methods/all.ts'
import type { Workspace } from './workspace.ts'

type Env = { Bindings: HttpBindings }
const body = z.record(z.string(), z.unknown())
type Given = z.infer<typeof body>

interface ApiNeeds {
  readonly workspace: Workspace
  readonly faults: Faults
  readonly log: LoggedCall[]
}

export function apiRoutes({ workspace, faults, log }: ApiNeeds): Hono<Env> {
  const routes = new Hono<Env>()
  routes.post('/:method', async (c) => {
    const name = c.req.param('method')
    const { token: inBody, ...args } = await given(c)
    const token = bearerIn(c.req.header('authorization')) ?? z.string().catch('').parse(inBody)
    const note = (outcome: string) => log.push({ method: name, args, outcome })
    const fault = faults.take(name)
    const failed = fault === undefined ? undefined : failure(c, fault)
    if (failed !== undefined) {
      note(fault?.kind ?? '')
      return failed
    }
    const answer = await answerTo(workspace, name, token, args)
    note(answer.ok ? 'ok' : answer.error)
    if (!answer.ok && NONSENSE.has(answer.error)) {
      workspace.faults.push(`${name}: ${JSON.stringify(answer)}`)
    }
    const scopes = workspace.tokens.get(token)?.scopes
    if (scopes !== undefined) c.header('X-OAuth-Scopes', [...scopes].join(','))
    if (fault?.kind === 'slow') await sleep(fault.ms)
    if (fault?.kind === 'lost') c.env.incoming.socket.destroy()
    return c.json(answer)
  })
  return routes
}

/** Refusals that no state of Slack explains: whatever was sent is wrong in itself. */
const NONSENSE: ReadonlySet<string> = new Set([
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'unknown_method',
  'view_too_large',
])

function failure(c: Context, fault: Fault): Response | undefined {
  switch (fault.kind) {
    case 'rate-limited':
      c.header('Retry-After', String(fault.seconds))
      return c.json({ ok: false, error: 'ratelimited' }, 429)
    case 'status':
      return c.text('upstream connect error', fault.status)
    case 'refused':
      return c.json({ ok: false, error: fault.code })
    case 'slow':
    case 'lost':
      return undefined
  }
}

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: string }

async function answerTo(
  workspace: Workspace,
  name: string,
  token: string,
  given: Given,
): Promise<Answer> {
  const method = METHODS[name]
  try {
    if (method === undefined) return refuse('unknown_method')
    const call = makeCall(workspace, checkedToken(workspace, token, method), method, given)
    return { ok: true, ...(await method.run(call)) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const isDeclared = method?.errors.includes(error.code) ?? false
    if (!isDeclared && !COMMON_ERRORS.includes(error.code)) {
      throw new Error(`${name} does not declare ${error.code}`, { cause: error })
    }
    return { ok: false, error: error.code, ...error.details }
  }
}

function checkedToken({ tokens, state }: Workspace, value: string, method: Method): Token {
  if (value === '') return refuse('not_authed')
  const token = tokens.get(value)
  if (token === undefined || token.revoked) return refuse('invalid_auth')
  if (state.users.get(token.user)?.deleted === true) return refuse('account_inactive')
  const isRight = (method.token === 'app') === (token.kind === 'app')
  return isRight ? token : refuse('not_allowed_token_type')
}

/** The token of a header such as `Bearer xoxb-…`. */
export function bearerIn(header: string | undefined): string | undefined {
  return /^Bearer (.+)$/u.exec(header ?? '')?.[1]
}

async function given(c: Context): Promise<Given> {
  const type = c.req.header('content-type') ?? ''
  if (type.startsWith('application/json')) return body.parse(await c.req.json())
  return Object.fromEntries(new URLSearchParams(await c.req.text()))
}
