import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { mattermostClient } from '../../../src/chat/mattermost/client.ts'
import {
  PermanentChatError,
  type Answer,
  type Message,
  type Notice,
} from '../../../src/chat/port.ts'
import {
  mattermostPlatform,
  mountedChat,
  type MattermostPlatform,
} from '../../contract/mattermost/platform.ts'

const LINES = Array.from({ length: 1_200 }, (_, i) => `Ligne ${i} : une preuve notée avec soin.`)
const LONG: Message = { headline: ['Long'], blocks: [{ kind: 'text', text: [LINES.join('\n')] }] }

/** Makes the nth request to create a post fail before it leaves. */
function failPost(nth: number): void {
  const real = globalThis.fetch
  let posts = 0
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = typeof input === 'string' ? input : ''
    const creates = url.endsWith('/api/v4/posts') && init?.method === 'POST'
    if (creates && (posts += 1) === nth) return Promise.reject(new TypeError('fetch failed'))
    return real(input, init)
  })
}

function runningTimers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
}

describe('when something breaks', () => {
  let platform: MattermostPlatform
  let notices: Notice[]

  beforeEach(async () => {
    notices = []
    platform = await mattermostPlatform()
    await platform.chat.start({
      interaction: (): Promise<Answer> => Promise.resolve({ kind: 'nothing' }),
      notice: (notice) => {
        notices.push(notice)
        return Promise.resolve()
      },
    })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await platform.stop()
  })

  test('a long message interrupted halfway is not found, and a retry writes only what is missing', async () => {
    const { chat, channel, zoe } = platform
    failPost(2)
    const attempt = chat.post({ channel }, LONG, 'long/1')
    await expect(attempt).rejects.toThrow('did not answer')
    await expect(attempt).rejects.not.toThrow(PermanentChatError)
    // Another instance takes over, knowing nothing but the key.
    const other = mountedChat(platform.server, platform.http)
    await other.start({
      interaction: () => Promise.resolve({ kind: 'nothing' }),
      notice: () => Promise.resolve(),
    })
    expect(await other.find({ channel }, 'long/1', 0)).toBeUndefined()
    const ref = await other.post({ channel }, LONG, 'long/1')
    expect(await other.find({ channel }, 'long/1', 0)).toEqual(ref)
    await other.stop()
    const words = (await zoe.reads(channel)).map(({ text }) => text).join('\n')
    for (const line of LINES) expect(words.split(line)).toHaveLength(2)
  })

  test('what was said while the stream was cut is told once, when it is back', async () => {
    const { channel, server, zoe } = platform
    await zoe.say(channel, 'Avant la coupure')
    await vi.waitFor(() => expect(notices).toHaveLength(1))
    await server.restart()
    const post = await zoe.say(channel, 'Pendant la coupure')
    await zoe.say(channel, 'Dans le fil', post)
    await vi.waitFor(() => expect(notices).toHaveLength(3), 15_000)
    await zoe.say(channel, 'Après la coupure')
    await vi.waitFor(() => expect(notices).toHaveLength(4), 5_000)
    const texts = notices.map((notice) => notice.kind === 'message' && notice.text)
    expect(texts).toEqual([
      'Avant la coupure',
      'Pendant la coupure',
      'Dans le fil',
      'Après la coupure',
    ])
  })

  test('people who came while the stream was cut are told too', async () => {
    const { chat, server, team, zoe } = platform
    const channel = await chat.createChannel({
      team,
      name: 'coupure',
      title: 'Coupure',
      purpose: '',
    })
    await server.restart()
    // Connections kept open from before the restart fail once.
    await vi.waitFor(() => server.bot.addToChannel(zoe.id, channel))
    await vi.waitFor(
      () => expect(notices).toEqual([{ kind: 'joined', channel, person: zoe.id }]),
      15_000,
    )
  })

  test('an answer that is not of the server itself is worth another try', async () => {
    const { chat, channel } = platform
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(
      new Response('<html>maintenance', { status: 404 }),
    )
    const attempt = chat.post({ channel }, { headline: ['x'] }, 'k')
    await expect(attempt).rejects.toThrow('Not an answer of Mattermost')
    await expect(attempt).rejects.not.toThrow(PermanentChatError)
  })

  test('an overloaded server is worth another try, and the error tells nothing that was said', async () => {
    const { chat, channel } = platform
    const told = JSON.stringify({ id: 'api.context.rate', message: 'secret de Camille' })
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(told, { status: 429 }))
    const failure: unknown = await chat
      .post({ channel }, { headline: ['Camille'] }, 'k')
      .catch((error: unknown) => error)
    expect(failure).not.toBeInstanceOf(PermanentChatError)
    expect(String(failure)).toContain('429')
    expect(String(failure)).not.toContain('Camille')
  })

  test('a request carries a time limit, since the official client has none', async () => {
    const seen = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('{}'))
    await mattermostClient('http://nowhere', 'token').getMe()
    expect(seen.mock.calls[0]?.[1]?.signal).toBeInstanceOf(AbortSignal)
  })

  test('a start that fails leaves nothing running', async () => {
    const before = runningTimers()
    const chat = mountedChat(platform.server, platform.http, { token: 'wrong' })
    await expect(
      chat.start({
        interaction: () => Promise.resolve({ kind: 'nothing' }),
        notice: () => Promise.resolve(),
      }),
    ).rejects.toThrow('401')
    expect(runningTimers()).toBeLessThanOrEqual(before)
  })
})
