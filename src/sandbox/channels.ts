/** Making channels. */
import { AppError } from './api/errors.ts'
import { sayJoined } from './posts/system.ts'
import type { Sandbox } from './sandbox.ts'
import type { Channel, User } from './store/entities.ts'
import { makeChannel, makeChannelMember } from './store/make.ts'
import type { NewChannel } from './store/make.ts'

export const channelNameTaken = (): AppError =>
  new AppError(
    400,
    'store.sql_channel.save_channel.exists.app_error',
    'Un canal de cette équipe porte déjà ce nom. Choisis-en un autre.',
  )

/** Makes a channel whose only member, and administrator, is `creator`. */
export function createChannel(
  sandbox: Sandbox,
  creator: User,
  creation: Omit<NewChannel, 'creator_id'>,
): Channel {
  const { store, clock, hub } = sandbox
  const { team_id, name } = creation
  if (store.channels.first(`body->>'team_id' = ? AND body->>'name' = ?`, team_id, name))
    throw channelNameTaken()
  const now = clock.now()
  const channel = makeChannel(now, { ...creation, creator_id: creator.id })
  store.transaction(() => {
    store.channels.put(channel)
    store.channelMembers.put(makeChannelMember(now, channel, creator.id, true))
  })
  hub.publish({
    event: 'channel_created',
    data: { channel_id: channel.id, team_id },
    to: { kind: 'user', id: creator.id },
  })
  sayJoined(sandbox, channel, creator)
  return channel
}

/** The direct messages between two people, made the first time. */
export function directChannel(sandbox: Sandbox, me: User, one: User, other: User): Channel {
  const { store, clock, hub } = sandbox
  const ids = [...new Set([one.id, other.id])].toSorted()
  const name = `${ids[0]}__${ids.at(-1)}`
  const known = store.channels.first(`body->>'team_id' = '' AND body->>'name' = ?`, name)
  if (known) return known
  const now = clock.now()
  const channel = makeChannel(now, {
    team_id: '',
    type: 'D',
    name,
    display_name: '',
    creator_id: me.id,
  })
  store.transaction(() => {
    store.channels.put(channel)
    for (const id of ids) store.channelMembers.put(makeChannelMember(now, channel, id))
  })
  hub.publish({
    event: 'direct_added',
    data: { creator_id: me.id, teammate_id: me.id === one.id ? other.id : one.id },
    to: { kind: 'channel', id: channel.id },
  })
  return channel
}
