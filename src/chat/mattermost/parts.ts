/** The posts that a long message is made of: how they are named, found again and changed. */
import type { Post } from '@mattermost/types/posts'

import { partPlace } from '../part-keys.ts'
import type { MessageRef, PersonId } from '../port.ts'
import { isMissing, orPermanent, type MattermostClient } from './client.ts'
import type { Part } from './render.ts'

export function partProps(
  { attachments }: Part,
  key: string,
  count: number,
): Record<string, unknown> {
  return { key, parts: count, attachments }
}

/** Props that others put there and that a patch, which replaces the whole map, must not lose. */
export function kept({ props }: Post): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => name !== 'attachments'))
}

export function keyOf({ props }: Post): string | undefined {
  return typeof props['key'] === 'string' ? props['key'] : undefined
}

export function partCount({ props }: Post): number {
  return typeof props['parts'] === 'number' ? props['parts'] : 1
}

function partIndex(post: Post, key: string): [number, Post][] {
  const place = partPlace(keyOf(post), key)
  return place === undefined ? [] : [[place, post]]
}

export function isMine(post: Post, me: PersonId): boolean {
  return post.user_id === me && post.delete_at === 0
}

export async function stillThere(
  client: MattermostClient,
  ref: MessageRef,
): Promise<Post | undefined> {
  try {
    const post = await client.getPost(ref.post)
    return post.delete_at === 0 ? post : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** The first message of the thread in which a post is; nothing when it is in none, or nobody can say. */
export async function threadOf(client: MattermostClient, id: string): Promise<string | undefined> {
  const post = await client.getPost(id).catch(() => undefined)
  return post?.root_id || undefined
}

/** A message deleted between our reading and our writing is left alone. */
export async function patch(
  client: MattermostClient,
  id: string,
  changes: { message: string; props: Record<string, unknown>; file_ids?: string[] },
): Promise<void> {
  await client.patchPost({ id, ...changes }).catch((error: unknown) => {
    if (!isMissing(error)) return orPermanent(Promise.reject(error))
    return undefined
  })
}

/** Every part of a message, by its place, from the first of them. */
export async function partsOf(
  client: MattermostClient,
  me: PersonId,
  first: Post,
): Promise<Map<number, Post>> {
  const key = keyOf(first) ?? ''
  const thread = await client.getPostThread(first.root_id || first.id)
  const mine = Object.values(thread.posts).filter((post) => isMine(post, me))
  return new Map(mine.flatMap((post) => partIndex(post, key)))
}
