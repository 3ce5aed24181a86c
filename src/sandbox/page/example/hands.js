// @ts-check
/** @import { App, DialogElement, DialogValue, Post, PostAction, PostList, Session } from '../types.d.ts' */
import { submitDialog } from '../chat/actions.js'
import { act } from '../chat/dialogs.js'
import { timelineOf } from '../chat/timelines.js'
import { isDirect } from '../chat/unread.js'

/** How long a message or a dialog may take to come, in milliseconds. */
const PATIENCE = 15_000
const INTERVAL = 40

/**
 * What people do in front of the messenger, done for them, through what the page itself uses.
 * @param {App} app
 */
export function createHands(app) {
  /** @param {string} name */
  const sessionOf = (name) => {
    const session = app.sessions.get(name)
    if (!session) throw new Error(`${name} n’est pas là.`)
    return session
  }

  return {
    /**
     * Types a command and waits until the server took it.
     * @param {string} name
     * @param {string} channelId
     * @param {string} command
     */
    async command(name, channelId, command) {
      const session = sessionOf(name)
      const body = { command, channel_id: channelId, team_id: session.teamId }
      await act(session, () => session.api.post('/api/v4/commands/execute', body))
    },
    /**
     * Presses the latest button of that label in a channel, or in the direct messages: the answer to a
     * form comes there.
     * @param {string} name
     * @param {string} channelId
     * @param {string} label
     */
    async press(name, channelId, label) {
      const session = sessionOf(name)
      const { post, action } = await eventually(`« ${label} »`, () =>
        latestButton(session, channelId, label),
      )
      const path = `/api/v4/posts/${post.id}/actions/${action.id}`
      const body = { selected_option: '', cookie: action.cookie ?? '' }
      await act(session, () => session.api.post(path, body))
    },
    /**
     * Fills in the dialog that has just opened and sends it. A value may be a function of the field.
     * @param {string} name
     * @param {Readonly<Record<string, DialogValue>>} values
     * @param {(field: DialogElement, at: number) => DialogValue | undefined} [other] For fields not named.
     */
    async fill(name, values, other = () => undefined) {
      const session = sessionOf(name)
      const open = await eventually('le formulaire', async () => session.dialog)
      session.dialog = undefined
      const elements = open.request.dialog.elements ?? []
      const filled = elements.map((field, at) => [
        field.name,
        values[field.name] ?? other(field, at) ?? shownIn(field),
      ])
      const answer = await submitDialog(session, open, Object.fromEntries(filled), false)
      const problems = [answer.error, ...Object.values(answer.errors ?? {})].filter(Boolean)
      if (problems.length > 0) throw new Error(problems.join(' '))
    },
    /**
     * The newest channel whose name starts like this, once it is there.
     * @param {string} name
     * @param {string} prefix
     */
    channel(name, prefix) {
      const session = sessionOf(name)
      return eventually('le canal', async () => {
        const mine = [...session.channels.values()].filter((channel) =>
          channel.name.startsWith(prefix),
        )
        return mine.toSorted((a, b) => (a.last_post_at ?? 0) - (b.last_post_at ?? 0)).at(-1)
      })
    },
    /**
     * Waits until something is said in a channel, or in the direct messages.
     * @param {string} name
     * @param {string} channelId
     * @param {string} words
     */
    async sees(name, channelId, words) {
      const session = sessionOf(name)
      await eventually(`« ${words} »`, async () =>
        (await postsOf(session, channelId)).find((post) => JSON.stringify(post).includes(words)),
      )
    },
  }
}

/**
 * @template T
 * @param {string} what Said when it does not come.
 * @param {() => Promise<T | undefined>} look
 * @returns {Promise<T>}
 */
async function eventually(what, look) {
  const until = Date.now() + PATIENCE
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > until) throw new Error(`${what} n’est pas venu.`)
    await new Promise((resolve) => window.setTimeout(resolve, INTERVAL))
  }
}

/**
 * What the server has of a channel and of direct messages, and the private answers, which only this page
 * has; oldest first.
 * @param {Session} session
 * @param {string} channelId
 * @returns {Promise<readonly Post[]>}
 */
async function postsOf(session, channelId) {
  const directs = [...session.channels.values()].filter(isDirect).map(({ id }) => id)
  const lists = await Promise.all(
    [channelId, ...directs].map(async (id) => {
      /** @type {PostList} */
      const list = await session.api.get(`/api/v4/channels/${id}/posts?per_page=60`)
      return [...Object.values(list.posts), ...timelineOf(session, id).posts.values()]
    }),
  )
  return lists.flat().toSorted((a, b) => a.create_at - b.create_at)
}

/**
 * @param {Session} session
 * @param {string} channelId
 * @param {string} label
 * @returns {Promise<{ post: Post, action: PostAction } | undefined>}
 */
async function latestButton(session, channelId, label) {
  for (const post of (await postsOf(session, channelId)).toReversed()) {
    const actions = (post.props?.attachments ?? []).flatMap(({ actions }) => actions ?? [])
    const action = actions.find(({ name }) => name === label)
    if (action) return { post, action }
  }
  return undefined
}

/**
 * What a field shows when its dialog opens.
 * @param {DialogElement} field
 * @returns {DialogValue}
 */
function shownIn({ type, default: shown }) {
  return type === 'bool' ? shown === 'true' : (shown ?? '')
}
