/** The stream of events, by Mattermost's own client: it reconnects, and resumes when it can. */
import { WebSocketClient } from '@mattermost/client'
import type { Logger } from 'pino'
import { WebSocket as Socket } from 'ws'

import { before } from '../before.ts'

const READY_MS = 10_000

interface ConnectionNeeds {
  readonly url: string
  readonly token: string
  readonly log: Logger
  readonly onEvent: (event: unknown) => void
  /** Called when events were lost: what they told has to be read again. */
  readonly onMissed: () => void
}

export interface Connection {
  /** Resolves once the server greets us; fails after ten seconds without a greeting. */
  ready(): Promise<void>
  stop(): void
}

export function connect({ url, token, log, onEvent, onMissed }: ConnectionNeeds): Connection {
  const greeted = Promise.withResolvers<true>()
  let socket: Socket | undefined
  let stopped = false

  const client = new WebSocketClient({
    newWebSocketFn: (address) => {
      socket = authenticated(address, token, log)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- same interface as the browser's
      return socket as unknown as WebSocket
    },
  })
  client.addMessageListener((event) => {
    if ((event.event as string) === 'hello') greeted.resolve(true)
    if (!stopped) onEvent(event)
  })
  // Registering this listener is also what makes the client remember its connection and resume.
  client.addMissedMessageListener(() => {
    if (!stopped) onMissed()
  })
  client.initialize(`${url.replace(/^http/u, 'ws')}/api/v4/websocket`)

  return {
    async ready() {
      if ((await before(READY_MS, greeted.promise)) === undefined) {
        throw new Error('Mattermost did not open the event stream')
      }
    },
    stop() {
      stopped = true
      client.close()
      // The client forgets a socket that is still connecting, which would then reconnect for ever.
      if (socket !== undefined) {
        socket.removeAllListeners('close')
        socket.terminate()
      }
    },
  }
}

function authenticated(address: string, token: string, log: Logger): Socket {
  const headers = { Authorization: `Bearer ${token}` }
  const socket = new Socket(address, { headers, handshakeTimeout: READY_MS })
  socket.on('error', () => log.warn('the event stream broke; reconnecting'))
  // The official client prints the error event, and with it the request's token: its handler
  // lands on a property of ours instead of the socket's.
  Object.defineProperty(socket, 'onerror', { value: null, writable: true })
  return socket
}
