/** Files of a message: uploaded before the post that shows them, or read from somebody's post. */
import type { Attachment, MessageRef } from '../port.ts'
import { isMissing, orPermanent, type MattermostClient } from './client.ts'
import { FILES_PER_POST } from './limits.ts'

/** Ids of the uploaded files, in groups that each fit on a post. */
export async function uploadFiles(
  client: MattermostClient,
  channel: string,
  files: readonly Attachment[],
): Promise<string[][]> {
  const groups: string[][] = []
  for (let at = 0; at < files.length; at += FILES_PER_POST) {
    const body = new FormData()
    body.append('channel_id', channel)
    for (const { name, type, content } of files.slice(at, at + FILES_PER_POST)) {
      body.append('files', new Blob([content], { type }), name)
    }
    const { file_infos } = await orPermanent(client.uploadFile(body))
    groups.push(file_infos.map(({ id }) => id))
  }
  return groups
}

/** Files of somebody's post, up to `most` bytes in all; none once it is gone. */
export async function filesOf(
  client: MattermostClient,
  { post }: MessageRef,
  most: number,
): Promise<readonly Attachment[]> {
  const files: Attachment[] = []
  let left = most
  try {
    for (const { id, name, mime_type: type, size } of await client.getFileInfosForPost(post)) {
      if (size > left) continue
      left -= size
      files.push({ name, type, content: await client.readFile(id) })
    }
    return files
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
