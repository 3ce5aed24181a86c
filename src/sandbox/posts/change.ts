/** Editing and deleting posts. */
import type { Sandbox } from '../sandbox.ts'
import type { Post } from '../store/entities.ts'
import { withActionIds } from './attachments.ts'
import { checkContent } from './create.ts'
import { clientPost } from './render.ts'
import type { ClientPost } from './render.ts'

export interface PostChange {
  readonly message?: string | undefined
  /** Replaces all the props. */
  readonly props?: Readonly<Record<string, unknown>> | undefined
  readonly is_pinned?: boolean | undefined
  /** Those that stay; files are only taken off. */
  readonly file_ids?: readonly string[] | undefined
}

export function changePost(sandbox: Sandbox, post: Post, change: PostChange): ClientPost {
  const { store, clock, hub } = sandbox
  const now = clock.stamp()
  const message = change.message ?? post.message
  const props = change.props ? withActionIds(change.props) : post.props
  checkContent(message, props)
  const changed = store.posts.put({
    ...post,
    message,
    props,
    is_pinned: change.is_pinned ?? post.is_pinned,
    file_ids: change.file_ids
      ? post.file_ids.filter((id) => change.file_ids?.includes(id))
      : post.file_ids,
    update_at: now,
    edit_at: message === post.message ? post.edit_at : now,
  })
  const shown = clientPost(store, changed)
  hub.publish({
    event: 'post_edited',
    data: { post: JSON.stringify(shown) },
    to: { kind: 'channel', id: post.channel_id },
  })
  return shown
}

/** Deletes a post, and its whole thread when it is the first of one. */
export function deletePost(sandbox: Sandbox, post: Post): void {
  const { store, clock, hub } = sandbox
  const lastSeen = JSON.stringify(clientPost(store, post))
  const now = clock.stamp()
  const gone = { delete_at: now, update_at: now }
  store.transaction(() => {
    store.posts.put({ ...post, ...gone })
    for (const reply of store.posts.find(
      `body->>'root_id' = ? AND body->>'delete_at' = 0`,
      post.id,
    ))
      store.posts.put({ ...reply, ...gone })
  })
  hub.publish({
    event: 'post_deleted',
    data: { post: lastSeen },
    to: { kind: 'channel', id: post.channel_id },
  })
}
