/** HTTP mode: Slack calls the app, and signs what it sends. */
import { createHmac } from 'node:crypto'

import { z } from 'zod'

import { ACKNOWLEDGED_WITHIN_MS, type Delivery, type Kind, type Retry } from './outbox.ts'

export interface HttpDelivery extends Delivery {
  /** The address that the app was registered with; it must answer Slack's challenge. */
  register(url: string): Promise<void>
}

export function httpDelivery(signingSecret: string): HttpDelivery {
  let url: string | undefined
  /** Events leave one after the other, so that those of a test arrive in order. */
  let before: Promise<unknown> = Promise.resolve()

  async function call(body: string, type: string, retry?: Retry): Promise<Response | undefined> {
    if (url === undefined) return undefined
    const headers = { ...signed(signingSecret, body), ...retryHeaders(retry), 'Content-Type': type }
    const signal = AbortSignal.timeout(ACKNOWLEDGED_WITHIN_MS)
    return fetch(url, { method: 'POST', headers, body, signal }).catch(() => undefined)
  }

  async function deliver(kind: Kind, body: object, retry?: Retry) {
    const [sent, type] = encoded(kind, body)
    const response = await call(sent, type, retry)
    const said = await response?.text().catch(() => undefined)
    if (response?.ok !== true || said === undefined) return undefined
    return { payload: said === '' ? undefined : fromJson(said) }
  }

  return {
    async register(address) {
      url = address
      const challenge = 'a challenge of this test'
      const sent = JSON.stringify({ type: 'url_verification', token: 'deprecated', challenge })
      const response = await call(sent, 'application/json')
      const said = fromJson((await response?.text()) ?? '')
      const isRight = said === challenge || Object(said)['challenge'] === challenge
      if (!isRight) throw new Error('the app did not answer the challenge')
    },
    send(kind, body, retry) {
      if (kind !== 'events_api') return deliver(kind, body, retry)
      const mine = before.then(() => deliver(kind, body, retry))
      before = mine
      return mine
    },
  }
}

const FORM = 'application/x-www-form-urlencoded'

function encoded(kind: Kind, body: object): [string, string] {
  if (kind === 'events_api') return [JSON.stringify(body), 'application/json']
  const fields = kind === 'interactive' ? { payload: JSON.stringify(body) } : body
  return [new URLSearchParams(z.record(z.string(), z.string()).parse(fields)).toString(), FORM]
}

export function signed(secret: string, body: string, at = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000))
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'X-Slack-Request-Timestamp': timestamp, 'X-Slack-Signature': `v0=${signature}` }
}

function retryHeaders(retry: Retry | undefined): Record<string, string> {
  if (retry === undefined) return {}
  return { 'X-Slack-Retry-Num': String(retry.attempt), 'X-Slack-Retry-Reason': retry.reason }
}

function fromJson(said: string): unknown {
  try {
    return JSON.parse(said) as unknown
  } catch {
    return said
  }
}
