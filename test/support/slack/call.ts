/** One call of the Web API: its arguments, checked as Slack checks them, and its refusals. */
import { z } from 'zod'

import type { Channel, ChannelKind } from './state.ts'
import type { Workspace } from './workspace.ts'

/** What a method takes: `!` marks what it cannot do without. */
type Kind = 'text' | 'number' | 'flag' | 'json'
export type ArgKind = Kind | `${Kind}!`

export interface Method {
  readonly args: Readonly<Record<string, ArgKind>>
  /** Every code of its own by which it refuses; those of any method are in `COMMON_ERRORS`. */
  readonly errors: readonly string[]
  readonly token?: 'app'
  /** Any one of them is enough. */
  readonly scopes?: readonly string[]
  run(call: Call): object | Promise<object>
}

/** Refusals of any method, which Slack's page about each of them leaves out. */
export const COMMON_ERRORS: readonly string[] = [
  'account_inactive',
  'invalid_arguments',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'unknown_method',
]

export interface Token {
  readonly value: string
  readonly kind: 'bot' | 'user' | 'app'
  /** Whoever it acts as. */
  readonly user: string
  readonly scopes: Set<string>
  revoked: boolean
}

export interface Call {
  readonly workspace: Workspace
  readonly token: Token
  /** Whoever calls. */
  readonly me: string
  has(name: string): boolean
  /** Empty when it was not given. */
  text(name: string): string
  number(name: string): number | undefined
  flag(name: string): boolean
  json(name: string): unknown
  /** Refuses when the token has none of these scopes. */
  needs(...scopes: readonly string[]): void
}

/** A call that Slack answers with `ok: false`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly details: object

  constructor(code: string, details: object = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

export function refuse(code: string, ...messages: readonly string[]): never {
  const said = messages.length === 0 ? {} : { response_metadata: { messages } }
  throw new Refusal(code, said)
}

export function makeCall(
  workspace: Workspace,
  token: Token,
  method: Method,
  given: Readonly<Record<string, unknown>>,
): Call {
  const values = new Map<string, unknown>()
  for (const [name, value] of Object.entries(given)) {
    const kind = method.args[name]
    if (kind === undefined) refuse('invalid_arguments', `[ERROR] no such argument: ${name}`)
    values.set(name, readAs(plainKind(kind), name, value))
  }
  for (const [name, kind] of Object.entries(method.args)) {
    const isMissing = !values.has(name) || values.get(name) === ''
    if (kind.endsWith('!') && isMissing) {
      refuse('invalid_arguments', `[ERROR] missing required field: ${name}`)
    }
  }
  const call: Call = {
    workspace,
    token,
    me: token.user,
    has: (name) => values.has(name),
    text: (name) => z.string().catch('').parse(values.get(name)),
    number: (name) => (values.has(name) ? Number(values.get(name)) : undefined),
    flag: (name) => values.get(name) === true,
    json: (name) => values.get(name),
    needs(...scopes) {
      if (scopes.length === 0 || scopes.some((scope) => token.scopes.has(scope))) return
      const provided = [...token.scopes].join(',')
      throw new Refusal('missing_scope', { needed: scopes.join(','), provided })
    },
  }
  call.needs(...(method.scopes ?? []))
  return call
}

function plainKind(kind: ArgKind): string {
  return kind.replace('!', '')
}

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ...(['true', '1', true] as const).map((yes) => [yes, true] as const),
  ...(['false', '0', false] as const).map((no) => [no, false] as const),
])

/** Arguments come as form fields, or as JSON. */
function readAs(kind: string, name: string, value: unknown): unknown {
  const wrong = (): never => refuse('invalid_arguments', `[ERROR] must be a ${kind}: ${name}`)
  switch (kind) {
    case 'number':
      return Number.isInteger(Number(value)) ? Number(value) : wrong()
    case 'flag':
      return FLAGS.get(value) ?? wrong()
    case 'json':
      if (typeof value !== 'string') return value
      try {
        return JSON.parse(value) as unknown
      } catch {
        return wrong()
      }
    default:
      return typeof value === 'string' ? value : wrong()
  }
}

const FAMILY: Readonly<Record<ChannelKind, string>> = {
  public: 'channels',
  private: 'groups',
  im: 'im',
}

/** Scopes that allow a kind of request in a channel of this kind. */
export function scopesOf(kind: ChannelKind, right: 'read' | 'history' | 'write'): string[] {
  const own = `${FAMILY[kind]}:${right}`
  return kind === 'public' && right === 'write' ? ['channels:manage', own] : [own]
}

/**
 * The channel that a call is about. One that the caller may not see does not exist for them: a private
 * one that they are not in. A public one is seen by everyone.
 */
export function channelOf(call: Call, right: 'read' | 'history' | 'write', name = 'channel') {
  const channel = call.workspace.state.channels.get(call.text(name))
  if (channel === undefined || !isSeenBy(channel, call.me)) return refuse('channel_not_found')
  call.needs(...scopesOf(channel.kind, right))
  return channel
}

/** Refuses when whoever calls is not a member. */
export function mustBeIn(call: Call, channel: Channel): void {
  if (!channel.members.has(call.me)) refuse('not_in_channel')
}

export function isSeenBy(channel: Channel, person: string): boolean {
  return channel.kind === 'public' || channel.members.has(person)
}
