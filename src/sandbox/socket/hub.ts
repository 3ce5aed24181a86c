/** Who is connected, what each connection was sent, and what it missed. */
import type { WebSocket } from 'ws'
import { newId } from '../ids.ts'
import type { Session } from '../store/entities.ts'
import type { Store } from '../store/store.ts'
import { isInAudience } from './audience.ts'
import type { SandboxEvent } from './audience.ts'
import { eventText } from './audience.ts'

const REPLAY_LENGTH = 500
const REPLAY_LIFETIME_MS = 5 * 60_000

export interface Connection {
  readonly id: string
  readonly session: Session
  nextSequence: number
  readonly sent: { readonly sequence: number; readonly text: string }[]
  socket: WebSocket | undefined
  lostAt: number
}

export interface Hub {
  publish(event: SandboxEvent): void
  /** Greets a new connection with `hello`, or continues one from `sequence`, replaying what it missed. */
  connect(
    socket: WebSocket,
    session: Session,
    resume?: { id: string; sequence: number },
  ): Connection
  disconnect(connection: Connection, socket: WebSocket): void
  /** Ends the connections of a session, or all those of a person. */
  end(who: { readonly token: string } | { readonly userId: string }): void
  isOnline(userId: string): boolean
}

function send(connection: Connection, event: SandboxEvent): void {
  const sequence = connection.nextSequence++
  const text = eventText(event, connection.session.user_id, sequence)
  connection.sent.push({ sequence, text })
  if (connection.sent.length > REPLAY_LENGTH) connection.sent.shift()
  connection.socket?.send(text)
}

function canContinue(connection: Connection, sequence: number): boolean {
  const oldest = connection.sent[0]?.sequence ?? connection.nextSequence
  return sequence >= oldest && sequence <= connection.nextSequence
}

function attach(connection: Connection, socket: WebSocket, sequence: number): void {
  const previous = connection.socket
  connection.socket = socket
  previous?.close()
  for (const message of connection.sent) if (message.sequence >= sequence) socket.send(message.text)
}

export function openHub(store: Store, serverVersion: string): Hub {
  const connections = new Map<string, Connection>()

  const forgetLost = (): void => {
    for (const { id, socket, lostAt } of connections.values())
      if (!socket && Date.now() - lostAt > REPLAY_LIFETIME_MS) connections.delete(id)
  }

  const greet = (socket: WebSocket, session: Session): Connection => {
    const connection = { id: newId(), session, nextSequence: 0, sent: [], socket, lostAt: 0 }
    connections.set(connection.id, connection)
    send(connection, {
      event: 'hello',
      data: {
        connection_id: connection.id,
        server_hostname: 'sandbox',
        server_version: serverVersion,
      },
      to: { kind: 'user', id: session.user_id },
    })
    return connection
  }

  return {
    publish(event) {
      forgetLost()
      for (const connection of connections.values())
        if (isInAudience(store, event, connection.session.user_id)) send(connection, event)
    },
    connect(socket, session, resume) {
      forgetLost()
      const known = resume && connections.get(resume.id)
      if (!known || known.session.user_id !== session.user_id) return greet(socket, session)
      if (!canContinue(known, resume.sequence)) {
        connections.delete(known.id)
        return greet(socket, session)
      }
      attach(known, socket, resume.sequence)
      return known
    },
    disconnect(connection, socket) {
      if (connection.socket !== socket) return
      connection.socket = undefined
      connection.lostAt = Date.now()
    },
    end(who) {
      for (const { id, session, socket } of connections.values()) {
        const concerned =
          'token' in who ? session.token === who.token : session.user_id === who.userId
        if (!concerned) continue
        connections.delete(id)
        socket?.close()
      }
    },
    isOnline: (userId) =>
      [...connections.values()].some(
        ({ session, socket }) => session.user_id === userId && socket !== undefined,
      ),
  }
}
