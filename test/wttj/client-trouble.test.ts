import { describe, expect, it, vi } from 'vitest'
import type { Posted } from '../../src/wttj/port.ts'
import { freePort } from '../support/free-port.ts'
import { attempt, deskAt, startKit, uncertain } from './support/attempt.ts'
import { problem } from './support/fake-welcome-kit.ts'

/** An error with what Node's own would have, for those that a test cannot bring about in time. */
const failure = (properties: object): Error => Object.assign(new Error('failed'), properties)
const connecting = failure({ code: 'ECONNREFUSED', syscall: 'connect' })
const reading = failure({ code: 'ECONNRESET', syscall: 'read' })

async function afterFailureOf(cause: unknown): Promise<Posted> {
  using fetch = vi.spyOn(globalThis, 'fetch')
  fetch.mockRejectedValue(new TypeError('fetch failed', { cause }))
  const posted = await deskAt('https://www.welcomekit.co').post()
  expect(fetch).toHaveBeenCalledOnce()
  return posted
}

describe('a report was not sent', () => {
  it('to a closed door', async () => {
    const { post, logged } = deskAt(`http://127.0.0.1:${await freePort()}`)
    expect(await post()).toEqual({ kind: 'not-sent' })
    expect(logged.join('')).toContain('ECONNREFUSED')
  })

  it('to a host that does not exist', async () => {
    expect(await deskAt('http://welcomekit.invalid').post()).toEqual({ kind: 'not-sent' })
  })

  it.each([
    ['to a host that took too long to connect', { code: 'UND_ERR_CONNECT_TIMEOUT' }],
    ['to a host with no route to it', { code: 'ENETUNREACH', syscall: 'connect' }],
    ['while names could not be looked up', { code: 'EAI_AGAIN', syscall: 'getaddrinfo' }],
  ])('%s', async (_, properties) => {
    expect(await afterFailureOf(failure(properties))).toEqual({ kind: 'not-sent' })
  })

  it('to a host with several addresses, refused by one and silent at the other', async () => {
    const silent = failure({ code: 'ERR_SOCKET_CONNECTION_TIMEOUT' })
    const cause = new AggregateError([connecting, silent])
    expect(await afterFailureOf(cause)).toEqual({ kind: 'not-sent' })
  })
})

describe('nobody can tell of a report', () => {
  it.each(['reset', 'close', 'cut'] as const)(
    'that was stored and whose answer is lost: %s',
    async (trouble) => {
      expect(await attempt((kit) => kit.next('after storing', trouble))).toEqual(uncertain(1))
    },
  )

  it.each(['reset', 'close'] as const)(
    'that was dropped before it was stored, which looks the same: %s',
    async (trouble) => {
      expect(await attempt((kit) => kit.next('before storing', trouble))).toEqual(uncertain(0))
    },
  )

  it.each([500, 502, 503, 504])('that was stored before %i was answered', async (status) => {
    const answer = problem(status, 'internal_error')
    expect(await attempt((kit) => kit.next('after storing', answer))).toEqual(uncertain(1))
  })

  it.each([500, 503])('answered %i, whatever the error is named', async (status) => {
    const answer = problem(status, 'validation_failed')
    expect(await attempt((kit) => kit.next('before storing', answer))).toEqual(uncertain(0))
  })

  it.each([408, 409, 429])('answered %i, which is not documented', async (status) => {
    expect(await attempt((kit) => kit.next('before storing', { status }))).toEqual(uncertain(0))
  })

  it.each([
    ['nothing', ''],
    ['a page', '<html><p>Bienvenue</p></html>'],
    ['half an answer', '{"id":83316,"con'],
    ['no id', { content: '<p>Foo</p>', raw_content: 'Foo' }],
    ['an empty id', { id: '' }],
    ['an id that is no id', { id: [1] }],
    ['null', 'null'],
  ])('that was stored and answered with %s', async (_, body) => {
    const answer = { status: 201, body }
    expect(await attempt((kit) => kit.next('after storing', answer))).toEqual(uncertain(1))
  })

  it.each([301, 302, 303, 307, 308])(
    'sent elsewhere by %i, where it does not go',
    async (status) => {
      await using elsewhere = await startKit()
      const answer = { status, body: { id: 1 }, headers: { location: `${elsewhere.url}/comments` } }
      const seen = await attempt((kit) => kit.next('before storing', answer))
      expect(seen).toEqual(uncertain(0))
      expect(elsewhere.requests).toEqual([])
    },
  )

  it.each([
    ['whose answer comes too late', 'after storing'],
    ['that is stored once the wait was given up', 'before storing'],
  ] as const)('%s', async (_, moment) => {
    await using kit = await startKit()
    const limit = new AbortController()
    using timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal)
    const { post, logged } = deskAt(kit.url)
    kit.next(moment, 'hold')
    const posted = post()
    await kit.held()
    limit.abort(new DOMException('too late', 'TimeoutError'))
    expect(await posted).toEqual({ kind: 'uncertain' })
    kit.release()
    await kit.settled()
    expect(kit.requests).toHaveLength(1)
    expect(kit.comments).toHaveLength(1)
    expect(timeout).toHaveBeenCalledExactlyOnceWith(15_000)
    expect(logged.join('')).toContain('TimeoutError')
  })

  it.each([
    ['that met silence once connected', failure({ code: 'ETIMEDOUT', syscall: 'read' })],
    ['cut while it was written', failure({ code: 'EPIPE', syscall: 'write' })],
    ['cut during a handshake', failure({ code: 'ECONNRESET' })],
    ['that failed for no known reason', undefined],
    ['that connected at one address of two', new AggregateError([connecting, reading])],
  ])('%s', async (_, cause) => {
    expect(await afterFailureOf(cause)).toEqual({ kind: 'uncertain' })
  })

  it('and the next one does not bring it back', async () => {
    await using kit = await startKit()
    const { post } = deskAt(kit.url)
    kit.next('before storing', 'reset')
    expect(await post({ content: 'Un' })).toEqual({ kind: 'uncertain' })
    expect(await post({ content: 'Deux' })).toMatchObject({ kind: 'posted' })
    expect(kit.comments.map(({ content }) => content)).toEqual(['Deux'])
  })
})
