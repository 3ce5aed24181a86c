// @ts-check
/** @import { App, User } from '../types.d.ts' */
import { accounts, avatar, nameOf } from '../chat/people.js'
import { showPerson } from '../chat/switching.js'
import { unreadOf } from '../chat/unread.js'
import { button, byId, h } from '../ui/dom.js'
import { syncChildren } from '../ui/sync-children.js'

/**
 * The people one can be, with what waits for each of them.
 * @param {App} app
 */
export function createPeople(app) {
  const place = byId('people', HTMLElement)
  return () =>
    syncChildren(
      place,
      accounts.map((username) => personItem(app, username)),
    )
}

/**
 * @param {App} app
 * @param {string} username
 */
function personItem(app, username) {
  const session = app.sessions.get(username)
  const { calls, posts } = session ? unreadOf(session) : { calls: 0, posts: 0 }
  const current = app.current === username
  const user = session?.me ?? personCalled(app, username)
  const failed = app.failures.has(username)
  return {
    key: username,
    version: [user.id, calls, posts > 0, current, failed],
    make: () =>
      button(
        {
          class: failed ? 'person person-failed' : 'person',
          'data-testid': `person-${username}`,
          'data-focus': username,
          'aria-current': current && 'true',
          'aria-label': personLabel(user, current, calls),
          title: nameOf(user),
        },
        () => showPerson(app, username),
        avatar(user, 'large'),
        h('span', { class: 'person-name' }, username),
        unreadMark(calls, posts),
      ),
  }
}

/**
 * Somebody whose session is still to open, as the others know them.
 * @param {App} app
 * @param {string} username
 * @returns {User}
 */
function personCalled(app, username) {
  const known = [...app.users.values()].find((user) => user.username === username)
  return known ?? { id: '', username }
}

/**
 * @param {User} user
 * @param {boolean} current
 * @param {number} calls
 */
function personLabel(user, current, calls) {
  const who = current ? `${nameOf(user)}, c’est toi` : `Devenir ${nameOf(user)}`
  const unread = calls === 1 ? ', 1 message non lu' : `, ${calls} messages non lus`
  return `${who} (${user.username})${calls > 0 ? unread : ''}`
}

/**
 * A number for what calls the person, a dot for the rest.
 * @param {number} calls
 * @param {number} posts
 */
export function unreadMark(calls, posts) {
  if (calls > 0)
    return h('span', { class: 'badge', 'aria-hidden': 'true' }, calls > 99 ? '99+' : `${calls}`)
  return posts > 0 && h('span', { class: 'dot', 'aria-hidden': 'true' })
}
