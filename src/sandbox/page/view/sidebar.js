// @ts-check
/** @import { App, Channel, Session, User } from '../types.d.ts' */
import { showChannel, showDirect } from '../chat/actions.js'
import { avatar, nameOf } from '../chat/people.js'
import { explain } from '../chat/sentences.js'
import { isDirect, partnerId, unreadIn } from '../chat/unread.js'
import { button, byId, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { syncChildren } from '../ui/sync-children.js'
import { exampleParts, exampleState, mayLoadExample } from './example.js'
import { unreadMark } from './people.js'
import { hasSpoken } from './posts.js'
import { resetButton } from './reset.js'

/**
 * The channels and direct messages of the person on screen.
 * @param {App} app
 * @param {() => void} leave Called when something was chosen.
 */
export function createSidebar(app, leave) {
  const self = h('div', { class: 'self' })
  const channels = h('div', { class: 'nav-list', role: 'group', 'aria-labelledby': 'nav-channels' })
  const directs = h('div', { class: 'nav-list', role: 'group', 'aria-labelledby': 'nav-directs' })
  const refusal = h('p', { class: 'refusal', role: 'alert' })
  const example = h('div', { class: 'example' })
  byId('sidebar', HTMLElement).append(
    self,
    h('h2', { id: 'nav-channels' }, 'Canaux'),
    channels,
    h('h2', { id: 'nav-directs' }, 'Messages directs'),
    directs,
    refusal,
    example,
    resetButton(app),
  )

  /** @param {Promise<void>} showing */
  const follow = (showing) => {
    refusal.textContent = ''
    leave()
    showing.catch((error) => {
      refusal.textContent = explain(error, 'Ce canal ne s’ouvre pas. Réessaie dans un instant.')
    })
  }

  return () => {
    const session = app.sessions.get(app.current)
    syncChildren(self, session ? [selfItem(session.me)] : [])
    syncChildren(
      channels,
      session
        ? sortedChannels(session).map((channel) =>
            channelItem(session, channel, () => follow(showChannel(app, session, channel.id))),
          )
        : [],
    )
    syncChildren(
      directs,
      session
        ? partners(session).map((user) =>
            directItem(session, user, () => follow(showDirect(app, session, user.id))),
          )
        : [],
    )
    syncChildren(example, session ? exampleItems(app, session) : [])
  }
}

/**
 * The example, where the place on screen does not offer it any more.
 * @param {App} app
 * @param {Session} session
 */
function exampleItems(app, session) {
  if (!hasSpoken(session) || !mayLoadExample(app)) return []
  return [
    {
      key: 'example',
      version: exampleState(app),
      make: () => h('div', {}, ...exampleParts(app, 'example-aside')),
    },
  ]
}

/** @param {User} me */
function selfItem(me) {
  return {
    key: me.id,
    version: [me],
    make: () =>
      h(
        'p',
        {},
        avatar(me),
        h(
          'span',
          {},
          h('strong', {}, nameOf(me)),
          h('span', { class: 'quiet' }, `@${me.username}`),
        ),
      ),
  }
}

/** @param {Session} session */
function sortedChannels(session) {
  return [...session.channels.values()]
    .filter((channel) => !isDirect(channel))
    .toSorted((a, b) => sortKey(a).localeCompare(sortKey(b), 'fr'))
}

/**
 * The channel where everybody is comes first.
 * @param {Channel} channel
 */
const sortKey = ({ name, display_name: title }) => `${name === 'town-square' ? 0 : 1}${title}`

/**
 * Everybody one can write to: bots first, then by latest message, then by name.
 * @param {Session} session
 */
function partners(session) {
  const latest = (/** @type {User} */ user) => directWith(session, user)?.last_post_at ?? 0
  return [...session.users.values()]
    .filter((user) => user.id !== session.me.id)
    .filter((user) => !user.delete_at || latest(user) > 0)
    .toSorted(
      (a, b) =>
        Number(b.is_bot ?? false) - Number(a.is_bot ?? false) ||
        latest(b) - latest(a) ||
        nameOf(a).localeCompare(nameOf(b), 'fr'),
    )
}

/**
 * @param {Session} session
 * @param {User} user
 */
function directWith(session, user) {
  return [...session.channels.values()].find(
    (channel) => isDirect(channel) && partnerId(session, channel) === user.id,
  )
}

/**
 * @param {Session} session
 * @param {Channel} channel
 * @param {() => void} show
 */
function channelItem(session, channel, show) {
  const isPrivate = channel.type === 'P'
  return navItem(session, channel, show, {
    key: channel.id,
    testId: `channel-${channel.name}`,
    name: channel.display_name,
    detail: isPrivate ? 'canal privé' : '',
    picture: () => icon(isPrivate ? 'lock' : 'hash'),
    about: channel.type,
  })
}

/**
 * @param {Session} session
 * @param {User} user
 * @param {() => void} show
 */
function directItem(session, user, show) {
  return navItem(session, directWith(session, user), show, {
    key: user.id,
    testId: `direct-${user.username}`,
    name: nameOf(user),
    detail: user.is_bot ? 'bot' : '',
    picture: () => avatar(user, 'small'),
    about: user,
  })
}

/**
 * @param {Session} session
 * @param {Channel | undefined} channel
 * @param {() => void} show
 * @param {{ key: string, testId: string, name: string, detail: string, picture: () => Element,
 *   about: unknown }} item
 */
function navItem(session, channel, show, { key, testId, name, detail, picture, about }) {
  const { posts, calls } = channel ? unreadIn(session, channel) : { posts: 0, calls: 0 }
  const current = channel !== undefined && channel.id === session.channelId
  const unread = posts === 0 ? '' : posts === 1 ? '1 message non lu' : `${posts} messages non lus`
  return {
    key: `${session.username}/${key}`,
    version: [name, about, posts > 0, calls, current, unread],
    make: () =>
      button(
        {
          class: posts > 0 ? 'nav-item nav-unread' : 'nav-item',
          'data-testid': testId,
          'data-focus': testId,
          'data-unread': String(posts),
          'aria-current': current && 'true',
          'aria-label': [name, detail, unread].filter(Boolean).join(', '),
        },
        show,
        picture(),
        h('span', { class: 'nav-name' }, name),
        detail === 'bot' && h('span', { class: 'tag' }, 'bot'),
        unreadMark(calls, posts),
      ),
  }
}
