/** An address that leads to a server that can go away, come back or be replaced meanwhile. */
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

export interface TcpDoor {
  url: string
  /** Opens, or opens again, on the same port. */
  leadTo(url: string): Promise<void>
  /** Refuses connections and breaks those that are open. */
  shut(): Promise<void>
}

/** A port of this machine which refuses connections until the door is opened. */
export async function tcpDoor(scheme: string): Promise<TcpDoor> {
  const { server, port } = await listen(0)
  server.close()
  const sockets = new Set<Socket>()
  let open: Server | undefined

  function keep(socket: Socket): void {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }

  return {
    url: `${scheme}://127.0.0.1:${port}`,
    async leadTo(url) {
      const target = new URL(url)
      open = (await listen(port)).server
      open.on('connection', (from) => {
        const to = connect(Number(target.port), target.hostname)
        keep(from)
        keep(to)
        from.pipe(to).pipe(from)
        from.on('close', () => to.destroy())
        to.on('close', () => from.destroy())
      })
    },
    async shut() {
      if (open === undefined) return
      const closed = once(open, 'close')
      open.close()
      open = undefined
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

async function listen(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return { server, port: address.port }
}
