/** A workspace that tells the app what happens in it. */
import type { Token } from './call.ts'
import { eventBody } from './events.ts'
import { scopeOfEvent, subscriptionOf, type Installed } from './installed.ts'
import {
  directBetween,
  letters,
  makeChannel,
  makeUser,
  newState,
  type Channel,
  type State,
  type User,
} from './state.ts'
import { openViews, type Views } from './views.ts'

export interface Workspace {
  readonly state: State
  readonly tokens: Map<string, Token>
  readonly views: Views
  /** What administrators set up. */
  readonly policy: { adminsDeleteMessages: boolean }
  /** What Slack would have shown as broken to somebody, or only logged. */
  readonly faults: string[]
  /** Where files and answers are taken: the fake's own address. */
  origin: string
  /** The address of a new event stream, good for one connection. */
  streamUrl: () => string
  readonly installed: Installed
  /** Tells the app an event that it subscribed to; one about a channel only while the bot is in it. */
  tell(event: Readonly<Record<string, unknown>>, channel?: Channel): void
}

/** An administrator's token takes down what others wrote, and nothing else. */
const ADMIN_SCOPES: readonly string[] = ['chat:write', 'files:write']

export interface Tokens {
  readonly bot: Token
  readonly app: Token
  readonly admin: Token
}

/** `send` receives the body of each event that the app hears of. */
export function openWorkspace(send: (body: object) => void, installed: Installed): Workspace {
  const state = newState()
  const tokens = new Map<string, Token>()
  const botScopes = () => [...tokens.values()].find(({ kind }) => kind === 'bot')?.scopes
  return {
    state,
    tokens,
    installed,
    views: openViews(state),
    policy: { adminsDeleteMessages: true },
    faults: [],
    origin: '',
    streamUrl: () => '',
    tell(event, channel) {
      const type = String(event['type'])
      const scope = scopeOfEvent(type, channel)
      const isHeard =
        installed.events.has(subscriptionOf(type, channel)) &&
        (channel === undefined || channel.members.has(state.bot)) &&
        (scope === undefined || botScopes()?.has(scope) === true)
      if (!isHeard) return
      send(eventBody(state, event))
    },
  }
}

export function issueTokens(workspace: Workspace, admin: User): Tokens {
  const issue = (kind: Token['kind'], user: string, scopes: readonly string[]) => {
    const prefix = { bot: 'xoxb', user: 'xoxp', app: 'xapp' }[kind]
    const value = `${prefix}-${letters(24)}`
    const token: Token = { value, kind, user, scopes: new Set(scopes), revoked: false }
    workspace.tokens.set(value, token)
    return token
  }
  const { bot } = workspace.state
  return {
    bot: issue('bot', bot, workspace.installed.scopes),
    app: issue('app', bot, ['connections:write']),
    admin: issue('user', admin.id, ADMIN_SCOPES),
  }
}

export function addUser(
  { state }: Workspace,
  about: Pick<User, 'name' | 'realName'> & Partial<User>,
): User {
  const user = makeUser(state.id('U'), about)
  state.users.set(user.id, user)
  return user
}

/** A channel that somebody made, with these members. */
export function addChannel(
  { state }: Workspace,
  about: {
    readonly name: string
    readonly kind: 'public' | 'private'
    readonly isGeneral?: boolean
  },
  members: readonly string[],
): Channel {
  const channel = makeChannel(state, { ...about, creator: members[0] ?? state.bot })
  for (const id of members) channel.members.add(id)
  return channel
}

export function directWithBot({ state }: Workspace, person: string): Channel {
  return directBetween(state, state.bot, person)
}
