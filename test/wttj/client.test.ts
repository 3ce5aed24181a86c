import { describe, expect, it } from 'vitest'
import {
  CANDIDATE,
  REPORT,
  attempt,
  attemptWith,
  deskAt,
  refused,
  startKit,
} from './support/attempt.ts'
import { KEY, problem } from './support/fake-welcome-kit.ts'

describe('a report', () => {
  it('is posted on the candidate’s page, and the id of the comment is the proof', async () => {
    await using kit = await startKit()
    const { post, logged } = deskAt(kit.url)
    expect(await post()).toEqual({ kind: 'posted', comment: '83316' })
    expect(kit.comments).toEqual([{ id: 83_316, candidate: CANDIDATE, content: REPORT }])
    expect(logged).toEqual([])
  })

  it('is sent as documented', async () => {
    await using kit = await startKit()
    await deskAt(kit.url).post()
    const [request] = kit.requests
    expect(request).toMatchObject({
      method: 'POST',
      path: '/comments',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    })
    expect(JSON.parse(request?.body ?? '')).toEqual({
      candidate_reference: CANDIDATE,
      content: REPORT,
    })
  })

  it('is posted with a key that reaches only the candidates it made', async () => {
    const scopes = { [KEY]: ['comments_w', 'my_candidates_rw'] }
    expect(await attemptWith({}, { scopes })).toMatchObject({ posted: { kind: 'posted' } })
  })

  it('goes to an address written with a slash at the end', async () => {
    await using kit = await startKit()
    expect(await deskAt(`${kit.url}/`).post()).toMatchObject({ kind: 'posted' })
  })

  it('may be answered with 200, an id in letters and fields that came later', async () => {
    const body = { id: 'c-1', raw_content: REPORT, author: null }
    const { posted } = await attempt((kit) => kit.next('after storing', { status: 200, body }))
    expect(posted).toEqual({ kind: 'posted', comment: 'c-1' })
  })

  it('is posted once, though `fetch` asks again where it is told that the server is not the one', async () => {
    const seen = await attempt((kit) => kit.next('before storing', { status: 421 }))
    expect(seen).toEqual({ posted: { kind: 'posted', comment: '83316' }, requests: 2, comments: 1 })
  })

  it('posted twice by the caller is two comments: only the caller can know', async () => {
    await using kit = await startKit()
    const { post } = deskAt(kit.url)
    const comments = [await post(), await post()]
    expect(comments).toEqual([
      { kind: 'posted', comment: '83316' },
      { kind: 'posted', comment: '83317' },
    ])
    expect(kit.comments).toHaveLength(2)
  })
})

describe('a report is refused', () => {
  it('with a wrong key', async () => {
    expect(await attemptWith({ key: 'une-autre' })).toEqual(refused('not-authorised'))
  })

  it.each([['candidates_rw'], ['comments_w'], ['jobs_rw']])(
    'with a key whose only scope is %s',
    async (scope) => {
      const scopes = { [KEY]: [scope] }
      expect(await attemptWith({}, { scopes })).toEqual(refused('not-authorised'))
    },
  )

  it('about a candidate who is not there', async () => {
    const candidate = 'wttj-000000000000000000000000'
    expect(await attemptWith({ candidate })).toEqual(refused('unknown-candidate'))
  })

  it('when it is blank', async () => {
    expect(await attemptWith({ content: ' \n' })).toEqual(refused('invalid'))
  })

  it.each([
    [400, 'invalid'],
    [401, 'not-authorised'],
    [403, 'not-authorised'],
    [404, 'unknown-candidate'],
    [405, 'invalid'],
  ] as const)('by status %i alone, whoever answers', async (status, why) => {
    const answer = { status, body: '<html>Un serveur intermédiaire</html>' }
    expect(await attempt((kit) => kit.next('before storing', answer))).toEqual(refused(why))
  })

  it.each([
    [422, 'validation_failed', 'invalid'],
    [403, 'not_found', 'unknown-candidate'],
    [400, 'invalid_scope', 'not-authorised'],
    [404, 'unauthorized', 'not-authorised'],
    [400, 'constructor', 'invalid'],
  ] as const)('under status %i for what is named: %s', async (status, name, why) => {
    const answer = problem(status, name)
    expect(await attempt((kit) => kit.next('before storing', answer))).toEqual(refused(why))
  })

  it('even when the explanation is cut', async () => {
    const answer = { status: 404, body: '{"error":"not_f' }
    const seen = await attempt((kit) => kit.next('before storing', answer))
    expect(seen).toEqual(refused('unknown-candidate'))
  })
})

describe('the log', () => {
  it('tells the status or the network error, never the key, the content or the candidate', async () => {
    await using kit = await startKit()
    const { post, logged } = deskAt(kit.url)
    const echo = { error: REPORT, error_description: `${CANDIDATE} ${KEY}` }
    kit.next('before storing', { status: 400, body: echo })
    await post()
    kit.next('after storing', { status: 500, body: echo })
    await post()
    kit.next('after storing', 'close')
    await post()
    // `fetch` quotes in its error a header that it cannot send.
    await post({ key: `${KEY}\u0000` })
    expect(logged.map((line): unknown => JSON.parse(line))).toMatchObject([
      { outcome: 'refused', status: 400 },
      { outcome: 'uncertain', status: 500 },
      { outcome: 'uncertain', error: 'UND_ERR_SOCKET' },
      { outcome: 'uncertain', error: 'TypeError' },
    ])
    for (const secret of [KEY, CANDIDATE, 'Compte rendu', 'mise en production']) {
      expect(logged.join('')).not.toContain(secret)
    }
  })
})
