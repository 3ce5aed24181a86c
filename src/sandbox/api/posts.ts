/** `posts/*`: writing, reading, editing and deleting one post. */
import { Hono } from 'hono'
import { z } from 'zod'
import { canDeletePost, canEditPost, canWriteInChannel, isSystemAdmin } from '../permissions.ts'
import { changePost, deletePost } from '../posts/change.ts'
import { createPost, showEphemeral } from '../posts/create.ts'
import { pendingPosts } from '../posts/pending.ts'
import { clientPost, postList } from '../posts/render.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Channel, User } from '../store/entities.ts'
import { AppError, forbidden, invalidBody } from './errors.ts'
import { noSuchChannel, userById, visibleChannel, visiblePost } from './lookups.ts'
import { OK } from './render.ts'
import { readBody } from './request.ts'
import type { Env } from './request.ts'

const props = z.record(z.string(), z.unknown())

const nullable = <T>(schema: z.ZodType<T>, fallback: T): z.ZodType<T> =>
  z.preprocess((value) => value ?? fallback, schema)

const creationSchema = z.object({
  channel_id: z.string(),
  message: nullable(z.string(), ''),
  root_id: nullable(z.string(), ''),
  type: nullable(z.string(), ''),
  props: nullable(props, {}),
  file_ids: nullable(z.array(z.string()), []),
  pending_post_id: nullable(z.string(), ''),
})

const patchSchema = z.object({
  message: z.string().optional(),
  props: props.optional(),
  is_pinned: z.boolean().optional(),
  file_ids: z.array(z.string()).optional(),
})

const updateSchema = z.object({
  id: z.string(),
  message: nullable(z.string(), ''),
  props: nullable(props, {}),
  is_pinned: z.boolean().optional(),
})

const ephemeralSchema = z.object({ user_id: z.string(), post: creationSchema })

/** The channel, if a message may be written there by `me`. */
function writableChannel({ store }: Sandbox, me: User, id: string): Channel {
  const channel = store.channels.get(id)
  if (!channel || !canWriteInChannel(store, me, channel)) throw forbidden()
  if (channel.delete_at > 0)
    throw new AppError(
      400,
      'api.post.create_post.can_not_post_to_deleted.error',
      'Ce canal est archivé : on ne peut plus y écrire.',
    )
  return channel
}

function checkType(type: string): void {
  if (type === '' || type === 'slack_attachment' || type.startsWith('custom_')) return
  throw invalidBody('type')
}

function ephemeralRoutes(sandbox: Sandbox): Hono<Env> {
  const { store } = sandbox
  return new Hono<Env>().post('/posts/ephemeral', async (c) => {
    if (!isSystemAdmin(c.get('me'))) throw forbidden()
    const { user_id, post } = await readBody(c, ephemeralSchema)
    const channel = store.channels.get(post.channel_id)
    if (!channel) throw noSuchChannel()
    const reader = userById(store, user_id)
    return c.json(showEphemeral(sandbox, reader, c.get('me'), channel, post), 201)
  })
}

export function postRoutes(sandbox: Sandbox): Hono<Env> {
  const { store } = sandbox
  const pending = pendingPosts()
  return new Hono<Env>()
    .route('/', ephemeralRoutes(sandbox))
    .post('/posts', async (c) => {
      const me = c.get('me')
      const draft = await readBody(c, creationSchema)
      const channel = writableChannel(sandbox, me, draft.channel_id)
      checkType(draft.type)
      const known = store.posts.get(pending.find(me.id, draft.pending_post_id) ?? '')
      if (known) return c.json(clientPost(store, known), 201)
      const post = createPost(sandbox, me, channel, draft)
      pending.remember(me.id, draft.pending_post_id, post.id)
      return c.json(post, 201)
    })
    .post('/posts/ids', async (c) => {
      const ids = await readBody(c, z.array(z.string()).min(1).max(1000))
      const posts = ids
        .flatMap((id) => store.posts.get(id) ?? [])
        .filter((post) => post.delete_at === 0)
      for (const post of posts) visibleChannel(store, c.get('me'), post.channel_id)
      return c.json(posts.map((post) => clientPost(store, post)))
    })
    .get('/posts/:post_id', (c) => {
      const { post } = visiblePost(store, c.get('me'), c.req.param('post_id'))
      return c.json(clientPost(store, post))
    })
    .get('/posts/:post_id/thread', (c) => {
      const { post } = visiblePost(store, c.get('me'), c.req.param('post_id'))
      const rootId = post.root_id || post.id
      const thread = store.posts.find(
        `(id = ? OR body->>'root_id' = ?) AND body->>'delete_at' = 0
         ORDER BY body->>'create_at', rowid`,
        rootId,
        rootId,
      )
      return c.json(postList(store, thread))
    })
    .get('/posts/:post_id/files/info', (c) => {
      const { post } = visiblePost(store, c.get('me'), c.req.param('post_id'))
      return c.json(post.file_ids.flatMap((id) => store.files.get(id) ?? []))
    })
    .put('/posts/:post_id', async (c) => {
      const { post, channel } = visiblePost(store, c.get('me'), c.req.param('post_id'))
      const { id, ...change } = await readBody(c, updateSchema)
      if (id !== post.id) throw invalidBody('id')
      if (!canEditPost(store, c.get('me'), post, channel)) throw forbidden()
      return c.json(changePost(sandbox, post, change))
    })
    .put('/posts/:post_id/patch', async (c) => {
      const { post, channel } = visiblePost(store, c.get('me'), c.req.param('post_id'))
      const change = await readBody(c, patchSchema)
      if (!canEditPost(store, c.get('me'), post, channel)) throw forbidden()
      return c.json(changePost(sandbox, post, change))
    })
    .delete('/posts/:post_id', (c) => {
      const { post, channel } = visiblePost(store, c.get('me'), c.req.param('post_id'))
      if (!canDeletePost(store, c.get('me'), post, channel)) throw forbidden()
      deletePost(sandbox, post)
      return c.json(OK)
    })
}
