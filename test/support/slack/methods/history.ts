/** `conversations.history` and `conversations.replies`: what was said. */
import { channelOf, refuse, type Call, type Method } from '../call.ts'
import { messageJson } from '../events.ts'
import { nextCursor, pageOf } from '../paging.ts'
import { repliesTo, toMicros, type Channel, type Message } from '../state.ts'

const RANGE_ARGS = {
  channel: 'text!',
  oldest: 'text',
  latest: 'text',
  inclusive: 'flag',
  limit: 'number',
  cursor: 'text',
  include_all_metadata: 'flag',
} as const
const RANGE_ERRORS = [
  'channel_not_found',
  'invalid_cursor',
  'invalid_ts_latest',
  'invalid_ts_oldest',
]

/** Whether an instant is in the range that a call asks for; its ends are only when it says so. */
function inRange(call: Call): (message: Message) => boolean {
  const oldest = endOf(call, 'oldest') ?? 0
  const latest = endOf(call, 'latest') ?? Number.POSITIVE_INFINITY
  const isInclusive = call.flag('inclusive')
  return ({ ts }) => {
    const at = toMicros(ts) ?? 0
    return isInclusive ? at >= oldest && at <= latest : at > oldest && at < latest
  }
}

function endOf(call: Call, name: 'oldest' | 'latest'): number | undefined {
  const given = call.text(name)
  if (given === '') return undefined
  return toMicros(given) ?? refuse(`invalid_ts_${name}`)
}

function answer(call: Call, channel: Channel, messages: readonly Message[], next: string): object {
  const { state, origin } = call.workspace
  const withMetadata =
    call.flag('include_all_metadata') && call.token.scopes.has('metadata.message:read')
  return {
    messages: messages.map((one) => messageJson(state, origin, channel, one, { withMetadata })),
    has_more: next !== '',
    ...(next === '' ? {} : nextCursor(next)),
  }
}

const isReply = ({ ts, threadTs = ts }: Message) => threadTs !== ts

const history: Method = {
  args: RANGE_ARGS,
  errors: [...RANGE_ERRORS, 'not_in_channel'],
  run(call) {
    const channel = channelOf(call, 'history')
    if (!channel.members.has(call.me)) return refuse('not_in_channel')
    const all = [...channel.messages.values()]
      .filter((message) => !isReply(message))
      .filter(inRange(call))
      .toReversed()
    const { page, next } = pageOf(call, all, {
      usual: 100,
      most: 999,
      keyOf: ({ ts }) => ts,
      // Whatever was deleted or said since does not shift the pages.
      beginsAt: ({ ts }, key) => ts <= key,
    })
    return answer(call, channel, page, next)
  },
}

const replies: Method = {
  args: { ...RANGE_ARGS, ts: 'text!' },
  errors: [...RANGE_ERRORS, 'thread_not_found'],
  run(call) {
    const channel = channelOf(call, 'history')
    // Slack does not say `not_in_channel` here.
    if (!channel.members.has(call.me)) return refuse('channel_not_found')
    const asked = channel.messages.get(call.text('ts'))
    if (asked === undefined) return refuse('thread_not_found')
    const isInRange = inRange(call)
    // Asked about a reply, Slack gives that reply alone.
    if (isReply(asked)) {
      return answer(call, channel, [asked].filter(isInRange), '')
    }
    const { page, next } = pageOf(call, repliesTo(channel, asked.ts).filter(isInRange), {
      usual: 1_000,
      most: 1_000,
      keyOf: ({ ts }) => ts,
      beginsAt: ({ ts }, key) => ts >= key,
    })
    // The first message comes with every page, whatever the range.
    return answer(call, channel, [asked, ...page], next)
  },
}

export const historyMethods = {
  'conversations.history': history,
  'conversations.replies': replies,
}
