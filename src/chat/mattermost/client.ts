/** Mattermost's own client, given what it lacks: a time limit and errors fit for a decision. */
import { Client4 } from '@mattermost/client'
import type { Options } from '@mattermost/types/client4'

import { PermanentChatError } from '../port.ts'
import type { Dialog } from './dialog.ts'

const TIME_LIMIT_MS = 10_000

/** A request that failed. Its message never repeats what was sent or received. */
export class MattermostError extends Error {
  override readonly name = 'MattermostError'
  /** HTTP status; undefined when there was no usable answer. */
  readonly status: number | undefined
  /** Mattermost's own name of the error, such as `api.context.permissions.app_error`. */
  readonly code: string

  constructor(message: string, status: number | undefined, code: string, cause?: unknown) {
    super(message, { cause })
    this.status = status
    this.code = code
  }
}

export class MattermostClient extends Client4 {
  protected override doFetch = async <T>(url: string, options: Options): Promise<T> => {
    const method = (options.method ?? 'get').toUpperCase()
    const response = await timed(url, this.getOptions(options), method)
    const body = await readJson(response, method)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the official client's promise
    if (response.ok) return body as T
    throw refusal(method, response.status, body)
  }

  /** Opens a dialog for whoever caused `trigger_id`; the official client has no method for it. */
  openDialog(request: { trigger_id: string; url: string; dialog: Dialog }): Promise<unknown> {
    const url = `${this.getBaseRoute()}/actions/dialogs/open`
    return this.doFetch(url, { method: 'post', body: JSON.stringify(request) })
  }

  /** The bytes of a file; the official client only makes its address. */
  async readFile(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const response = await timed(this.getFileRoute(id), this.getOptions({ method: 'get' }), 'GET')
    if (!response.ok) throw refusal('GET', response.status, await readJson(response, 'GET'))
    return new Uint8Array(await response.arrayBuffer())
  }

  /** Answers a command after its request was acknowledged. */
  answerLater(responseUrl: string, body: unknown): Promise<unknown> {
    // Built on the server's public address, which the bot may not reach: only the end is kept.
    const [end = ''] = /\/hooks\/commands\/\w+$/u.exec(responseUrl) ?? []
    return this.doFetch(this.getUrl() + end, { method: 'post', body: JSON.stringify(body) })
  }
}

export function mattermostClient(url: string, token: string): MattermostClient {
  const client = new MattermostClient()
  client.setUrl(url.replace(/\/+$/u, ''))
  client.setToken(token)
  return client
}

async function timed(url: string, options: Options, method: string): Promise<Response> {
  const { headers = {}, body = null }: Pick<RequestInit, 'headers' | 'body'> = options
  try {
    const signal = AbortSignal.timeout(TIME_LIMIT_MS)
    return await fetch(url, { method, headers, body, signal })
  } catch (error) {
    // The cause of a failed request names the host at most, never the path.
    throw new MattermostError(`Mattermost did not answer (${method})`, undefined, '', error)
  }
}

async function readJson(response: Response, method: string): Promise<unknown> {
  const raw = await response.text().catch((error: unknown) => {
    throw new MattermostError(`Mattermost's answer was cut (${method})`, undefined, '', error)
  })
  try {
    return raw === '' ? undefined : JSON.parse(raw)
  } catch {
    if (response.ok && !response.headers.get('content-type')?.includes('json')) return raw
    throw new MattermostError(`Not an answer of Mattermost (${method})`, undefined, '')
  }
}

function refusal(method: string, status: number, body: unknown): MattermostError {
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined
  const code = typeof id === 'string' ? id : ''
  // Without Mattermost's own name of the error, the answer is a proxy's: worth another try.
  const known = code === '' ? undefined : status
  return new MattermostError(`Mattermost refused ${method}: ${status} ${code}`, known, code)
}

/** True when the server itself said that there is no such thing. */
export function isMissing(error: unknown): boolean {
  return error instanceof MattermostError && error.status === 404
}

const FINAL = new Set([400, 403, 404, 413])

/** Runs a request; a refusal that another try cannot change becomes a `PermanentChatError`. */
export async function orPermanent<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof MattermostError && error.status !== undefined && FINAL.has(error.status)) {
      throw new PermanentChatError(error.message, { cause: error })
    }
    throw error
  }
}
