/** Posts of the bot: said once, found again by their key, rewritten in place. */
import type { Post } from '@mattermost/types/posts'

import { partKey } from '../part-keys.ts'
import type { Destination, Message, MessageRef, PersonId } from '../port.ts'
import { actionMaker } from './buttons.ts'
import { cache } from '../cache.ts'
import type { Channels } from './channels.ts'
import { orPermanent, type MattermostClient } from './client.ts'
import type { Directory } from './directory.ts'
import { uploadFiles } from './files.ts'
import { isMine, keyOf, kept, partCount, partProps, partsOf, patch, stillThere } from './parts.ts'
import { mentioned, renderMessage, type Part } from './render.ts'
import { sha256 } from '../signing.ts'

/** The server's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 60_000
const KEPT_UNFINISHED = 1_000

export interface Posting {
  post(to: Destination, message: Message, key: string): Promise<MessageRef>
  update(ref: MessageRef, message: Message): Promise<void>
  find(to: Destination, key: string, since: number): Promise<MessageRef | undefined>
  /** The post as an action's answer must give it back, when one post is enough for the message. */
  replacement(ref: MessageRef, message: Message): Promise<Replacement | undefined>
  /** The posts that show a message; `isPrivate` when only its reader will see it. */
  render(message: Message, isPrivate: boolean): Promise<Part[]>
}

interface Replacement {
  readonly message: string
  readonly props: Record<string, unknown>
  readonly file_ids: readonly string[]
}

interface PostingNeeds {
  readonly client: MattermostClient
  readonly me: () => PersonId
  readonly secret: string
  readonly actionUrl: string
  readonly channels: Pick<Channels, 'direct'>
  readonly directory: Pick<Directory, 'usernames'>
}

/** Where the parts of one message go. */
interface Place {
  readonly channel: string
  readonly thread: string
  readonly key: string
  readonly count: number
}

export function posting(needs: PostingNeeds): Posting {
  const { client, me, channels } = needs
  /** Posts of long messages that a crash interrupted, by part; noticed by `find`. */
  const unfinished = cache<ReadonlyMap<number, Post>>(KEPT_UNFINISHED)

  const channelOf = async (to: Destination) =>
    'person' in to ? channels.direct(to.person) : to.channel

  async function render(message: Message, isPrivate: boolean): Promise<Part[]> {
    const usernames = await needs.directory.usernames(mentioned(message))
    const action = actionMaker(needs.secret, needs.actionUrl, isPrivate)
    return renderMessage(message, { usernames, action })
  }

  function create(place: Place, index: number, part: FiledPart): Promise<Post> {
    const key = partKey(place.key, index)
    const post: Partial<Post> = {
      channel_id: place.channel,
      root_id: place.thread,
      message: part.message,
      file_ids: [...part.files],
      props: partProps(part, key, place.count),
      // The server ignores a second request with the same id for thirty seconds.
      pending_post_id: `${me()}:${sha256(`${place.channel} ${key}`).toString('hex').slice(0, 26)}`,
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server fills in the rest
    return orPermanent(client.createPost(post as Post))
  }

  /** Replies to the first part with those that are not there yet. */
  async function writeRest(
    place: Place,
    parts: readonly FiledPart[],
    there: ReadonlyMap<number, Post>,
  ): Promise<void> {
    for (const [index, part] of parts.entries()) {
      if (index > 0 && !there.has(index)) await create(place, index, part)
    }
  }

  async function isComplete(first: Post): Promise<boolean> {
    const count = partCount(first)
    if (count === 1) return true
    const there = await partsOf(client, me(), first)
    if (there.size >= count) return true
    unfinished.set(`${first.channel_id} ${keyOf(first)}`, there)
    return false
  }

  return {
    render,
    async post(to, message, key) {
      const channel = await channelOf(to)
      const [groups, rendered] = await Promise.all([
        uploadFiles(client, channel, message.files ?? []),
        render(message, false),
      ])
      const parts = withFiles(rendered, groups)
      const place = { channel, thread: to.thread?.post ?? '', key, count: parts.length }
      const there = unfinished.get(`${channel} ${key}`) ?? new Map<number, Post>()
      const first = there.get(0) ?? (await create(place, 0, parts[0] ?? EMPTY))
      await writeRest({ ...place, thread: first.root_id || first.id }, parts, there)
      unfinished.delete(`${channel} ${key}`)
      return { channel, post: first.id }
    },
    async update(ref, message) {
      const [first, rendered] = await Promise.all([stillThere(client, ref), render(message, false)])
      if (first === undefined) return
      const parts = withFiles(rendered, [])
      const key = keyOf(first) ?? ref.post
      const long = parts.length > 1 || partCount(first) > 1
      const there = long ? await partsOf(client, me(), first) : new Map([[0, first]])
      for (const [index, part] of parts.entries()) {
        const post = there.get(index)
        if (post === undefined) continue
        const props = { ...kept(post), ...partProps(part, partKey(key, index), parts.length) }
        await patch(client, post.id, { message: part.message, props })
      }
      const thread = first.root_id || first.id
      await writeRest({ channel: ref.channel, thread, key, count: parts.length }, parts, there)
      for (const [index, post] of there) {
        // What only carries files stays: an update leaves files alone.
        const carriesFiles = (post.file_ids?.length ?? 0) > 0
        if (index >= parts.length && !carriesFiles) await orPermanent(client.deletePost(post.id))
      }
    },
    async find(to, key, since) {
      const channel = await channelOf(to)
      const earliest = Math.max(1, since - CLOCK_SKEW_MS)
      const { posts } = await orPermanent(client.getPostsSince(channel, earliest))
      const thread = to.thread?.post ?? ''
      const first = Object.values(posts).find(
        (post) =>
          isMine(post, me()) &&
          keyOf(post) === key &&
          post.create_at >= earliest &&
          (thread === '' || post.root_id === thread),
      )
      if (first === undefined || !(await isComplete(first))) return undefined
      return { channel, post: first.id }
    },
    async replacement(ref, message) {
      const [post, [part, ...more]] = await Promise.all([
        stillThere(client, ref),
        render(message, false),
      ])
      if (post === undefined || part === undefined) return undefined
      if (more.length > 0 || partCount(post) > 1) return undefined
      const props = { ...kept(post), ...partProps(part, keyOf(post) ?? post.id, 1) }
      return { message: part.message, props, file_ids: post.file_ids ?? [] }
    },
  }
}

interface FiledPart extends Part {
  readonly files: readonly string[]
}

const EMPTY: FiledPart = { message: '', attachments: [], files: [] }

/** The first post carries the first files; what is too many for it follows in posts of its own. */
function withFiles(
  parts: readonly Part[],
  [first = [], ...rest]: readonly string[][],
): FiledPart[] {
  const written = parts.map((part, i) => ({ ...part, files: i === 0 ? first : [] }))
  return [...written, ...rest.map((files) => ({ ...EMPTY, files }))]
}
