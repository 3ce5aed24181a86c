/** An integration for the practice server to call: it answers as told and keeps what it was sent. */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { parseRecord } from './json.ts'

interface Received {
  readonly path: string
  readonly authorization: string | undefined
  readonly body: string
}

export interface FakeBot {
  /** The address of one of its paths. */
  at(path: string): string
  /** From now on, what to answer on a path: JSON, or a text with its status. */
  answers(path: string, answer: (received: Received) => unknown): void
  /** What was sent to a path, oldest first. */
  received(path: string): readonly Received[]
  /** The last JSON sent to a path. */
  lastJson(path: string): Record<string, unknown>
  stop(): Promise<void>
}

export class RawAnswer {
  readonly status: number
  readonly body: string

  constructor(status: number, body: string) {
    this.status = status
    this.body = body
  }
}

async function read(request: IncomingMessage): Promise<Received> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  return {
    path: pathname,
    authorization: request.headers.authorization,
    body: await text(request),
  }
}

export async function startFakeBot(): Promise<FakeBot> {
  const answers = new Map<string, (received: Received) => unknown>()
  const all: Received[] = []
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const received = await read(request)
    all.push(received)
    const answer = await answers.get(received.path)?.(received)
    const [status, type, body] =
      answer instanceof RawAnswer
        ? [answer.status, 'text/plain', answer.body]
        : [200, 'application/json', JSON.stringify(answer ?? {})]
    response.writeHead(status, { 'Content-Type': type }).end(body)
  }
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const received = (path: string): Received[] => all.filter((one) => one.path === path)
  return {
    at: (path) => `http://127.0.0.1:${port}${path}`,
    answers: (path, answer) => void answers.set(path, answer),
    received,
    lastJson: (path) => parseRecord(received(path).at(-1)?.body ?? '{}'),
    async stop() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}
