// @ts-check
/** @import { App, Channel, Session } from '../types.d.ts' */
import { avatar, nameOf } from '../chat/people.js'
import { isDirect, partnerId } from '../chat/unread.js'
import { renderLine } from '../markdown/render.js'
import { byId, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { syncChildren } from '../ui/sync-children.js'

/**
 * Where one is: the channel's name and purpose, or the other person.
 * @param {App} app
 */
export function createChannelHeader(app) {
  const place = byId('channel-header', HTMLElement)
  return () => {
    const session = app.sessions.get(app.current)
    const channel = session?.channels.get(session.channelId)
    if (!session || !channel) {
      syncChildren(place, [])
      return
    }
    const about = isDirect(channel) ? session.users.get(partnerId(session, channel)) : undefined
    const { display_name: name, purpose, header, type } = channel
    syncChildren(place, [
      {
        key: `${session.username}/${channel.id}`,
        version: [name, purpose, header, type, about],
        make: () => title(session, channel),
      },
    ])
  }
}

/**
 * @param {Session} session
 * @param {Channel} channel
 */
function title(session, channel) {
  if (isDirect(channel)) {
    const user = session.users.get(partnerId(session, channel))
    return h('div', {}, avatar(user, 'small'), h('h2', {}, nameOf(user)), user?.is_bot && botTag())
  }
  const about = channel.header || channel.purpose
  return h(
    'div',
    {},
    icon(channel.type === 'P' ? 'lock' : 'hash'),
    h('h2', {}, channel.display_name),
    about &&
      h(
        'p',
        { class: 'quiet' },
        renderLine(about, () => undefined),
      ),
  )
}

export const botTag = () => h('span', { class: 'tag' }, 'bot')
