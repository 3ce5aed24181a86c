// @ts-check
/** @import { Connection, SocketEvent } from '../types.d.ts' */
/**
 * @typedef {object} Listener
 * @property {(event: SocketEvent) => void} event
 * @property {(connection: Connection) => void} connection
 * @property {() => void} greeted The connection is there, or there again: what was said before is unknown.
 */

const firstDelay = 500
const longestDelay = 10_000

/**
 * Keeps a websocket open as whoever holds the token: it reconnects by itself, waiting longer each
 * time, and at once when the browser says that the network is back.
 * @param {string} token
 * @param {Listener} listener
 */
export function openSocket(token, listener) {
  let failures = 0
  /** @type {number | undefined} */
  let waiting

  const connect = () => {
    window.clearTimeout(waiting)
    waiting = undefined
    const socket = new WebSocket(addressOf('/api/v4/websocket'))
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ seq: 1, action: 'authentication_challenge', data: { token } }))
    })
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data))
      if (message.event === 'hello') greet()
      else if (typeof message.event === 'string') listener.event(message)
    })
    socket.addEventListener('close', lose)
  }

  const greet = () => {
    failures = 0
    listener.connection({ kind: 'online' })
    listener.greeted()
  }

  const lose = () => {
    const delay = Math.min(longestDelay, firstDelay * 2 ** failures)
    failures += 1
    // Spread out, so that all the people of the page do not knock at the same instant.
    waiting = window.setTimeout(connect, delay * (0.75 + Math.random() / 2))
    listener.connection({ kind: 'lost', retry: retryNow })
  }

  const retryNow = () => {
    if (waiting !== undefined) connect()
  }

  window.addEventListener('online', retryNow)
  connect()
}

/** @param {string} path */
function addressOf(path) {
  const url = new URL(path, window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}
