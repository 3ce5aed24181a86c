/**
 * Posts reports through the Welcome Kit API, the one of Welcome to the Jungle's applicant tracking
 * system: https://developers.welcomekit.co
 */
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Posted, Refusal, ReportDesk } from './port.ts'

export interface WelcomeKitOptions {
  /** Address of the API, without the end that names a resource. */
  readonly url: string
  /** Needs the scopes `comments_w` and `candidates_rw` (or `my_candidates_rw`). */
  readonly key: string
  readonly log: Logger
}

/** Longer than the ten seconds after which `fetch` says that it could not connect. */
const TIME_LIMIT_MS = 15_000

const comment = z.object({ id: z.union([z.int(), z.string().min(1)]) })
const complaint = z.object({ error: z.string() })

/** Both tables are the documentation's, page “Errors and Status”. */
const BY_STATUS: ReadonlyMap<number, Refusal> = new Map([
  [400, 'invalid'],
  [401, 'not-authorised'],
  [403, 'not-authorised'],
  [404, 'unknown-candidate'],
  [405, 'invalid'],
])
const BY_CODE: ReadonlyMap<string, Refusal> = new Map([
  ['not_found', 'unknown-candidate'],
  ['validation_failed', 'invalid'],
  ['unauthorized', 'not-authorised'],
  ['invalid_scope', 'not-authorised'],
])

/**
 * A desk that holds one key for everybody's reports. What went wrong is logged as a status or the name
 * of a network error: never the key, the content, the candidate or what was answered.
 */
export function welcomeKitDesk({ url, key, log }: WelcomeKitOptions): ReportDesk {
  const comments = `${url.replace(/\/+$/u, '')}/comments`

  async function send(body: string): Promise<Posted> {
    // By its standard `fetch` repeats a request on its own after 421 only, by which a server says that
    // it is not the one that would act (RFC 9110, 15.5.20). A redirect is a place where nobody asked to
    // send a report, so it is not followed.
    const response = await fetch(comments, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    })
    const posted = outcome(response, await response.json().catch(() => undefined))
    if (posted.kind !== 'posted') {
      log.warn(
        { outcome: posted.kind, status: response.status },
        'no proof that a report was posted',
      )
    }
    return posted
  }

  return {
    async post(candidate, content) {
      try {
        return await send(JSON.stringify({ candidate_reference: candidate, content }))
      } catch (error) {
        const cause = error instanceof Error ? error.cause : undefined
        const kind = neverConnected(cause) ? 'not-sent' : 'uncertain'
        log.warn({ outcome: kind, error: errorName(error) }, 'no proof that a report was posted')
        return { kind }
      }
    },
  }
}

/**
 * What an answer proves. 429 and 503 prove nothing: the first is not documented, and the second, for
 * maintenance, is also what a gateway answers when the server behind it took too long to say it is done.
 */
function outcome({ ok, status }: Response, body: unknown): Posted {
  if (ok) {
    const { data } = comment.safeParse(body)
    return data ? { kind: 'posted', comment: String(data.id) } : { kind: 'uncertain' }
  }
  if (status < 400 || status > 499) return { kind: 'uncertain' }
  const code = complaint.safeParse(body).data?.error ?? ''
  const why = BY_CODE.get(code) ?? BY_STATUS.get(status)
  return why ? { kind: 'refused', why } : { kind: 'uncertain' }
}

/** True when the connection failed, so before anything could be sent on it. */
function neverConnected(error: unknown): boolean {
  // One error for each address of the host.
  if (error instanceof AggregateError) return error.errors.every(neverConnected)
  if (!(error instanceof Error)) return false
  if ('syscall' in error) return error.syscall === 'connect' || error.syscall === 'getaddrinfo'
  return 'code' in error && CONNECTING_TOOK_TOO_LONG.has(error.code)
}
const CONNECTING_TOOK_TOO_LONG = new Set<unknown>([
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_SOCKET_CONNECTION_TIMEOUT',
])

/** Such as `ECONNRESET` or `TimeoutError`. Messages are left out: they can quote a header. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { cause } = error
  if (!(cause instanceof Error)) return error.name
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
}
