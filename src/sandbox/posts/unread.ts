/** Unread marks: who has read how much of a channel, and who is called in a message. */
import type { Channel, ChannelMember, Post } from '../store/entities.ts'
import type { Store } from '../store/store.ts'

const EVERYONE = /(?:^|[^\w@])@(?:all|channel|here)\b/i

const membersOf = (store: Store, channel: Channel): ChannelMember[] =>
  store.channelMembers.find(`body->>'channel_id' = ?`, channel.id)

/** The members whom a post calls, its author left out: everyone in direct messages. */
function mentioned(store: Store, channel: Channel, post: Post): Set<string> {
  const everyone = channel.type === 'D' || EVERYONE.test(post.message)
  const names = new Set(
    [...post.message.matchAll(/@([a-z0-9._-]+)/gi)].map(([, name = '']) => name.toLowerCase()),
  )
  const called = membersOf(store, channel).filter(({ user_id }) => {
    if (user_id === post.user_id) return false
    return everyone || names.has(store.users.get(user_id)?.username ?? '')
  })
  return new Set(called.map(({ user_id }) => user_id))
}

/** Counts a post that was just written; its author has read it. */
export function countPost(store: Store, channel: Channel, post: Post): Set<string> {
  const root = post.root_id === '' ? 1 : 0
  const counted = store.channels.put({
    ...channel,
    last_post_at: post.create_at,
    last_root_post_at: root ? post.create_at : channel.last_root_post_at,
    total_msg_count: channel.total_msg_count + 1,
    total_msg_count_root: channel.total_msg_count_root + root,
  })
  const called = mentioned(store, channel, post)
  for (const member of membersOf(store, channel)) {
    if (member.user_id === post.user_id) markViewed(store, counted, member, post.create_at)
    else if (called.has(member.user_id))
      store.channelMembers.put({
        ...member,
        mention_count: member.mention_count + 1,
        mention_count_root: member.mention_count_root + root,
      })
  }
  return called
}

export function markViewed(
  store: Store,
  channel: Channel,
  member: ChannelMember,
  at: number,
): void {
  store.channelMembers.put({
    ...member,
    last_viewed_at: Math.max(at, channel.last_post_at),
    last_update_at: at,
    msg_count: channel.total_msg_count,
    msg_count_root: channel.total_msg_count_root,
    mention_count: 0,
    mention_count_root: 0,
  })
}
