/** What a Slack workspace keeps, and the few things that everything else needs of it. */
import { randomBytes } from 'node:crypto'

export type ChannelKind = 'public' | 'private' | 'im'
type Blocks = readonly Readonly<Record<string, unknown>>[]

export interface User {
  readonly id: string
  readonly name: string
  realName: string
  readonly email: string
  readonly isBot: boolean
  readonly isAdmin: boolean
  readonly tz: string
  deleted: boolean
}

export interface Message {
  readonly ts: string
  /** Absent on what an app says through a response URL. */
  readonly user?: string
  readonly botId?: string
  subtype?: string
  text: string
  blocks: Blocks
  /** Ids of its files. */
  files: readonly string[]
  readonly threadTs?: string
  metadata?: object
  edited?: { readonly user: string; readonly ts: string }
  /** Who let somebody in, or put them out. */
  readonly inviter?: string
}

/** What one person sees and Slack does not keep. */
export interface Ephemeral {
  readonly ts: string
  readonly to: string
  readonly threadTs?: string
  text: string
  blocks: Blocks
}

export interface Channel {
  readonly id: string
  readonly name: string
  readonly kind: ChannelKind
  readonly creator: string
  readonly created: number
  readonly isGeneral: boolean
  readonly members: Set<string>
  readonly messages: Map<string, Message>
  readonly ephemerals: Map<string, Ephemeral>
  archived: boolean
  topic: string
  purpose: string
}

export interface FileRecord {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly length: number
  content?: Buffer
  /** False until the upload is completed. */
  complete: boolean
  deleted: boolean
}

export interface State {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string }
  readonly appId: string
  readonly botId: string
  /** The bot's account. */
  readonly bot: string
  readonly users: Map<string, User>
  readonly channels: Map<string, Channel>
  readonly files: Map<string, FileRecord>
  /** An instant as Slack writes it: unique, increasing, with six decimals. */
  ts(): string
  /** An id such as `C0K2…`. */
  id(letter: string): string
}

/** An empty workspace in which the bot has its account. */
export function newState(): State {
  let last = 0
  let count = 0
  const id = (letter: string) => {
    count += 1
    return `${letter}0${count.toString(36).toUpperCase().padStart(4, '0')}${letters(4)}`
  }
  const bot = id('U')
  const users = new Map<string, User>()
  const state: State = {
    team: { id: id('T'), name: 'Ministère', domain: 'ministere' },
    appId: id('A'),
    botId: id('B'),
    bot,
    users,
    channels: new Map(),
    files: new Map(),
    ts() {
      last = Math.max(last + 1, Date.now() * 1_000)
      return fromMicros(last)
    },
    id,
  }
  users.set(bot, makeUser(bot, { name: 'recrutement', realName: 'Recrutement', isBot: true }))
  return state
}

export function makeUser(
  id: string,
  { name, realName, ...rest }: Pick<User, 'name' | 'realName'> & Partial<User>,
): User {
  const email = `${name}@exemple.gouv.fr`
  const usual = { email, isBot: false, isAdmin: false, tz: 'Europe/Paris', deleted: false }
  return { ...usual, ...rest, id, name, realName }
}

export function makeChannel(
  state: State,
  about: Pick<Channel, 'name' | 'kind' | 'creator'> & Partial<Pick<Channel, 'isGeneral'>>,
): Channel {
  const channel: Channel = {
    isGeneral: false,
    ...about,
    id: state.id(about.kind === 'im' ? 'D' : 'C'),
    created: Math.floor(Date.now() / 1_000),
    members: new Set([about.creator]),
    messages: new Map(),
    ephemerals: new Map(),
    archived: false,
    topic: '',
    purpose: '',
  }
  state.channels.set(channel.id, channel)
  return channel
}

/** The direct messages between two people, made when there are none yet. */
export function directBetween(state: State, one: string, other: string): Channel {
  for (const channel of state.channels.values()) {
    if (channel.kind === 'im' && channel.members.has(one) && channel.members.has(other)) {
      return channel
    }
  }
  const channel = makeChannel(state, { name: '', kind: 'im', creator: one })
  channel.members.add(other)
  return channel
}

/** The replies to a message, oldest first. */
export function repliesTo(channel: Channel, root: string): Message[] {
  return [...channel.messages.values()].filter((one) => one.threadTs === root && one.ts !== root)
}

export function findMessage(state: State, ts: string): [Channel, Message] | undefined {
  for (const channel of state.channels.values()) {
    const message = channel.messages.get(ts)
    if (message !== undefined) return [channel, message]
  }
  return undefined
}

/** Microseconds of an instant as Slack writes it; undefined for anything else. */
export function toMicros(ts: string): number | undefined {
  const [, seconds = '', decimals = ''] = /^(\d{1,10})(?:\.(\d{1,6}))?$/u.exec(ts) ?? []
  if (seconds === '') return undefined
  return Number(seconds) * 1_000_000 + Number(decimals.padEnd(6, '0'))
}

function fromMicros(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`
}

export function letters(count: number): string {
  const bytes = randomBytes(count)
  return [...bytes].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte % 32]).join('')
}
