/** Socket mode: the app opens a connection, by which Slack sends envelopes that it acknowledges. */
import { randomUUID } from 'node:crypto'
import type { ServerType } from '@hono/node-server'

import { WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'

import {
  ACKNOWLEDGED_WITHIN_MS,
  type Acknowledgement,
  type Delivery,
  type Kind,
  type Retry,
} from './outbox.ts'

const acknowledged = z.object({ envelope_id: z.string(), payload: z.unknown() })
/** Kinds of envelope whose acknowledgement may carry something back. */
const WITH_REPLY: ReadonlySet<Kind> = new Set(['slash_commands', 'interactive'])
/** Slack lets one app hold this many connections. */
const MOST_CONNECTIONS = 10
const PING_MS = 10_000

export interface SocketDelivery extends Delivery {
  /** Takes connections at this server, each with a ticket that is good once. */
  attach(server: ServerType, appId: string): void
  newTicket(): string
  connections(): number
  /** Cuts every connection without a word. */
  cut(): void
  /** Asks the app to connect anew, as Slack does when it moves a connection. */
  askToReconnect(): void
  stop(): void
}

export function socketDelivery(): SocketDelivery {
  const sockets = new Set<WebSocket>()
  const tickets = new Set<string>()
  const waiting = new Map<string, (ack: Acknowledgement | undefined) => void>()
  const server = new WebSocketServer({ noServer: true })

  function welcome(socket: WebSocket, appId: string): void {
    sockets.add(socket)
    // Each envelope that waits for its acknowledgement listens to the end of the connection.
    socket.setMaxListeners(0)
    const pinging = setInterval(() => socket.ping(), PING_MS)
    socket.on('close', () => {
      clearInterval(pinging)
      sockets.delete(socket)
    })
    socket.on('error', () => socket.terminate())
    socket.on('message', (raw: Buffer) => {
      const { envelope_id: id, payload } = acknowledged.parse(JSON.parse(raw.toString()))
      waiting.get(id)?.({ payload: isEmpty(payload) ? undefined : payload })
    })
    const hello = {
      type: 'hello',
      num_connections: sockets.size,
      connection_info: { app_id: appId },
      debug_info: { host: 'applink', build_number: 1, approximate_connection_time: 18_060 },
    }
    socket.send(JSON.stringify(hello))
  }

  return {
    attach(http, appId) {
      http.on('upgrade', (request, stream, head) => {
        const ticket = new URL(request.url ?? '', 'http://slack').searchParams.get('ticket') ?? ''
        if (!tickets.delete(ticket) || sockets.size >= MOST_CONNECTIONS) {
          stream.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
          return
        }
        server.handleUpgrade(request, stream, head, (socket) => welcome(socket, appId))
      })
    },
    newTicket() {
      const ticket = randomUUID()
      tickets.add(ticket)
      return ticket
    },
    async send(kind, body, retry) {
      // Slack chooses one of them.
      const socket = [...sockets].findLast(({ readyState }) => readyState === WebSocket.OPEN)
      if (socket === undefined) return undefined
      const id = randomUUID()
      const { promise, resolve } = Promise.withResolvers<Acknowledgement | undefined>()
      waiting.set(id, resolve)
      const giveUp = () => resolve(undefined)
      const timer = setTimeout(giveUp, ACKNOWLEDGED_WITHIN_MS)
      socket.once('close', giveUp)
      socket.send(JSON.stringify(envelope(id, kind, body, retry)))
      try {
        return await promise
      } finally {
        clearTimeout(timer)
        socket.off('close', giveUp)
        waiting.delete(id)
      }
    },
    connections: () => sockets.size,
    cut() {
      for (const socket of sockets) socket.terminate()
    },
    askToReconnect() {
      const asking = { type: 'disconnect', reason: 'refresh_requested', debug_info: {} }
      for (const socket of sockets) socket.send(JSON.stringify(asking))
    },
    stop() {
      for (const socket of sockets) socket.terminate()
      server.close()
    },
  }
}

function envelope(id: string, kind: Kind, payload: object, retry: Retry | undefined): object {
  return {
    envelope_id: id,
    type: kind,
    payload,
    accepts_response_payload: WITH_REPLY.has(kind),
    ...(kind === 'events_api'
      ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }
      : {}),
  }
}

function isEmpty(payload: unknown): boolean {
  return payload === undefined || payload === null || Object.keys(Object(payload)).length === 0
}
