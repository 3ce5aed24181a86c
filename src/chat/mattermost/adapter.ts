/** Mattermost 10.11 and 11 behind the chat port: this file only wires the parts together. */
import type { Hono } from 'hono'
import type { Logger } from 'pino'

import type { Chat, Handlers } from '../port.ts'
import type { Reading } from '../reading.ts'
import { acknowledger } from './acknowledge.ts'
import { callbacks } from './callbacks.ts'
import { channels } from './channels.ts'
import { mattermostClient } from './client.ts'
import { commandRegistration } from './command-registration.ts'
import { directory } from './directory.ts'
import { readEvent } from './events.ts'
import { describeFailure } from '../failures.ts'
import { filesOf } from './files.ts'
import { interactor } from './interact.ts'
import { notices } from './notices.ts'
import { ownMessages } from './own-messages.ts'
import { threadOf } from './parts.ts'
import { posting } from './posting.ts'
import { privateTeller } from './private-answer.ts'
import { removal, retraction } from './removal.ts'
import { replies } from './replies.ts'
import { stream } from './stream.ts'
import { connect } from './websocket.ts'

export interface MattermostOptions {
  /** Address of the Mattermost server. */
  readonly url: string
  /** Token of the bot account. */
  readonly token: string
  /** Address at which the server reaches this bot; `routes` is mounted there under `/mattermost`. */
  readonly publicUrl: string
  /** Tokens of slash commands made by hand. */
  readonly commandTokens: readonly string[]
  /** Signs what travels through the server and comes back. */
  readonly secret: string
  readonly log: Logger
  /** Shared with the other instances of the bot. */
  readonly reading: Reading
  /** Slash commands without their slash, such as `recrutement`. */
  readonly commands: readonly string[]
}

/** The chat, and the HTTP routes `/command`, `/action` and `/dialog` for the server to call. */
export function mattermostChat(options: MattermostOptions): Chat & { readonly routes: Hono } {
  const { secret, token, log, reading } = options
  const url = options.url.replace(/\/+$/u, '')
  const own = (path: string) => `${options.publicUrl.replace(/\/+$/u, '')}/mattermost/${path}`
  const client = mattermostClient(url, token)
  let myId = ''
  let handlers: Handlers | undefined

  const me = () => myId
  const listening = () => {
    if (handlers === undefined) throw new Error('the chat is not started')
    return handlers
  }
  const people = directory(client)
  const rooms = channels(client, me, people)
  const posts = posting({
    client,
    me,
    secret,
    actionUrl: own('action'),
    channels: rooms,
    directory: people,
  })
  const registration = commandRegistration({
    client,
    triggers: options.commands,
    commandUrl: own('command'),
    tokens: options.commandTokens,
    log,
  })
  const watching = notices({
    client,
    me,
    channels: rooms,
    directory: people,
    notice: (notice) => listening().notice(notice),
    reading,
    log,
  })
  const answering = acknowledger(log)
  const interact = interactor({
    client,
    directory: people,
    posting: posts,
    secret,
    dialogUrl: own('dialog'),
    log,
    handlers: listening,
  })
  const routes = callbacks({
    secret,
    me,
    isCommandToken: (received) => registration.isToken(received),
    threadOf: (post) => threadOf(client, post),
    interact,
    replies: replies(client, posts, privateTeller(client, posts), log),
    acknowledger: answering,
  })

  function inBackground(what: string, work: Promise<void>): void {
    work.catch((error: unknown) => log.error(describeFailure(error), what))
  }

  function registerIn(team: string): void {
    inBackground('slash commands were not registered', registration.register(team))
  }

  function onEvent(received: unknown): void {
    const event = readEvent(received)
    if (event === undefined) return
    switch (event.event) {
      case 'posted':
      case 'post_edited':
        return watching.posted(event.data.post)
      case 'post_deleted':
        return watching.deleted(event.data.post)
      case 'user_added':
        return watching.moved('joined', event.broadcast.channel_id, event.data.user_id)
      case 'user_removed':
        return watching.moved('left', event.broadcast.channel_id, event.data.user_id)
      case 'user_updated':
        return people.forget(event.data.user.id)
      case 'user_activation_status_change':
        return people.forgetAll()
      case 'added_to_team':
        return registerIn(event.data.team_id)
      case 'memberrole_updated':
        // The bot may have become a team administrator, as its log asked.
        return registerIn(event.data.member.team_id)
    }
  }

  const events = stream({
    reading,
    open: () =>
      connect({
        url,
        token,
        log,
        onEvent,
        onMissed: () => inBackground('missed messages could not be read', watching.backFill()),
      }),
    prime: () => watching.prime(),
    catchUp: () => watching.backFill(),
    log,
  })

  return {
    routes,
    async start(given) {
      handlers = given
      myId = (await client.getMe()).id
      for (const { id } of await client.getMyTeams()) await registration.register(id)
      await events.start()
    },
    async stop() {
      await events.stop()
      await Promise.all([answering.stop(), watching.stop()])
    },
    async ping() {
      await client.getMe()
    },
    post: (to, message, key) => posts.post(to, message, key),
    update: (ref, message) => posts.update(ref, message),
    remove: (ref) => removal(client, ref),
    ownMessages: (where, since) => ownMessages({ client, me, channels: rooms }, where, since),
    retract: (ref, instead) => retraction(client, myId, ref, instead),
    filesOf: (ref, most) => filesOf(client, ref, most),
    find: (to, key, since) => posts.find(to, key, since),
    createChannel: (request) => rooms.create(request),
    addMember: (channel, person) => rooms.add(channel, person),
    removeMember: (channel, person) => rooms.remove(channel, person),
    person: (id) => people.person(id),
    personByEmail: (email) => people.personByEmail(email),
    sharedTeams: (person) => people.sharedTeams(person),
  }
}
