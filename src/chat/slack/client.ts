/** Slack's own clients, each with the patience its calls deserve, and errors fit for a decision. */
import { webApi, type Logger as SdkLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'

import { PermanentChatError } from '../port.ts'

export type SlackClient = webApi.WebClient

export interface Clients {
  /** For what nobody waits for: no hurry, and whoever calls decides when to try again. */
  readonly calm: SlackClient
  /** For what somebody is looking at: a late answer is no use. */
  readonly quick: SlackClient
  /** Acts as the administrator who gave a token, if one did. */
  readonly admin: SlackClient | undefined
}

export interface Access {
  readonly botToken: string
  readonly adminToken?: string
  /** Where Slack's Web API is; a fake may stand in. */
  readonly apiUrl: string
  readonly log: Logger
}

const CALM_MS = 15_000
/** A trigger lives three seconds. */
const QUICK_MS = 2_500

export function slackClients({ botToken, adminToken, apiUrl, log }: Access): Clients {
  const make = (token: string, timeout: number) =>
    new webApi.WebClient(token, {
      slackApiUrl: withSlash(apiUrl),
      timeout,
      // The SDK would pause everything for one channel's rate limit, and try for half an hour.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: quietLogger(log),
    })
  return {
    calm: make(botToken, CALM_MS),
    quick: make(botToken, QUICK_MS),
    admin: adminToken === undefined ? undefined : make(adminToken, CALM_MS),
  }
}

export function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}

const silent = (): void => undefined

/** What the SDK prints may quote a message or a token: only that it complained is kept. */
export function quietLogger(log: Logger): SdkLogger {
  return {
    debug: silent,
    info: silent,
    warn: () => log.debug('the Slack client warned'),
    error: () => log.debug('the Slack client complained'),
    setLevel: silent,
    getLevel: () => LogLevel.ERROR,
    setName: silent,
  }
}

/** Slack's own name of a refusal, such as `channel_not_found`; undefined when it gave none. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined
}

export function isOneOf(error: unknown, codes: ReadonlySet<string>): boolean {
  const code = codeOf(error)
  return code !== undefined && codes.has(code)
}

/** Seconds that Slack asks to wait; undefined for anything but a rate limit. */
export function waitAsked(error: unknown): number | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter
  return codeOf(error) === 'ratelimited' ? 1 : undefined
}

/** Refusals that pass, or that whoever runs the bot can put right without losing what waits. */
const PASSING = new Set([
  'accesslimited',
  'account_inactive',
  'fatal_error',
  'internal_error',
  'invalid_auth',
  'message_limit_exceeded',
  'missing_scope',
  'not_authed',
  'org_login_required',
  'rate_limited',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
  'update_failed',
])

/** Runs a request; a refusal that another try cannot change becomes a `PermanentChatError`. */
export async function orPermanent<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined || PASSING.has(code)) throw error
    throw new PermanentChatError(`Slack refused: ${code}`, { cause: error })
  }
}

export const NO_MESSAGE: ReadonlySet<string> = new Set(['message_not_found', 'thread_not_found'])
