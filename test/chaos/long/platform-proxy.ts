/** A chat server that has bad moments: it limits, fails, is slow, or does things and loses the answer. */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { bodyOf, headersOf } from './public-proxy.ts'

export const MOODS = ['limiting', 'failing', 'slow', 'dropping'] as const
export type Mood = 'well' | (typeof MOODS)[number]

export interface PlatformProxy {
  readonly port: number
  /** How it treats what would change something; reading and the event stream go through. */
  mood: Mood
  /** How many event streams are open through it. */
  streams(): number
  /** How many requests it spoilt, by mood. */
  readonly spoilt: Map<Mood, number>
  stop(): Promise<void>
}

const SLOW_MS = 3_000

export async function platformProxy(targetPort: number): Promise<PlatformProxy> {
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy())
  })
  server.on('upgrade', (request, from: Socket, head) => {
    const to = connect(targetPort, 'localhost', () => {
      const lines = [`${request.method} ${request.url} HTTP/1.1`]
      for (let i = 0; i < request.rawHeaders.length; i += 2) {
        lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`)
      }
      to.write(`${lines.join('\r\n')}\r\n\r\n`)
      to.write(head)
      from.pipe(to).pipe(from)
    })
    for (const socket of [from, to]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        from.destroy()
        to.destroy()
      })
    }
  })
  server.listen(0)
  await once(server, 'listening')
  const address = server.address()
  const proxy: PlatformProxy = {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    mood: 'well',
    spoilt: new Map(),
    // Two ends each.
    streams: () => sockets.size / 2,
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const isChange = request.method !== 'GET' && request.url?.startsWith('/api/v4/')
    const mood = isChange ? proxy.mood : 'well'
    if (mood !== 'well') proxy.spoilt.set(mood, (proxy.spoilt.get(mood) ?? 0) + 1)
    if (mood === 'limiting') {
      return void response.writeHead(429, { 'Retry-After': '1' }).end('{"id":"limit"}')
    }
    if (mood === 'failing') return void response.writeHead(500).end('oops')
    if (mood === 'slow') await setTimeout(SLOW_MS)
    const given = await fetch(`http://localhost:${targetPort}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      ...(body.length > 0 && { body }),
    })
    const content = Buffer.from(await given.arrayBuffer())
    if (mood === 'dropping') return void response.destroy()
    response.writeHead(given.status, { 'Content-Type': given.headers.get('content-type') ?? '' })
    response.end(content)
    return undefined
  }
  return proxy
}
