/** A workspace that tells the app what happens in it. */
import type { Token } from './call.ts'
import { eventBody } from './events.ts'
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
  /** Tells the app an event; one about a channel only while the bot is in it. */
  tell(event: Readonly<Record<string, unknown>>, channel?: Channel): void
}

/** Everything that the app was given when it was installed, unless a test takes some away. */
export const BOT_SCOPES: readonly string[] = [
  'channels:history',
  'channels:manage',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'team:read',
  'users:read',
  'users:read.email',
]
/** An administrator's token takes down what others wrote, and nothing else. */
const ADMIN_SCOPES: readonly string[] = ['chat:write', 'files:write']

export interface Tokens {
  readonly bot: Token
  readonly app: Token
  readonly admin: Token
}

/** `send` receives the body of each event. */
export function openWorkspace(send: (body: object) => void): Workspace {
  const state = newState()
  return {
    state,
    tokens: new Map(),
    views: openViews(state),
    policy: { adminsDeleteMessages: true },
    faults: [],
    origin: '',
    streamUrl: () => '',
    tell(event, channel) {
      if (channel !== undefined && !channel.members.has(state.bot)) return
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
    bot: issue('bot', bot, BOT_SCOPES),
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

/** A public channel with these members, the bot included. */
export function addChannel(
  { state }: Workspace,
  name: string,
  members: readonly User[],
  options: { readonly isGeneral?: boolean } = {},
): Channel {
  const creator = members[0]?.id ?? state.bot
  const channel = makeChannel(state, { name, kind: 'public', creator, ...options })
  for (const { id } of members) channel.members.add(id)
  channel.members.add(state.bot)
  return channel
}

export function directWithBot({ state }: Workspace, person: string): Channel {
  return directBetween(state, state.bot, person)
}
