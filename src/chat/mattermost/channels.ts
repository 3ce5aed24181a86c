/** Channels of the bot: direct ones, and those that it makes for a recruitment. */
import { PermanentChatError, type ChannelId, type ChannelRequest, type PersonId } from '../port.ts'
import { cache } from '../cache.ts'
import { isMissing, MattermostError, orPermanent, type MattermostClient } from './client.ts'
import type { Directory } from './directory.ts'
import { clean } from '../clean.ts'
import { shorten } from './limits.ts'

const NAME_BYTES = 64
const PURPOSE_BYTES = 250
const KEPT_CHANNELS = 5_000

export interface Channels {
  /** The direct messages between the bot and someone who can still read them. */
  direct(person: PersonId): Promise<ChannelId>
  /** The same, whether or not they still read them. */
  directWithAnyone(person: PersonId): Promise<ChannelId>
  /** True in a direct message, whoever it is with. */
  isDirect(channel: ChannelId): Promise<boolean>
  create(request: ChannelRequest): Promise<ChannelId>
  add(channel: ChannelId, person: PersonId): Promise<void>
  remove(channel: ChannelId, person: PersonId): Promise<void>
}

export function channels(
  client: MattermostClient,
  me: () => PersonId,
  { person }: Pick<Directory, 'person'>,
): Channels {
  const direct = cache<ChannelId>(KEPT_CHANNELS)
  const kinds = cache<boolean>(KEPT_CHANNELS)

  async function directWithAnyone(id: PersonId): Promise<ChannelId> {
    const found = direct.get(id)
    if (found !== undefined) return found
    const channel = await orPermanent(client.createDirectChannel([me(), id]))
    direct.set(id, channel.id)
    return channel.id
  }

  return {
    async direct(id) {
      // Mattermost accepts messages to a deactivated account, where nobody reads them.
      if (!(await person(id)).active) throw new PermanentChatError('this account is not active')
      return directWithAnyone(id)
    },
    directWithAnyone,
    async isDirect(id) {
      const known = kinds.get(id)
      if (known !== undefined) return known
      const isDirect = (await client.getChannel(id)).type === 'D'
      kinds.set(id, isDirect)
      return isDirect
    },
    async create(request) {
      try {
        const made = await client.createChannel(toChannel(request))
        return made.id
      } catch (error) {
        if (!isRefused(error)) throw error
        return await existing(client, me(), request, error)
      }
    },
    async add(channel, id) {
      await orPermanent(client.addToChannel(id, channel))
    },
    async remove(channel, id) {
      await orPermanent(client.removeFromChannel(id, channel)).catch((error: unknown) => {
        if (!isMissing(error) && !(error instanceof Error && isMissing(error.cause))) throw error
      })
    },
  }
}

function toChannel({ team, name, title, purpose }: ChannelRequest) {
  return {
    team_id: team,
    name,
    display_name: shorten(oneLine(title), NAME_BYTES) || name,
    purpose: shorten(oneLine(purpose), PURPOSE_BYTES),
    type: 'P' as const,
  }
}

function oneLine(typed: string): string {
  return clean(typed).replace(/\s+/gu, ' ').trim()
}

function isRefused(error: unknown): boolean {
  return error instanceof MattermostError && error.status === 400
}

/** The channel of that name, when it is the one that an earlier try of ours made. */
async function existing(
  client: MattermostClient,
  me: PersonId,
  { team, name }: ChannelRequest,
  refusal: unknown,
): Promise<ChannelId> {
  const found = await client.getChannelByName(team, name, true).catch((error: unknown) => {
    if (isMissing(error))
      throw new PermanentChatError('the channel was refused', { cause: refusal })
    throw error
  })
  if (found.creator_id === me && found.delete_at === 0) return found.id
  throw new PermanentChatError('the channel of that name is not ours or is archived')
}
