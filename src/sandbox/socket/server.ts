/** `/api/v4/websocket`. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import { z } from 'zod'
import { sessionOf, tokenOfHeader } from '../api/auth.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Session } from '../store/entities.ts'
import type { Connection } from './hub.ts'
import { answerRequest } from './requests.ts'

const PATH = '/api/v4/websocket'
/** A connection that has not said who it is by then is closed. */
const AUTHENTICATION_MS = 5_000

const requestSchema = z.object({
  seq: z.number().int(),
  action: z.string(),
  data: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((data) => data ?? {}),
})

export interface SocketServer {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

/** Continuing is for those who authenticated when connecting, as on a real server. */
function resumeOf(url: URL): { id: string; sequence: number } | undefined {
  const id = url.searchParams.get('connection_id')
  const sequence = Number(url.searchParams.get('sequence_number') ?? Number.NaN)
  return id && Number.isInteger(sequence) && sequence >= 0 ? { id, sequence } : undefined
}

function textOf(raw: RawData): string {
  if (raw instanceof ArrayBuffer) return Buffer.from(raw).toString()
  return Array.isArray(raw) ? Buffer.concat(raw).toString() : raw.toString()
}

function parseRequest(raw: RawData): z.infer<typeof requestSchema> | undefined {
  try {
    return requestSchema.parse(JSON.parse(textOf(raw)))
  } catch {
    return undefined
  }
}

function serve(sandbox: Sandbox, socket: WebSocket, request: IncomingMessage): void {
  const { store, hub } = sandbox
  const url = new URL(request.url ?? '/', 'http://localhost')
  let connection: Connection | undefined
  const connect = (session: Session, resume?: { id: string; sequence: number }): void => {
    connection = hub.connect(socket, session, resume)
  }

  const known = sessionOf(store, tokenOfHeader(request.headers.authorization))
  if (known) connect(known.session, resumeOf(url))
  const timeout = setTimeout(() => connection ?? socket.close(), AUTHENTICATION_MS)

  socket.on('message', (raw) => {
    const message = parseRequest(raw)
    if (!message) return
    if (message.action === 'authentication_challenge') {
      if (connection) return
      const challenged = sessionOf(store, z.string().safeParse(message.data['token']).data)
      if (!challenged) return socket.close()
      connect(challenged.session)
    }
    socket.send(JSON.stringify(answerRequest(sandbox, connection?.session, message)))
  })
  socket.on('error', (error) => sandbox.log.debug({ error: error.message }, 'websocket error'))
  socket.on('close', () => {
    clearTimeout(timeout)
    if (connection) hub.disconnect(connection, socket)
  })
}

export function openSocketServer(sandbox: Sandbox): SocketServer {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 })
  server.on('connection', (socket, request) => serve(sandbox, socket, request))
  return {
    upgrade(request, socket, head) {
      if (new URL(request.url ?? '/', 'http://localhost').pathname !== PATH) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
        return
      }
      server.handleUpgrade(request, socket, head, (connected) =>
        server.emit('connection', connected, request),
      )
    },
    close() {
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}
