/** What people write is told again while it cannot be handled, such as when the database restarts. */
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MattermostClient } from '../../../src/chat/mattermost/client.ts'
import type { SeenPost } from '../../../src/chat/mattermost/events.ts'
import { notices } from '../../../src/chat/mattermost/notices.ts'
import { aloneReading } from '../support/reading.ts'
import type { Notice } from '../../../src/chat/port.ts'
import { keptLog } from '../../support/kept-log.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ANYONE = { id: 'zoe', name: 'Zoé', active: true, isBot: false, isAdmin: false }

/** Hears posts while `isAway` says that nothing can be handled. */
function hearing(isAway: () => boolean, log = pino({ level: 'silent' })) {
  const heard: string[] = []
  const watching = notices({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing is asked of the server
    client: {} as MattermostClient,
    me: () => 'bot',
    channels: { isDirect: async () => false },
    directory: { person: async () => ANYONE },
    notice: async (notice: Notice) => {
      if (isAway()) throw new Error('the database is away')
      if (notice.kind === 'message') heard.push(notice.text)
    },
    reading: aloneReading(),
    log,
  })
  return { heard, watching, says: (message: string) => watching.posted(post(message)) }
}

function post(message: string): SeenPost {
  return {
    id: message,
    channel_id: 'channel',
    user_id: 'zoe',
    root_id: '',
    message,
    type: '',
    props: {},
    create_at: 1,
    update_at: 1,
    edit_at: 0,
    delete_at: 0,
    metadata: [],
  }
}

test('in order, once it can be', async () => {
  let isAway = true
  const { heard, says } = hearing(() => isAway)
  says('un')
  says('deux')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(heard).toEqual([])
  isAway = false
  await vi.advanceTimersByTimeAsync(30_000)
  expect(heard).toEqual(['un', 'deux'])
})

test('for a few minutes, after which the next one has its turn', async () => {
  const refused = new Set(['un'])
  const heard: string[] = []
  const { says } = hearing(() => {
    heard.push('asked')
    return refused.has('un') && heard.length < 8
  })
  says('un')
  says('deux')
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  expect(heard.length).toBe(8)
})

test('no more when the bot stops', async () => {
  const { heard, says, watching } = hearing(() => true)
  says('un')
  await vi.advanceTimersByTimeAsync(1_000)
  await watching.stop()
  expect(heard).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('under one id, to its last line in the log', async () => {
  const { log, lines } = keptLog()
  const { says } = hearing(() => {
    log.info('asked')
    return true
  }, log)
  says('un')
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.at(-1)).toMatchObject({ msg: 'a notice was not handled' })
  expect(new Set(lines.map(({ request }) => request))).toEqual(new Set([expect.any(String)]))
})
