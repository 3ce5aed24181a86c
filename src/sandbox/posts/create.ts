/** Writing posts: what everybody sees, and what one person sees once. */
import { AppError } from '../api/errors.ts'
import { newId } from '../ids.ts'
import { sealAction } from '../interactions/cookies.ts'
import type { Sandbox } from '../sandbox.ts'
import type { Channel, Post, User } from '../store/entities.ts'
import type { Store } from '../store/store.ts'
import { withActionIds, withCookies, withoutIntegrations } from './attachments.ts'
import { clientPost } from './render.ts'
import type { ClientPost } from './render.ts'
import { countPost } from './unread.ts'

export interface Draft {
  readonly message: string
  readonly root_id?: string
  readonly type?: string
  readonly props?: Readonly<Record<string, unknown>>
  readonly file_ids?: readonly string[]
  readonly pending_post_id?: string
}

const MAX_CHARACTERS = 16_383
const MAX_PROPS_CHARACTERS = 800_000
const MAX_FILES = 10

/** Refuses what Mattermost refuses of a text and its props. */
export function checkContent(message: string, props: Readonly<Record<string, unknown>>): void {
  if (Array.from(message).length > MAX_CHARACTERS)
    throw new AppError(
      400,
      'model.post.is_valid.message_length.app_error',
      `Ce message est trop long : la limite est de ${MAX_CHARACTERS} caractères.`,
    )
  if (JSON.stringify(props).length > MAX_PROPS_CHARACTERS)
    throw new AppError(
      400,
      'model.post.is_valid.props.app_error',
      'Ce message porte trop de données.',
    )
}

function checkRoot(store: Store, channel: Channel, rootId: string): void {
  if (rootId === '') return
  const root = store.posts.get(rootId)
  if (!root || root.delete_at > 0)
    throw new AppError(
      400,
      'api.post.create_post.root_id.app_error',
      'Le message auquel tu réponds n’existe plus.',
    )
  if (root.channel_id !== channel.id)
    throw new AppError(
      400,
      'api.post.create_post.channel_root_id.app_error',
      'Le message auquel tu réponds est dans un autre canal.',
    )
  if (root.root_id !== '')
    throw new AppError(
      400,
      'api.post.create_post.root_id.app_error',
      'Une réponse doit viser le premier message du fil.',
    )
}

function checkFiles(store: Store, author: User, channel: Channel, ids: readonly string[]): void {
  const usable = (id: string): boolean => {
    const file = store.files.get(id)
    return file?.user_id === author.id && file.post_id === '' && file.channel_id === channel.id
  }
  if (ids.length > MAX_FILES || !ids.every(usable))
    throw new AppError(
      400,
      'api.post.create_post.attach_files.error',
      'Un des fichiers ne peut pas être joint. Envoie-le à nouveau.',
    )
}

function newPost(now: number, author: User, channel: Channel, draft: Draft): Post {
  return {
    id: newId(),
    create_at: now,
    update_at: now,
    edit_at: 0,
    delete_at: 0,
    is_pinned: false,
    user_id: author.id,
    channel_id: channel.id,
    root_id: draft.root_id ?? '',
    original_id: '',
    message: draft.message,
    type: draft.type ?? '',
    props: withActionIds({ ...draft.props, ...(author.is_bot && { from_bot: 'true' }) }),
    hashtags: '',
    file_ids: [...(draft.file_ids ?? [])],
    pending_post_id: draft.pending_post_id ?? '',
  }
}

/** Keeps a post, ties its files to it and marks the conversation that it continues as changed. */
function savePost(store: Store, post: Post): void {
  store.posts.put(post)
  for (const id of post.file_ids) {
    const file = store.files.get(id)
    if (file) store.files.put({ ...file, post_id: post.id })
  }
  const root = store.posts.get(post.root_id)
  if (root) store.posts.put({ ...root, update_at: post.create_at })
}

function announce(
  { hub }: Sandbox,
  author: User,
  channel: Channel,
  post: ClientPost,
  called: ReadonlySet<string>,
): void {
  hub.publish({
    event: 'posted',
    data: {
      channel_display_name: channel.type === 'D' ? `@${author.username}` : channel.display_name,
      channel_name: channel.name,
      channel_type: channel.type,
      post: JSON.stringify(post),
      sender_name: `@${author.username}`,
      set_online: true,
      team_id: channel.team_id,
    },
    to: { kind: 'channel', id: channel.id },
    extraFor: (userId) => (called.has(userId) ? { mentions: JSON.stringify([userId]) } : {}),
  })
}

/** Writes a post in a channel that its author may write in, and tells its members. */
export function createPost(
  sandbox: Sandbox,
  author: User,
  channel: Channel,
  draft: Draft,
): ClientPost {
  const { store, clock } = sandbox
  const post = newPost(clock.stamp(), author, channel, draft)
  checkContent(post.message, post.props)
  checkRoot(store, channel, post.root_id)
  checkFiles(store, author, channel, post.file_ids)
  const called = store.transaction(() => {
    savePost(store, post)
    return countPost(store, channel, post)
  })
  const shown = clientPost(store, post)
  announce(sandbox, author, channel, shown, called)
  return shown
}

/**
 * Shows a post to one person only. It is kept nowhere: where its buttons lead travels sealed, in
 * each button's `cookie`.
 */
export function showEphemeral(
  sandbox: Sandbox,
  reader: User,
  author: User,
  channel: Channel,
  draft: Draft,
): ClientPost {
  const post = newPost(sandbox.clock.stamp(), author, channel, {
    ...draft,
    type: 'system_ephemeral',
  })
  checkContent(post.message, post.props)
  const sealed = withCookies(post.props, (action) =>
    sealAction(sandbox.store.settings, post, action),
  )
  const shown = { ...clientPost(sandbox.store, post), props: withoutIntegrations(sealed) }
  sandbox.hub.publish({
    event: 'ephemeral_message',
    data: { post: JSON.stringify(shown) },
    to: { kind: 'user', id: reader.id },
  })
  return shown
}
