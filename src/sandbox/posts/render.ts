/** Posts as clients get them. */
import type { FileInfo, Post } from '../store/entities.ts'
import type { Store } from '../store/store.ts'
import { withoutAttachments, withoutIntegrations } from './attachments.ts'

export type ClientPost = Omit<Post, 'props'> & { readonly props: Record<string, unknown> } & Record<
    string,
    unknown
  >

const filesOf = (store: Store, post: Post): FileInfo[] =>
  post.file_ids.flatMap((id) => store.files.get(id) ?? [])

function threadSize(store: Store, post: Post): number {
  return store.posts.count(
    `body->>'root_id' = ? AND body->>'delete_at' = 0`,
    post.root_id || post.id,
  )
}

/** Without where its buttons lead; and once deleted, without what it said. */
export function clientPost(store: Store, post: Post): ClientPost {
  const deleted = post.delete_at > 0
  const files = deleted ? [] : filesOf(store, post)
  return {
    ...post,
    message: deleted ? '' : post.message,
    file_ids: deleted ? [] : post.file_ids,
    props: deleted ? withoutAttachments(post.props) : withoutIntegrations(post.props),
    reply_count: threadSize(store, post),
    last_reply_at: 0,
    participants: null,
    metadata: files.length > 0 ? { files } : {},
  }
}

export interface PostList {
  readonly order: readonly string[]
  readonly posts: Readonly<Record<string, ClientPost>>
  readonly next_post_id: string
  readonly prev_post_id: string
  readonly has_next: boolean
}

/** `ordered` in that order, with the rest of their conversations beside them. */
export function postList(
  store: Store,
  ordered: readonly Post[],
  context: readonly Post[] = [],
  cursors: { readonly next?: string; readonly previous?: string } = {},
): PostList {
  const posts = [...context, ...ordered].map((post) => [post.id, clientPost(store, post)] as const)
  return {
    order: ordered.map(({ id }) => id),
    posts: Object.fromEntries(posts),
    next_post_id: cursors.next ?? '',
    prev_post_id: cursors.previous ?? '',
    has_next: false,
  }
}
