/** The address of several instances: each request goes to one that is there, moves of the clock to all. */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { once } from 'node:events'
import { z } from 'zod'

export interface PublicProxy {
  readonly url: string
  /** Ports of the instances that are there now. */
  readonly live: Set<number>
  stop(): Promise<void>
}

const answer = z.object({ nextDue: z.string().nullable() })

export async function publicProxy(): Promise<PublicProxy> {
  const live = new Set<number>()
  let turn = 0
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.writeHead(502).end())
  }).listen(0)
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    if (request.url === '/sandbox') return everyone(request, body, response)
    turn += 1
    const ports = [...live]
    // One that dies meanwhile may have done it: whoever asked has to try again, as through any proxy.
    const to = ports[turn % ports.length]
    if (to === undefined) return void response.writeHead(502).end()
    const given = await ask(to, request, body)
    response.writeHead(given.status, { 'Content-Type': given.headers.get('content-type') ?? '' })
    response.end(Buffer.from(await given.arrayBuffer()))
    return undefined
  }

  async function everyone(
    request: IncomingMessage,
    body: Buffer<ArrayBuffer>,
    response: ServerResponse,
  ): Promise<void> {
    const answers = await Promise.allSettled(
      [...live].map(async (to) => answer.parse(await (await ask(to, request, body)).json())),
    )
    const heard = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    if (heard.length === 0) return void response.writeHead(502).end()
    const [nextDue = null] = heard.flatMap((one) => one.nextDue ?? []).toSorted()
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify({ nextDue }))
    return undefined
  }

  return {
    url: `http://localhost:${port}`,
    live,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}

function ask(port: number, request: IncomingMessage, body: Buffer<ArrayBuffer>): Promise<Response> {
  return fetch(`http://localhost:${port}${request.url}`, {
    method: request.method ?? 'GET',
    headers: headersOf(request),
    ...(body.length > 0 && { body }),
    redirect: 'manual',
  })
}

/** Those that a proxy hands on. */
export function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const kept = ['authorization', 'content-type', 'cookie', 'accept', 'user-agent']
  return Object.fromEntries(
    kept.flatMap((name): [string, string][] => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
