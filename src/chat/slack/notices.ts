/** Messages and members of the bot's channels, told once each, in order, also after a silence. */
import pRetry from 'p-retry'

import { cache } from '../cache.ts'
import type { ChannelId, Notice, PersonId } from '../port.ts'
import type { Reading } from '../reading.ts'
import type { Channels } from './channels.ts'
import type { SlackClient } from './client.ts'
import type { Directory } from './directory.ts'
import { whatWasSaid, type Said, type SlackEvent } from './events.ts'
import { readHistory, readThread, type SlackMessage } from './history.ts'
import { mentionsIn, typedWords } from './reading.ts'

const REMEMBERED = 20_000
/** Two minutes in all: a database that restarts is back by then. */
const PATIENCE = { retries: 6, minTimeout: 500, factor: 3, maxTimeout: 60_000 }
/** A move told by an event and by the channel's own remark bear instants this close, in seconds. */
const SAME_MOVE_S = 10
const DIRECT = new Set(['im', 'mpim'])
/** How many pages of a channel a silence is made up for. */
const BACK_FILL_PAGES = 2
/** What another instance was told last may have come before what none was told. */
const OVERLAP_S = 10 * 60
/** Tells a bot that was in no channel yet from one that never read. */
const BEGUN = ''

type MessageEvent = Extract<SlackEvent, { type: 'message' }>

interface Notices {
  /** Resolves once it was told; rejects when it could not be, so that Slack delivers it again. */
  message(event: MessageEvent): Promise<void>
  moved(kind: 'joined' | 'left', channel: ChannelId, person: PersonId, at: string): Promise<void>
  /** Reads what was said while nobody listened: a broken connection, or no bot at all. */
  backFill(): Promise<void>
  /** Waits until everything received so far was told; tries nothing again. */
  stop(): Promise<void>
}

interface NoticeNeeds {
  readonly client: SlackClient
  readonly me: () => PersonId
  readonly channels: Pick<Channels, 'mine'>
  readonly directory: Pick<Directory, 'person'>
  readonly notice: (notice: Notice) => Promise<void>
  /** Up to when each channel was read, by whichever instance. */
  readonly reading: Pick<Reading, 'marks' | 'mark'>
}

export function notices(needs: NoticeNeeds): Notices {
  const { client, me, channels, directory, reading } = needs
  const told = cache<true>(REMEMBERED)
  const moves = cache<number>(REMEMBERED)
  const queues = new Map<ChannelId, Promise<void>>()
  const stopping = new AbortController()

  const isByBot = ({ user, bot_id: bot }: SlackMessage) => bot !== '' || user === me()

  /** One at a time in each channel: it is tried again for a while, then given up for the next. */
  function inOrder(channel: ChannelId, work: () => Promise<void>): Promise<void> {
    const before = queues.get(channel) ?? Promise.resolve()
    const mine = before.then(() => pRetry(work, { ...PATIENCE, signal: stopping.signal }))
    const settled = mine.catch(() => undefined)
    queues.set(channel, settled)
    void settled.finally(() => {
      if (queues.get(channel) === settled) queues.delete(channel)
    })
    return mine
  }

  /** Remembers it before the work, and forgets it again if the work fails. */
  async function once(what: string, work: () => Promise<void>): Promise<void> {
    if (told.get(what) === true) return
    told.set(what, true)
    try {
      await work()
    } catch (error) {
      told.delete(what)
      throw error
    }
  }

  function said(channel: ChannelId, { kind, message }: Said): Promise<void> {
    const ref = { channel, post: message.ts }
    if (kind === 'deleted') {
      return once(`${channel} ${message.ts} deleted`, () =>
        inOrder(channel, () => needs.notice({ kind, ref })),
      )
    }
    if (message.user === '' || isByBot(message)) return Promise.resolve()
    const version = `${channel} ${message.ts} ${message.edited?.ts ?? ''}`
    return once(version, () =>
      inOrder(channel, async () => {
        await tell(channel, message)
        await reading.mark(channel, toMs(message.edited?.ts ?? message.ts))
      }),
    )
  }

  async function tell(channel: ChannelId, message: SlackMessage): Promise<void> {
    if ((await directory.person(message.user)).isBot) return
    const names = new Map<PersonId, string>()
    for (const id of mentionsIn(message.text)) names.set(id, (await directory.person(id)).name)
    const isReply = message.thread_ts !== '' && message.thread_ts !== message.ts
    await needs.notice({
      kind: 'message',
      ref: { channel, post: message.ts },
      by: message.user,
      text: typedWords(message.text, (id) => names.get(id) ?? ''),
      edited: message.edited !== undefined,
      ...(isReply ? { thread: message.thread_ts } : {}),
      files: message.files.map(({ name }) => name),
    })
  }

  async function moved(
    kind: 'joined' | 'left',
    channel: ChannelId,
    person: PersonId,
    at: string,
  ): Promise<void> {
    if (person === me()) return
    const move = `${channel} ${person} ${kind}`
    const instant = Number(at)
    const before = moves.get(move)
    if (before !== undefined && Math.abs(before - instant) < SAME_MOVE_S) return
    moves.set(move, instant)
    try {
      await inOrder(channel, () => needs.notice({ kind, channel, person }))
    } catch (error) {
      moves.delete(move)
      throw error
    }
  }

  /** What the events would have said, from what Slack kept. */
  async function tellMissed(channel: ChannelId, message: SlackMessage, since: number) {
    const isLate = Number(message.ts) > since || Number(message.edited?.ts ?? 0) > since
    if (!isLate) return
    const move = MOVES.get(message.subtype)
    if (move !== undefined) return moved(move, channel, message.user, message.ts)
    const event = {
      ...message,
      type: 'message' as const,
      channel,
      channel_type: '',
      deleted_ts: '',
    }
    const written = whatWasSaid({ ...event, message: undefined, previous_message: undefined })
    if (written !== undefined) await said(channel, written)
  }

  async function makeUpFor(channel: ChannelId, since: number): Promise<void> {
    const recent = await readHistory(client, channel, { pages: BACK_FILL_PAGES })
    for (const message of recent.toReversed()) {
      await tellMissed(channel, message, since)
      if (Number(message.latest_reply) <= since) continue
      const oldest = since.toFixed(6)
      for (const reply of await readThread(client, channel, message.ts, { oldest })) {
        await tellMissed(channel, reply, since)
      }
    }
  }

  return {
    async message(event) {
      if (DIRECT.has(event.channel_type)) return
      const what = whatWasSaid(event)
      if (what === undefined || isByBot(what.message)) return
      await said(event.channel, what)
    },
    moved,
    async backFill() {
      const marks = await reading.marks()
      const isFirst = marks.size === 0
      if (isFirst) await reading.mark(BEGUN, Date.now())
      const begun = marks.get(BEGUN) ?? Date.now()
      for (const channel of await channels.mine()) {
        await makeUpFor(channel, (marks.get(channel) ?? begun) / 1000 - OVERLAP_S)
      }
    },
    async stop() {
      stopping.abort()
      await Promise.all(queues.values())
    },
  }
}

/** The remarks that Slack makes in a channel when somebody comes or goes. */
const MOVES = new Map<string, 'joined' | 'left'>([
  ['channel_join', 'joined'],
  ['group_join', 'joined'],
  ['channel_leave', 'left'],
  ['group_leave', 'left'],
])

/** Slack's instants are seconds, with what makes them unique behind the point. */
function toMs(ts: string): number {
  return Math.floor(Number(ts) * 1000)
}
