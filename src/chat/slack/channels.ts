/** Channels of the bot: direct ones, and those that it makes for a recruitment. */
import { cache } from '../cache.ts'
import { clean } from '../clean.ts'
import { PermanentChatError, type ChannelId, type ChannelRequest, type PersonId } from '../port.ts'
import { codeOf, isOneOf, orPermanent, type SlackClient } from './client.ts'
import type { Directory } from './directory.ts'
import { shorten } from './limits.ts'
import type { Pace } from './pace.ts'

const NAME_LIMIT = 80
/** Of a topic and of a purpose. */
const ABOUT_LIMIT = 250
const KEPT_CHANNELS = 5_000
const PAGE = 200
const ALREADY_IN: ReadonlySet<string> = new Set(['already_in_channel', 'cant_invite_self'])
const ALREADY_OUT: ReadonlySet<string> = new Set(['not_in_channel', 'user_not_found'])

export interface Channels {
  /** The direct messages between the bot and someone who can still read them. */
  direct(person: PersonId): Promise<ChannelId>
  /** The same, whether or not they still read them; undefined when there never were any. */
  directWithAnyone(person: PersonId): Promise<ChannelId | undefined>
  /** True in the direct messages between this person and the bot. */
  isDirectOf(person: PersonId, channel: ChannelId): Promise<boolean>
  create(request: ChannelRequest): Promise<ChannelId>
  add(channel: ChannelId, person: PersonId): Promise<void>
  remove(channel: ChannelId, person: PersonId): Promise<void>
  /** Every private channel that the bot is in: it makes no others. */
  mine(): Promise<readonly ChannelId[]>
}

export function channels(
  client: SlackClient,
  me: () => PersonId,
  { person }: Pick<Directory, 'person'>,
  { patiently }: Pick<Pace, 'patiently'>,
): Channels {
  const known = cache<ChannelId>(KEPT_CHANNELS)

  async function direct(id: PersonId): Promise<ChannelId> {
    const found = known.get(id)
    if (!(await person(id)).active) throw new PermanentChatError('this account is not active')
    if (found !== undefined) return found
    const { channel } = await orPermanent(patiently(() => client.conversations.open({ users: id })))
    if (channel?.id === undefined) throw new Error('Slack gave no direct channel')
    known.set(id, channel.id)
    return channel.id
  }

  async function* ours(types = 'private_channel') {
    let cursor = ''
    do {
      const at = cursor === '' ? {} : { cursor }
      const page = await patiently(() => client.users.conversations({ types, limit: PAGE, ...at }))
      yield* page.channels ?? []
      cursor = page.response_metadata?.next_cursor ?? ''
    } while (cursor !== '')
  }

  /** The channel of that name, when it is the one that an earlier try of ours made. */
  async function existing(name: string, refusal: unknown): Promise<ChannelId> {
    for await (const channel of ours()) {
      if (channel.name !== name || channel.id === undefined) continue
      if (channel.creator === me() && channel.is_archived !== true) return channel.id
      break
    }
    throw new PermanentChatError('the channel of that name is not ours or is archived', {
      cause: refusal,
    })
  }

  return {
    direct,
    async directWithAnyone(id) {
      const found = known.get(id)
      if (found !== undefined) return found
      // Slack opens nothing with an account that was deactivated, and still has what was said.
      for await (const { id: channel, user } of ours('im')) if (user === id) return channel
      return undefined
    },
    async isDirectOf(id, channel) {
      return channel.startsWith('D') && channel === (await direct(id))
    },
    async create({ name: wanted, title, purpose }) {
      const name = wanted.toLowerCase().slice(0, NAME_LIMIT)
      const channel = await patiently(() =>
        client.conversations.create({ name, is_private: true }),
      ).then(
        (made) => made.channel?.id ?? '',
        (error: unknown) => {
          if (codeOf(error) === 'name_taken') return existing(name, error)
          return orPermanent(Promise.reject(error))
        },
      )
      // Said again after a crash between the two: setting what is set changes nothing.
      await orPermanent(
        patiently(() => client.conversations.setTopic({ channel, topic: about(title) })),
      )
      await orPermanent(
        patiently(() => client.conversations.setPurpose({ channel, purpose: about(purpose) })),
      )
      return channel
    },
    async add(channel, id) {
      await orPermanent(
        patiently(() => client.conversations.invite({ channel, users: id })).catch(
          (error: unknown) => {
            if (!isOneOf(error, ALREADY_IN)) throw error
          },
        ),
      )
    },
    async remove(channel, id) {
      await orPermanent(
        patiently(() => client.conversations.kick({ channel, user: id })).catch(
          (error: unknown) => {
            if (!isOneOf(error, ALREADY_OUT)) throw error
          },
        ),
      )
    },
    async mine() {
      const ids: ChannelId[] = []
      for await (const { id, is_archived: isArchived } of ours()) {
        if (id !== undefined && isArchived !== true) ids.push(id)
      }
      return ids
    },
  }
}

function about(typed: string): string {
  return shorten(clean(typed).replace(/\s+/gu, ' ').trim(), ABOUT_LIMIT)
}
