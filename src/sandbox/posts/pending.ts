/** `pending_post_id`: a post sent twice within half a minute is written once. */
const LIFETIME_MS = 30_000

export interface PendingPosts {
  /** The post that this author already wrote under this pending id. */
  find(authorId: string, pendingId: string): string | undefined
  remember(authorId: string, pendingId: string, postId: string): void
}

export function pendingPosts(): PendingPosts {
  const known = new Map<string, { readonly postId: string; readonly at: number }>()
  const forgetOld = (): void => {
    for (const [key, { at }] of known) if (Date.now() - at > LIFETIME_MS) known.delete(key)
  }
  return {
    find(authorId, pendingId) {
      forgetOld()
      return pendingId === '' ? undefined : known.get(`${authorId}/${pendingId}`)?.postId
    },
    remember(authorId, pendingId, postId) {
      if (pendingId !== '') known.set(`${authorId}/${pendingId}`, { postId, at: Date.now() })
    },
  }
}
