/**
 * The part of the Welcome Kit API that reports need, as documented on https://developers.welcomekit.co,
 * and the ways in which a network or a server can fail around it. Keeps what it stored, as the real one
 * cannot be asked for its comments.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'

export const KEY = 'cle-de.test_1/a+b~=='
const SCOPES = ['comments_w', 'candidates_rw']

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Breaks the connection (rudely, politely or in the middle of the answer), or waits for `release`. */
type Trouble = 'reset' | 'close' | 'cut' | 'hold' | Answer
type Moment = 'before storing' | 'after storing'

interface Comment {
  readonly id: number
  readonly candidate: string
  readonly content: string
}

interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface FakeWelcomeKit extends AsyncDisposable {
  /** What stands for `https://www.welcomekit.co/api/v1/external`. */
  readonly url: string
  readonly comments: readonly Comment[]
  readonly requests: readonly Received[]
  /** What happens to the next comment. */
  next(moment: Moment, trouble: Trouble): void
  /** When a request is being held. */
  held(): Promise<void>
  /** Lets what is held go on. */
  release(): void
  /** When every request received so far has been dealt with. */
  settled(): Promise<void>
  /** Asks for a candidate as a client would. */
  candidate(reference: string): Promise<{ readonly reference: string; readonly modal_path: string }>
}

export interface FakeOptions {
  readonly candidates: readonly string[]
  /** By key; a key with every scope that is needed, if not said. */
  readonly scopes?: Readonly<Record<string, readonly string[]>>
}

const UNAUTHORISED = problem(401, 'unauthorized', 'The access token is invalid')
const OUT_OF_SCOPE = problem(403, 'invalid_scope', 'The access token lacks a scope')
const NOT_FOUND = problem(404, 'not_found', 'Resource not found')
const WRONG_METHOD: Answer = { status: 405 }
const INVALID = problem(400, 'validation_failed', 'Some params are invalid')

const typed = z.object({
  candidate_reference: z.string().min(1),
  content: z.string().trim().min(1),
})
const card = z.object({ reference: z.string(), modal_path: z.string() })

export async function startFakeWelcomeKit(options: FakeOptions): Promise<FakeWelcomeKit> {
  const scopes = options.scopes ?? { [KEY]: SCOPES }
  const comments: Comment[] = []
  const requests: Received[] = []
  const work: Promise<void>[] = []
  const troubles = new Map<Moment, Trouble>()
  const held = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()

  function postComment(granted: readonly string[], body: string): Answer {
    const reads = granted.some((scope) => /^(my_)?candidates_rw$/.test(scope))
    if (!granted.includes('comments_w') || !reads) return OUT_OF_SCOPE
    const { data } = typed.safeParse(json(body))
    if (!data) return INVALID
    if (!options.candidates.includes(data.candidate_reference)) return NOT_FOUND
    const { candidate_reference: candidate, content } = data
    const id = 83_316 + comments.length
    comments.push({ id, candidate, content })
    return { status: 201, body: { id, content: `<p>${content}</p>\n`, raw_content: content } }
  }

  function getCandidate(granted: readonly string[], reference: string): Answer {
    if (!granted.some((scope) => /^candidates_rw?$/.test(scope))) return OUT_OF_SCOPE
    if (!options.candidates.includes(reference)) return NOT_FOUND
    const path = `/dashboard/o/Pg4eV6k/jobs/WTTJ_KmqkD1Y/card/${reference}`
    return { status: 200, body: { reference, modal_path: path, stage_id: 14_600 } }
  }

  function answer({ method, path, headers, body }: Received): Answer {
    const granted = scopes[/^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '']
    if (!granted) return UNAUTHORISED
    if (path === '/comments') return method === 'POST' ? postComment(granted, body) : WRONG_METHOD
    const [, reference] = /^\/candidates\/([^/]+)$/.exec(path) ?? []
    if (reference === undefined) return NOT_FOUND
    return method === 'GET' ? getCandidate(granted, reference) : WRONG_METHOD
  }

  /** Gives the answer that replaces the usual one, if one does, or says that there is nobody to answer. */
  async function suffer(
    moment: Moment,
    response: ServerResponse,
  ): Promise<Answer | 'gone' | 'fine'> {
    const trouble = troubles.get(moment) ?? 'none'
    troubles.delete(moment)
    if (typeof trouble === 'object') return trouble
    if (trouble === 'none') return 'fine'
    if (trouble === 'hold') {
      held.resolve()
      await gate.promise
      return 'fine'
    }
    if (trouble === 'cut') await startAnswer(response)
    if (trouble === 'reset') response.socket?.resetAndDestroy()
    else response.socket?.destroy()
    return 'gone'
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    const received = { method, path: url, headers, body: await text(request) }
    requests.push(received)
    const before = await suffer('before storing', response)
    if (before !== 'fine') return before === 'gone' ? undefined : reply(response, before)
    const usual = answer(received)
    const after = await suffer('after storing', response)
    if (after !== 'gone') reply(response, after === 'fine' ? usual : after)
  }

  const server = createServer((request, response) => {
    work.push(exchange(request, response))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  const base = `http://127.0.0.1:${address.port}`

  return {
    url: base,
    comments,
    requests,
    next: (moment, trouble) => void troubles.set(moment, trouble),
    held: () => held.promise,
    release: () => gate.resolve(),
    async settled() {
      await Promise.all(work)
    },
    async candidate(reference) {
      const headers = { authorization: `Bearer ${Object.keys(scopes)[0]}` }
      const response = await fetch(`${base}/candidates/${reference}`, { headers })
      return card.parse(await response.json())
    },
    async [Symbol.asyncDispose]() {
      gate.resolve()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export function problem(status: number, error: string, error_description = ''): Answer {
  return { status, body: { error, error_description } }
}

function reply(response: ServerResponse, { status, body = '', headers }: Answer): void {
  const written = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(written)
}

async function startAnswer(response: ServerResponse): Promise<void> {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': '100' })
  await new Promise((resolve) => {
    response.write('{"id":83316,', resolve)
  })
}

function json(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
