/** Slack behind the chat port: this file only wires the parts together. */
import { App } from '@slack/bolt'
import type { Hono } from 'hono'
import type { Logger } from 'pino'

import { describeFailure } from '../failures.ts'
import type { Chat, Handlers } from '../port.ts'
import type { Reading } from '../reading.ts'
import { channels } from './channels.ts'
import { quietLogger, slackClients } from './client.ts'
import { deliverer } from './deliver.ts'
import { directory } from './directory.ts'
import { readEvent } from './events.ts'
import { filesOf } from './files.ts'
import { filing } from './filing.ts'
import { home } from './home.ts'
import { httpReceiver } from './http.ts'
import { inbound } from './inbound.ts'
import { interactor, type PageFor } from './interact.ts'
import { later } from './later.ts'
import { notices } from './notices.ts'
import { ownMessages } from './own-messages.ts'
import { pace } from './pace.ts'
import { posting } from './posting.ts'
import { removal, retraction } from './removal.ts'
import { actionRequest, commandRequest, viewRequest } from './requests.ts'
import { responder } from './respond.ts'
import { socketReceiver } from './socket.ts'
import { taker } from './take.ts'

export interface SlackOptions {
  readonly botToken: string
  /** Opens the connection by which Slack sends; without it Slack calls `routes`. */
  readonly appToken?: string
  /** Proves that Slack sent what comes to `routes`; without it nothing is accepted there. */
  readonly signingSecret?: string
  /** Of an administrator, to take down what others wrote. */
  readonly adminToken?: string
  readonly apiUrl: string
  /** Seals what Slack keeps for the bot and has no business reading. */
  readonly secret: string
  readonly log: Logger
  /** How far each channel was read. */
  readonly reading: Pick<Reading, 'marks' | 'mark'>
  /** Slash commands without their slash; the first fills the Home tab. */
  readonly commands: readonly string[]
  /** Words of the command whose answers the Home tab shows. */
  readonly homeShows: readonly string[]
  /** Where a form opens that no modal can hold. */
  readonly pageFor: PageFor
  /** How long a channel rests between two postings: Slack takes about one per second. */
  readonly betweenPostingsMs?: number
}

const BETWEEN_POSTINGS_MS = 1_000

/** The chat, and the HTTP route `/events` for Slack to call. */
export function slackChat(options: SlackOptions): Chat & { readonly routes: Hono } {
  const { log, secret } = options
  const clients = slackClients(options)
  const { calm, quick } = clients
  let myId = ''
  let myTeam = ''
  let handlers: Handlers | undefined

  const me = () => myId
  const listening = () => {
    if (handlers === undefined) throw new Error('the chat is not started')
    return handlers
  }
  const turns = pace(options.betweenPostingsMs ?? BETWEEN_POSTINGS_MS)
  const people = directory(calm, turns)
  const rooms = channels(calm, me, people, turns)
  const posts = posting({ client: calm, me, channels: rooms, pace: turns })
  const respond = responder(calm, posts, log)
  const deliver = deliverer(posts, respond)
  const goingOn = later(log)
  const tab = home({
    client: calm,
    channels: rooms,
    team: () => myTeam,
    command: options.commands[0] ?? '',
    shows: options.homeShows,
    handlers: listening,
    log,
  })
  const interact = interactor({ ...options, quick, handlers: listening })
  const asking = inbound({
    secret,
    channels: rooms,
    respond,
    deliver,
    interact,
    later: goingOn,
    log,
    refreshHome: (person) => tab.publish(person),
  })
  const file = filing({ quick, respond, deliver, interact, later: goingOn })
  const watching = notices({
    client: calm,
    me,
    channels: rooms,
    directory: people,
    notice: (notice) => listening().notice(notice),
    reading: options.reading,
  })
  const catchUp = () =>
    watching.backFill().catch((error: unknown) => {
      log.error(describeFailure(error), 'missed messages could not be read')
    })

  const take = taker()
  const http = httpReceiver({ signingSecret: options.signingSecret, log, take })
  const receiver =
    options.appToken === undefined
      ? http
      : socketReceiver({
          appToken: options.appToken,
          apiUrl: options.apiUrl,
          log,
          take,
          onBack: () => goingOn.follow(catchUp()),
        })

  const app = new App({
    receiver,
    authorize: async () => ({ botToken: options.botToken, botUserId: myId }),
    logger: quietLogger(log),
    // What the bot itself says is told apart where it is read.
    ignoreSelf: false,
    convoStore: false,
    clientOptions: { slackApiUrl: options.apiUrl },
  })
  // Whoever passed it on must know, so as not to acknowledge it.
  app.error(async (error) => {
    throw error
  })
  app.command(/^\//u, async ({ body, ack }) => {
    await asking.command(commandRequest.parse(body))
    await ack()
  })
  app.action(/^/u, async ({ body, ack }) => {
    await asking.action(actionRequest.parse(body))
    await ack()
  })
  app.view({ type: 'view_submission' }, async ({ body, ack }) => {
    const reply = await file(viewRequest.parse(body))
    await (reply === undefined ? ack() : ack(reply))
  })
  app.event(/^/u, async ({ event }) => onEvent(event))

  async function onEvent(received: unknown): Promise<void> {
    const event = readEvent(received)
    switch (event?.type) {
      case 'message':
        return watching.message(event)
      case 'member_joined_channel':
        return watching.moved('joined', event.channel, event.user, event.event_ts)
      case 'member_left_channel':
        return watching.moved('left', event.channel, event.user, event.event_ts)
      case 'user_change':
        return people.forget(event.user.id)
      case 'app_home_opened':
        if (event.tab !== 'messages') goingOn.follow(tab.publish(event.user))
        return
      case undefined:
        log.debug('an event that nobody looks at')
    }
  }

  return {
    routes: http.routes,
    async start(given) {
      handlers = given
      const { user_id: user = '', team_id: team = '' } = await calm.auth.test()
      myId = user
      myTeam = team
      await receiver.start()
      goingOn.follow(catchUp())
    },
    async ping() {
      await calm.auth.test()
    },
    async stop() {
      await receiver.stop()
      await Promise.all([goingOn.stop(), watching.stop()])
      turns.stop()
    },
    post: (to, message, key) => posts.post(to, message, key),
    update: (ref, message) => posts.update(ref, message),
    remove: (ref) => removal(clients, ref, log),
    ownMessages: (where, since) =>
      ownMessages({ client: calm, me, channels: rooms, pace: turns }, where, since),
    retract: (ref, instead) => retraction(calm, me(), ref, instead),
    filesOf: (ref, most) => filesOf(calm, options.botToken, ref, most),
    find: (to, key, since) => posts.find(to, key, since),
    createChannel: (request) => rooms.create(request),
    addMember: (channel, person) => rooms.add(channel, person),
    removeMember: (channel, person) => rooms.remove(channel, person),
    person: (id) => people.person(id),
    personByEmail: (email) => people.personByEmail(email),
    sharedTeams: (person) => people.sharedTeams(person),
  }
}
