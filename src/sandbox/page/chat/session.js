// @ts-check
/** @import { App, Channel, Membership, Session, User } from '../types.d.ts' */
import { createApi, logIn, RefusedRequest } from './api.js'
import { applyEvent } from './events.js'
import { password } from './people.js'
import { isShown, markSeen, noteUnread, readChannel, readCommands, readThread } from './reading.js'
import { openSocket } from './socket.js'

/**
 * Logs someone in, with the token that this tab remembers when it still works, and follows what
 * happens to them from then on.
 * @param {App} app
 * @param {string} username
 * @returns {Promise<Session>}
 */
export async function openSession(app, username) {
  const { api, me } = await recogniseOrLogIn(username)
  const teams = await api.get('/api/v4/users/me/teams')
  /** @type {Session} */
  const session = {
    username,
    api,
    me,
    teamId: teams[0]?.id ?? '',
    users: app.users,
    channels: new Map(),
    members: new Map(),
    timelines: new Map(),
    pressed: new Set(),
    refusals: new Map(),
    drafts: new Map(),
    triggers: new Set(),
    acting: 0,
    waitingDialog: undefined,
    dialog: undefined,
    commands: [],
    connection: { kind: 'connecting' },
    channelId: window.sessionStorage.getItem(`channel-${username}`) ?? '',
    rootId: '',
  }
  openSocket(api.token, {
    event: (event) =>
      applyEvent(app, session, event, {
        readChannels: () => readChannels(app, session),
        readPeople: () => readPeople(app, session),
      }),
    connection: (connection) => {
      session.connection = connection
      if (connection.kind === 'lost') startAgainIfForgotten(app, session).catch(ignore)
      app.changed()
    },
    greeted: () => {
      readEverything(app, session).catch(() => {
        // The connection went away again; the next greeting reads everything anew.
      })
    },
  })
  return session
}

/** A server that cannot be reached is asked again with the next attempt to connect. */
function ignore() {}

/**
 * A server that was emptied knows neither the session nor anything on screen.
 * @param {App} app
 * @param {Session} session
 */
async function startAgainIfForgotten(app, session) {
  const known = await recognise(session.api.token)
  if (!known && app.current === session.username) window.location.reload()
}

/** @param {string} username */
async function recogniseOrLogIn(username) {
  const key = `token-${username}`
  const remembered = window.sessionStorage.getItem(key)
  const known = remembered ? await recognise(remembered) : undefined
  if (known) return known
  const token = await logIn(username, password)
  window.sessionStorage.setItem(key, token)
  const api = createApi(token)
  return { api, me: await api.get('/api/v4/users/me') }
}

/**
 * @param {string} token
 * @returns {Promise<{ api: import('../types.d.ts').Api, me: User } | undefined>}
 */
async function recognise(token) {
  const api = createApi(token)
  try {
    return { api, me: await api.get('/api/v4/users/me') }
  } catch (error) {
    if (error instanceof RefusedRequest && error.status === 401) return undefined
    throw error
  }
}

/**
 * @param {App} app
 * @param {Session} session
 */
async function readEverything(app, session) {
  for (const timeline of session.timelines.values()) timeline.loaded = false
  await Promise.all([readCommands(session), readPeople(app, session), readChannels(app, session)])
  if (isShown(app, session, session.channelId)) {
    noteUnread(session)
    await readChannel(app, session, session.channelId)
    if (session.rootId) await readThread(app, session, session.rootId)
    markSeen(app, session)
  }
  app.changed()
}

/**
 * @param {App} app
 * @param {Session} session
 */
async function readPeople(app, session) {
  /** @type {User[]} */
  const users = await session.api.get('/api/v4/users?per_page=200')
  for (const user of users) session.users.set(user.id, user)
  app.changed()
}

/**
 * Reads the person's channels again; whoever stood in one that is gone returns to the first.
 * @param {App} app
 * @param {Session} session
 */
async function readChannels(app, session) {
  const path = `/api/v4/users/me/teams/${session.teamId}/channels`
  /** @type {[Channel[], Membership[]]} */
  const [channels, members] = await Promise.all([
    session.api.get(path),
    session.api.get(`${path}/members`),
  ])
  session.channels.clear()
  for (const channel of channels) if (!channel.delete_at) session.channels.set(channel.id, channel)
  session.members.clear()
  for (const member of members) session.members.set(member.channel_id, member)
  if (!session.channels.has(session.channelId)) {
    const first = channels.find(({ name }) => name === 'town-square') ?? channels[0]
    session.channelId = first?.id ?? ''
    session.rootId = ''
    if (isShown(app, session, session.channelId)) {
      await readChannel(app, session, session.channelId)
    }
  }
  app.changed()
}
