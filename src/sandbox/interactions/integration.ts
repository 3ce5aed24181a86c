/** Calls to the bot, on behalf of someone who typed a command, pressed a button or sent a form. */
const TIMEOUT_MS = 30_000

export type Reply =
  | { readonly ok: true; readonly contentType: string; readonly body: string }
  | { readonly ok: false; readonly reason: string }

export interface Outgoing {
  readonly url: string
  readonly method?: 'POST' | 'GET'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Never throws: an integration that is down or answers something else than 200 is a reply too. */
export async function callIntegration(outgoing: Outgoing): Promise<Reply> {
  try {
    const response = await fetch(outgoing.url, {
      method: outgoing.method ?? 'POST',
      headers: { Accept: 'application/json', ...outgoing.headers },
      ...(outgoing.body !== undefined && { body: outgoing.body }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const body = await response.text()
    if (response.status !== 200) return { ok: false, reason: `status ${response.status}` }
    return { ok: true, contentType: response.headers.get('content-type') ?? '', body }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

export const callWithJson = (url: string, body: unknown): Promise<Reply> =>
  callIntegration({
    url,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

/** The JSON of a reply, or nothing when it is not JSON. An empty body counts as `{}`. */
export function jsonOf(body: string): unknown {
  if (body.trim() === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
