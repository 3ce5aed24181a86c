/** `channels/{id}/posts`: pages of a conversation, and what changed since an instant. */
import { Hono } from 'hono'
import { z } from 'zod'
import { postList } from '../posts/render.ts'
import type { PostList } from '../posts/render.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Channel, Post } from '../store/entities.ts'
import type { Store } from '../store/store.ts'
import { AppError } from './errors.ts'
import { visibleChannel } from './lookups.ts'
import { flag, pageFields, readQuery } from './request.ts'
import type { Env } from './request.ts'

const NEWEST_FIRST = `ORDER BY body->>'create_at' DESC, rowid DESC`
const OLDEST_FIRST = `ORDER BY body->>'create_at', rowid`
const SINCE_LIMIT = 1000

const querySchema = z.object({
  ...pageFields,
  since: z.coerce.number().int().min(0).optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  skipFetchThreads: flag,
  include_deleted: flag,
})
type Query = z.infer<typeof querySchema>

/** The conversations that these posts belong to, unless only their beginnings are wanted. */
function contextOf(store: Store, posts: readonly Post[], beginningsOnly: boolean): Post[] {
  const roots = new Set(posts.map((post) => post.root_id || post.id))
  return [...roots].flatMap((rootId) =>
    beginningsOnly
      ? (store.posts.get(rootId) ?? [])
      : store.posts.find(
          `(id = ? OR body->>'root_id' = ?) AND body->>'delete_at' = 0`,
          rootId,
          rootId,
        ),
  )
}

/** Everything written, edited or deleted after `since`, deleted posts included. */
function changedSince(store: Store, channel: Channel, since: number): PostList {
  const posts = store.posts.find(
    `body->>'channel_id' = ? AND body->>'update_at' > ? ${NEWEST_FIRST} LIMIT ${SINCE_LIMIT}`,
    channel.id,
    since,
  )
  return postList(store, posts, contextOf(store, posts, true))
}

/** Posts of a channel older or newer than an instant, from the nearest to the farthest. */
function neighbours(
  store: Store,
  channel: Channel,
  side: 'older' | 'newer',
  instant: number,
  { includeDeleted = false, limit = 1, offset = 0 } = {},
): Post[] {
  const [comparison, order] = side === 'older' ? ['<', NEWEST_FIRST] : ['>', OLDEST_FIRST]
  return store.posts.find(
    `body->>'channel_id' = ? AND body->>'create_at' ${comparison} ?
     AND (? OR body->>'delete_at' = 0) ${order} LIMIT ? OFFSET ?`,
    channel.id,
    instant,
    includeDeleted ? 1 : 0,
    limit,
    offset,
  )
}

/** The posts that a query asks for, newest first. */
function postsAsked(store: Store, channel: Channel, query: Query): Post[] {
  const { page, per_page, before, after } = query
  const side = after === undefined ? 'older' : 'newer'
  const pivot = store.posts.get(after ?? before ?? '')
  const found = neighbours(store, channel, side, pivot?.create_at ?? Number.MAX_SAFE_INTEGER, {
    includeDeleted: query.include_deleted,
    limit: per_page,
    offset: page * per_page,
  })
  return side === 'older' ? found : found.toReversed()
}

function page(store: Store, channel: Channel, query: Query): PostList {
  const shown = postsAsked(store, channel, query)
  const newest = shown[0]?.create_at ?? Number.MAX_SAFE_INTEGER
  const oldest = shown.at(-1)?.create_at ?? 0
  return postList(store, shown, contextOf(store, shown, query.skipFetchThreads), {
    next: neighbours(store, channel, 'newer', newest)[0]?.id ?? '',
    previous: neighbours(store, channel, 'older', oldest)[0]?.id ?? '',
  })
}

export function channelPostRoutes({ store }: Sandbox): Hono<Env> {
  return new Hono<Env>().get('/channels/:channel_id/posts', (c) => {
    const channel = visibleChannel(store, c.get('me'), c.req.param('channel_id'))
    const query = readQuery(c, querySchema)
    if ([query.since, query.before, query.after].filter((given) => given !== undefined).length > 1)
      throw new AppError(
        400,
        'api.post.get_posts_for_channel.invalid.app_error',
        'Choisis un seul repère : « since », « before » ou « after ».',
      )
    const list =
      query.since === undefined
        ? page(store, channel, query)
        : changedSince(store, channel, query.since)
    return c.json(list)
  })
}
