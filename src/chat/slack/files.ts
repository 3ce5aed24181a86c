/** Files: uploaded before the message that shows them, or read from somebody's message. */
import type { Attachment, MessageRef } from '../port.ts'
import { orPermanent, type SlackClient } from './client.ts'
import { readMessage } from './history.ts'

const TRANSFER_MS = 30_000

/** Ids of the uploaded files, which nobody but the bot sees until a message carries them. */
export async function uploadFiles(
  client: SlackClient,
  files: readonly Attachment[],
): Promise<string[]> {
  const uploaded: { id: string; title: string }[] = []
  for (const { name, content } of files) {
    const bytes = Buffer.from(content)
    const { upload_url: url = '', file_id: id = '' } = await orPermanent(
      client.files.getUploadURLExternal({ filename: name, length: bytes.byteLength }),
    )
    const response = await fetch(url, {
      method: 'POST',
      body: bytes,
      signal: AbortSignal.timeout(TRANSFER_MS),
    })
    if (!response.ok) throw new Error(`Slack refused the bytes of a file: ${response.status}`)
    uploaded.push({ id, title: name })
  }
  const [first, ...rest] = uploaded
  if (first === undefined) return []
  await orPermanent(client.files.completeUploadExternal({ files: [first, ...rest] }))
  return uploaded.map(({ id }) => id)
}

/** Files of somebody's message, up to `most` bytes in all; none once it is gone. */
export async function filesOf(
  client: SlackClient,
  token: string,
  ref: MessageRef,
  most: number,
): Promise<readonly Attachment[]> {
  const message = await orPermanent(readMessage(client, ref))
  const files: Attachment[] = []
  let left = most
  for (const { name, mimetype: type, size, url_private_download: url } of message?.files ?? []) {
    // What was deleted leaves a trace without an address.
    if (url === '' || size > left) continue
    left -= size
    files.push({ name, type, content: await download(url, token) })
  }
  return files
}

async function download(url: string, token: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, {
    headers: { Authorization: `Bearer ${token}` },
    // Without the right to read files, Slack leads to its page to log in.
    redirect: 'error',
    signal: AbortSignal.timeout(TRANSFER_MS),
  })
  if (!response.ok) throw new Error(`Slack did not give a file: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
